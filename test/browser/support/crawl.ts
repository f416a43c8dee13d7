import { SECRETS } from '../../support/secrets.js';
import type { Product } from './product.js';

/** Where somebody begins who looks for whatever is public. */
const BEGIN = [
  '/',
  '/cho',
  '/gia',
  '/robots.txt',
  '/sitemap.xml',
  '/version',
  '/livez',
  '/readyz',
  '/metrics',
  '/.well-known/permit-keys.json',
  '/.well-known/permit-status',
];
/**
 * The app asks through the schema, of which `test/stories/hostile-strangers` tells; `/demo` is there to show numbers of invented
 * people, and in production it is not.
 */
const LEFT_OUT = /^\/(app|demo)\b|\.(png|webp|svg|ico|css|js|woff2)$/;

/** Pages of one kind are made alike, and some lead on for ever: so many of them speak for all. */
const OF_A_KIND = 15;

/** Everything a guest or a stranger who is signed in comes to by following links, by path. */
export async function crawled(
  product: Product,
  token: string | null,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waiting = [...BEGIN];
  const kinds = new Map<string, number>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const kind = path.split(/[/?]/)[1] ?? '';
    const already = kinds.get(kind) ?? 0;
    if (found.has(path) || already >= OF_A_KIND) continue;
    kinds.set(kind, already + 1);
    const headers = new Headers();
    if (token !== null) headers.set('cookie', `clns=${token}`);
    const answer = await fetch(`${product.url}${path}`, { headers });
    // Drawings and measurements are full of numbers that are no places.
    const text = (await answer.text())
      .replaceAll(/<svg[^]*?<\/svg>/g, '')
      .replaceAll(/^(\w+(?:\{.*\})?) [-+.e\d]+$/gm, '$1');
    found.set(path, text);
    for (const [, href = ''] of text.matchAll(/(?:href|src)="([^"#]+)"/g)) {
      const to = new URL(href.replaceAll('&amp;', '&'), product.url);
      // One condition of a search at a time: any two together show no more.
      const isNew = to.origin === product.url && to.searchParams.size < 2;
      if (isNew && !LEFT_OUT.test(to.pathname)) waiting.push(`${to.pathname}${to.search}`);
    }
  }
  return found;
}

/** What must stand on no public page. */
export async function secretsOf({ db }: Product): Promise<string[]> {
  const { rows } = await db.query<{ secret: string }>(SECRETS);
  return rows.map(({ secret }) => secret);
}
