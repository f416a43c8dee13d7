/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;
/** Written by the build: a version made from the contents, and the files of the shell below /app/. */
declare const PRECACHE: { version: string; files: string[] };

const { version, files } = PRECACHE;
const SHELL = `shell-${version}`;
const LATER = 'later';
const PAGE = '/app/';

// On a good line the newest page wins; beyond this the phone's own copy is shown, and the next visit is newer.
const PATIENCE_MS = 300;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells());
});

/** A new version waits until every old page is closed, or until the person says "use it now". */
self.addEventListener('message', ({ data }) => {
  if (data === 'use-now') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(PAGE))
    return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else event.respondWith(file(request, pathname));
});

async function keepShell(): Promise<void> {
  const shell = await caches.open(SHELL);
  await shell.addAll(files.filter((name) => name !== 'index.html').map((name) => PAGE + name));
  await shell.add(new Request(PAGE, { cache: 'reload' }));
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== SHELL && name !== LATER).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function page({ request }: FetchEvent): Promise<Response> {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request).catch(() => Response.error());
  if (!kept) return fresh;
  const first = await Promise.race([fresh, after(PATIENCE_MS)]);
  return first?.ok ? first : kept;
}

const after = (ms: number): Promise<null> =>
  new Promise((resolve) => setTimeout(() => resolve(null), ms));

/** Hashed files never change under their name, so the kept one is always right. */
async function file(request: Request, pathname: string): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && pathname.startsWith(`${PAGE}assets/`)) {
    const later = await caches.open(LATER);
    await later.put(request, fresh.clone());
  }
  return fresh;
}
