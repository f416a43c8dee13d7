import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can } from '../../platform/access/can.js';
import { permitPolicy } from '../domain/permit.policy.js';
import { SigningKeys } from '../signing-keys.js';
import { Trust } from '../trust.js';

// What a revocation may take to reach a post with signal (PE-12); a proxy may hold it for a minute of that.
const CACHE = 'public, max-age=60, stale-while-revalidate=240';

/** For anybody's verifier: the keys and the list of permits that no longer count. */
@Controller('.well-known')
export class WellKnownController {
  constructor(
    private readonly trust: Trust,
    private readonly signing: SigningKeys,
  ) {}

  @Can(permitPolicy.readRules)
  @Get('permit-keys.json')
  async keys(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [bundle, keys] = await Promise.all([this.trust.bundle(), this.trust.trustedKeys()]);
    const body = {
      root: { kty: 'EC', crv: 'P-256', kid: this.signing.root.kid, ...this.signing.rootKey },
      keys: keys.map(({ kid, x, y, signsFrom, signsUntil, isRevoked }) => ({
        kty: 'EC',
        crv: 'P-256',
        alg: 'ES256',
        use: 'sig',
        kid,
        x,
        y,
        signsFrom: signsFrom.toISOString(),
        signsUntil: signsUntil?.toISOString() ?? null,
        isRevoked,
      })),
      bundle: bundle.text,
    };
    await answer(
      request,
      reply,
      bundle.version,
      'application/json; charset=utf-8',
      JSON.stringify(body),
    );
  }

  @Can(permitPolicy.readRules)
  @Get('permit-status')
  async status(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const list = await this.trust.statusList();
    await answer(request, reply, list.version, 'text/plain; charset=utf-8', list.text);
  }
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  version: string,
  type: string,
  body: string,
): Promise<void> {
  // Weak: a signature differs each time, what is said does not.
  const etag = `W/"${version}"`;
  void reply.header('etag', etag).header('cache-control', CACHE);
  if (request.headers['if-none-match'] === etag) await reply.code(304).send();
  else await reply.header('content-type', type).send(body);
}
