/** Short enough to say; the page it opens is found by the whole id: `MC-7655C0`. */
export const codeOf = (negotiationId: string): string =>
  `MC-${negotiationId.slice(-6).toUpperCase()}`;
