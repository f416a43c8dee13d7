/** In the page: whether the worker has kept a file of this name. */
export const hasFile = (name: string): string => `(async () => {
  const boxes = await caches.keys();
  const kept = await Promise.all(boxes.map(async (one) => (await caches.open(one)).keys()));
  return kept.flat().some(({ url }) => url.includes('${name}'));
})()`;
