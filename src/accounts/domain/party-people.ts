import type { Role } from '../../platform/access/actor.js';

/** In which role somebody speaks for a party of the market; offices are staffed by two colleagues, not from here. */
export const SPEAKER_OF = {
  HOUSEHOLD: 'GROWER',
  COOPERATIVE: 'COOP_CLERK',
  TRADER: 'TRADER',
  TRANSPORTER: 'TRANSPORTER',
} as const satisfies Readonly<Record<string, Role>>;

export const SPEAKERS: readonly Role[] = Object.values(SPEAKER_OF);

/** Undefined for a party that is not of the market. */
export const speakerOf = (kind: string): Role | undefined =>
  kind in SPEAKER_OF ? SPEAKER_OF[kind as keyof typeof SPEAKER_OF] : undefined;

/** How many telephones speak for one party at most: a large family, the desk of a cooperative. */
export const MOST_SPEAKERS = 12;
