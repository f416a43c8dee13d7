import { signal } from '@preact/signals';

/** Who this phone is signed in as. The cookie proves it to the server; this only says whose data to open. */
export interface Session {
  personId: string;
  name: string;
  role: string;
  partyId: string | null;
}

const KEY = 'session';

/**
 * Whose drafts and waiting acts these are: households that share a phone share its person, so the party and the role are
 * part of it.
 */
export const profileOf = ({ personId, partyId, role }: Session): string =>
  partyId === null ? personId : `${personId}.${partyId}.${role}`;

function remembered(): Session | null {
  const text = localStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Session) : null;
}

export const session = signal<Session | null>(
  typeof localStorage === 'undefined' ? null : remembered(),
);

/** Another window of this phone signed in, out, or went on as somebody else: this one has the same cookie and follows. */
export function followOtherWindows(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) session.value = remembered();
  });
}

/** Set when the server no longer knows the cookie; what is on the phone stays until the person signs in or out. */
export const signInNeeded = signal(false);

export function signedIn(as: Session): void {
  localStorage.setItem(KEY, JSON.stringify(as));
  signInNeeded.value = false;
  session.value = as;
}

export function signedOut(): void {
  localStorage.removeItem(KEY);
  signInNeeded.value = false;
  session.value = null;
}
