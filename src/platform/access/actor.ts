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

/** Those who serve an office: they sign in with a password and a second factor. */
export const STAFF_ROLES: readonly Role[] = [
  'CHECKPOINT_OFFICER',
  'COMMUNE_OFFICER',
  'OFFICE_STAFF',
  'ADMIN',
];

/** Everybody else who signed in. */
export const MARKET_ROLES: readonly Role[] = ROLES.filter(
  (role) => role !== 'GUEST' && !STAFF_ROLES.includes(role),
);

/** Whom a session was opened for. One of the market never acts for the staff, whatever roles its person holds. */
export type Audience = 'MARKET' | 'STAFF';
export const audienceOf = (role: Role): Audience =>
  STAFF_ROLES.includes(role) ? 'STAFF' : 'MARKET';
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
