export const ROLES = [
  'GUEST',
  'NEWCOMER',
  'GROWER',
  'COOP_CLERK',
  'TRADER',
  'DRIVER',
  'TRANSPORTER',
  'CHECKPOINT_OFFICER',
  'COMMUNE_OFFICER',
  'OFFICE_STAFF',
  'ADMIN',
] as const;

export type Role = (typeof ROLES)[number];
export type Locale = 'vi' | 'en';

/** Who is asking, and as which party: one person may be a grower this minute and a driver the next. */
export interface Actor {
  /** '' for a guest. */
  readonly personId: string;
  /** The party acted for; null for a guest. */
  readonly partyId: string | null;
  readonly role: Role;
  readonly sessionId: string | null;
  readonly locale: Locale;
}

export const guest = (locale: Locale): Actor => ({
  personId: '',
  partyId: null,
  role: 'GUEST',
  sessionId: null,
  locale,
});

/** Turns a request's session cookie into an actor; the accounts feature does it. */
export abstract class Authenticator {
  abstract actorOf(token: string | undefined, locale: Locale): Promise<Actor>;
}
