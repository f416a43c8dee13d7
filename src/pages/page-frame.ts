import '@fastify/cookie';
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageFrame } from '../../web/src/public/props.js';

const A_YEAR_S = 31_536_000;
// Long enough to spare a busy morning's database, short enough that a sold lot is gone when people look again.
const FRESH_S = 20;

/** Language and addresses of a page. `?lang=en` is kept in a cookie, so that every next page follows. */
export function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
  asOf: Date,
): PageFrame {
  const asked = new URL(request.url, publicUrl);
  const chosen = asked.searchParams.get('lang');
  if (chosen === 'vi' || chosen === 'en') {
    reply.setCookie('locale', chosen, { path: '/', maxAge: A_YEAR_S, sameSite: 'lax' });
  }
  const locale = (chosen ?? request.cookies['locale']) === 'en' ? 'en' : 'vi';
  asked.searchParams.delete('lang');
  const other = new URL(asked);
  other.searchParams.set('lang', locale === 'vi' ? 'en' : 'vi');
  return {
    locale,
    url: asked.href,
    otherLocaleHref: `${other.pathname}${other.search}`,
    asOf: asOf.toISOString(),
    shareImage: null,
  };
}

/** Sends a page; a browser that has the same one already gets 304 and no body. */
export async function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  html: string,
  status = 200,
): Promise<void> {
  const tag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  void reply
    .type('text/html; charset=utf-8')
    .header('cache-control', `private, max-age=${FRESH_S}`)
    .header('etag', tag);
  if (status === 200 && request.headers['if-none-match'] === tag) await reply.code(304).send();
  else await reply.code(status).send(html);
}
