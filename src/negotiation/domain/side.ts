/** The two sides of a deal about to be made. */
export type Side = 'BUYER' | 'SELLER';

export const otherSide = (side: Side): Side => (side === 'BUYER' ? 'SELLER' : 'BUYER');
