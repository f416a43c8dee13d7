import type { Page } from 'playwright-core';

/** In the page: whether the worker has kept a file of this name. */
export const hasFile = (name: string): string => `(async () => {
  const boxes = await caches.keys();
  const kept = await Promise.all(boxes.map(async (one) => (await caches.open(one)).keys()));
  return kept.flat().some(({ url }) => url.includes('${name}'));
})()`;

/** In the page: whether an answer to this question has been kept for later. */
export const hasRead = (operation: string): string => `(async () => {
  const kept = (await indexedDB.databases()).find(({ name }) => !name.endsWith(':guest'));
  return new Promise((resolve) => {
    const opening = indexedDB.open(kept?.name);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('reads').objectStore('reads').getAllKeys();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.some((key) => key.startsWith('${operation} ')));
      };
    };
  });
})()`;

/** On a poor line the worker of the app comes last: on this phone not before it is let. */
export async function holdsWorkerBack(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(`
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = (...asked) =>
      new Promise((resolve) => addEventListener('let-worker', () => resolve(register(...asked)), { once: true }));
  `);
  return () => page.evaluate(`dispatchEvent(new Event('let-worker'))`);
}
