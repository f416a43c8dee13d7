/** Names one offer, so that a yes to it is a yes to nothing else; short enough to say: `MC-7655C0`. */
export const codeOf = (offerId: string): string => `MC-${offerId.slice(-6).toUpperCase()}`;
