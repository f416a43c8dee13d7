/** Short enough to say, and no word of whose it is; the page it opens is found by the whole id: `LO-7655C0`. */
export const lotCode = (lotId: string): string => `LO-${lotId.slice(-6).toUpperCase()}`;
