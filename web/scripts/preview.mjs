import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer as createVite } from 'vite';

const dist = new URL('../../dist/web/', import.meta.url);
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
/** The strictest policy the pages must live with. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'";

/** Sample pages by their path, as whole documents. Needs a build. */
export async function samplePages() {
  const vite = await createVite({
    configFile: fileURLToPath(new URL('../dev/vite.config.ts', import.meta.url)),
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    logLevel: 'error',
  });
  const samples = await vite.ssrLoadModule('/samples.ts');
  await vite.close();
  const pages = await import(new URL('public/render.js', dist).href);
  return {
    '/': pages.renderHome(samples.home),
    '/cho': pages.renderMarket(samples.market),
    '/cho?trong': pages.renderMarket(samples.emptyMarket),
    '/lo/1': pages.renderLot(samples.lot),
    '/gia': pages.renderPrices(samples.prices),
    '/p/1': pages.renderPermit(samples.permit),
    '/p/2': pages.renderPermit(samples.revoked),
    '/demo': pages.renderDemo(samples.demo),
    '/404': pages.renderNotFound(samples.plain),
    '/410': pages.renderGone(samples.plain),
    '/chia-se.svg': pages.shareCard(samples.lot.lot, 'vi'),
  };
}

/** Serves the build with sample data, under the strict policy: for looking, and for checks in a browser. */
export async function startPreview(port = 0) {
  const pages = await samplePages();
  const answer = async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', CSP);
    const page = pages[pathname + search] ?? pages[pathname];
    if (page) {
      response.setHeader('content-type', TYPES[pathname.endsWith('.svg') ? '.svg' : '.html']);
      response.end(page);
      return;
    }
    const file = pathname.startsWith('/assets/') ? `public${pathname}` : pathname.slice(1);
    const path = extname(file) ? file : 'app/index.html';
    try {
      const body = await readFile(new URL(path, dist));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startPreview(Number(process.env['PORT'] ?? 5173));
  console.log(url);
}
