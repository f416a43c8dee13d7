interface Saleable {
  readonly state: string;
  readonly readyTo: Date;
  readonly isResting: boolean;
}

/** Its household pauses the lot, or sells nothing in its hours: neither asked for nor agreed on until it goes on. */
export const isAtRest = ({ state, isResting }: Pick<Saleable, 'state' | 'isResting'>): boolean =>
  state === 'PAUSED' || isResting;

/** Whether somebody may still name terms for a lot. */
export const canBeSold = (lot: Saleable, now: Date): boolean =>
  lot.state === 'PUBLISHED' && !lot.isResting && lot.readyTo > now;

/** LI-09: until its hour a lot is shown to those its household chose, and only they bargain for it. */
export const isShownTo = (
  lot: { readonly openToAllAt: Date | null; readonly audience: readonly string[] },
  partyId: string | null,
  now: Date,
): boolean =>
  lot.openToAllAt === null ||
  lot.openToAllAt <= now ||
  (partyId !== null && lot.audience.includes(partyId));
