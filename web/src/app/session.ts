import { computed, signal } from '@preact/signals';
import { GUEST_PROFILE, profileOf } from '../../../src/kernel/profile.js';

/** Who this phone is signed in as. The cookie proves it to the server; this only says whose data to open. */
export interface Session {
  personId: string;
  name: string;
  role: string;
  partyId: string | null;
}

const KEY = 'session';

function remembered(): Session | null {
  const text = localStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Session) : null;
}

export const session = signal<Session | null>(
  typeof localStorage === 'undefined' ? null : remembered(),
);

/** Whose part of the phone is open; what is written in it is sent as nobody else. */
export const profile = computed(() => (session.value ? profileOf(session.value) : GUEST_PROFILE));

/** Set when the server acts for another profile than this phone believes: the answer to a change was lost. */
export const isElsewhere = signal(false);

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
  signInNeeded.value = isElsewhere.value = false;
  session.value = as;
}

export function signedOut(): void {
  localStorage.removeItem(KEY);
  signInNeeded.value = false;
  session.value = null;
}
