/** The two sides of a deal, made or about to be. */
export type Side = 'BUYER' | 'SELLER';

export const otherSide = (side: Side): Side => (side === 'BUYER' ? 'SELLER' : 'BUYER');
