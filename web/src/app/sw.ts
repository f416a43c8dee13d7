/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;
/**
 * Written by the build: a version made from the contents; below /app/, the files of the shell and, by part of the app,
 * those beyond it.
 */
declare const PRECACHE: { version: string; shell: string[]; parts: Record<string, string[]> };

const { version, shell, parts } = PRECACHE;
const SHELL = `shell-${version}`;
const LATER = 'later';
/** Remembers the parts in use through an update: what worked without signal before it works after it. */
const IN_USE = 'in-use';
const PAGE = '/app/';

// On a good line the newest page wins; beyond this the phone's own copy is shown, and the next visit is newer.
const PATIENCE_MS = 300;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(partsInUse).then(keepParts));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells());
});

/** A new version waits until every old page is closed, or until the person says "use it now". */
self.addEventListener('message', (event) => {
  const data = event.data as 'use-now' | { keep: string[] } | { files: string[] };
  if (data === 'use-now') void self.skipWaiting();
  else event.waitUntil('files' in data ? keepFiles(data.files) : useParts(data.keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === self.location.origin && `${pathname}/`.startsWith(PAGE);
  if (request.method !== 'GET' || !isOurs) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else event.respondWith(file(request, pathname));
});

/** What the server tells this phone: a sentence, and the page that answers it. */
interface PushWords {
  id: string;
  title: string;
  body: string;
  path: string;
}

self.addEventListener('push', (event) => {
  const words = event.data?.json() as PushWords | undefined;
  if (words) event.waitUntil(show(words));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openPage((event.notification.data as PushWords).path));
});

/** One message is one notification, however often it comes. */
const show = (words: PushWords): Promise<void> =>
  self.registration.showNotification(words.title, {
    body: words.body,
    tag: words.id,
    lang: 'vi',
    data: words,
  });

/** The open app goes to the page, as `features/messages/notice-path.ts` names it; a closed one is opened at it. */
async function openPage(path: string): Promise<void> {
  const target = path.startsWith('/app') ? path : `/app${path}`;
  const open = await self.clients.matchAll({ type: 'window' });
  const app = open.find(({ url }) => new URL(url).pathname.startsWith('/app'));
  if (!app) await self.clients.openWindow(target);
  else await (await app.focus()).navigate(target);
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await cache.addAll(shell.filter((name) => name !== 'index.html').map((name) => PAGE + name));
  await cache.add(new Request(PAGE, { cache: 'reload' }));
}

async function useParts(wanted: string[]): Promise<void> {
  const cache = await caches.open(IN_USE);
  await cache.put(PAGE, Response.json(wanted));
  await keepParts(wanted);
}

async function partsInUse(): Promise<string[]> {
  const kept = await caches.match(PAGE, { cacheName: IN_USE });
  return kept ? ((await kept.json()) as string[]) : [];
}

async function keepParts(wanted: string[]): Promise<void> {
  const cache = await caches.open(SHELL);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const paths = wanted.flatMap((part) => parts[part] ?? []).map((name) => PAGE + name);
  await cache.addAll(paths.filter((path) => !kept.has(path)));
}

async function keepFiles(urls: string[]): Promise<void> {
  const later = await caches.open(LATER);
  for (const url of urls) if (!(await caches.match(url))) await later.add(url);
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => ![SHELL, LATER, IN_USE].includes(name))
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function page({ request }: FetchEvent): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: SHELL });
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
  // A captive portal answers everything with its own page.
  const isPage = fresh.headers.get('content-type')?.startsWith('text/html');
  if (fresh.ok && !isPage && pathname.startsWith(`${PAGE}assets/`)) {
    const later = await caches.open(LATER);
    await later.put(request, fresh.clone());
  }
  return fresh;
}
