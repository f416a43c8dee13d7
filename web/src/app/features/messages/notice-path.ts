/** Pages that a message names by an older or a shorter address, as `[pattern, page]`. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^\/tra-tien$/, '/app'],
  [/^\/(bao|tien)$/, '/app/$1'],
  [/^\/(can|lo)\/(.+)$/, '/app/$1/$2'],
];

/**
 * The page of this app that answers a message; a buyer follows an order where it is gathered.
 * `/can/0190…` → `/app/can/0190…`
 */
export function noticePath(path: string, role: string | undefined): string {
  if (role === 'TRADER') {
    const order = /^\/app\/don\/(.+)$/.exec(path)?.[1];
    if (order) return `/app/gom/${order}`;
  }
  if (path === '/app' || path.startsWith('/app/')) return path;
  for (const [pattern, page] of KNOWN) {
    if (pattern.test(path)) return path.replace(pattern, page);
  }
  return '/app';
}
