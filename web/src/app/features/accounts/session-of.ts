import { ask } from '../../api/ask.js';
import { Fault } from '../../api/fault.js';
import { signOutHere } from '../../offline/phone.js';
import { session, signedIn, type Session } from '../../session.js';
import { SignOut, type Me } from './documents.js';

type Standing = Pick<Me, 'person' | 'role' | 'party'>;

export const sessionOf = ({ person, role, party }: Standing): Session => ({
  personId: person.id,
  name: person.name,
  role,
  partyId: party?.id ?? null,
});

/** Follows the server when it says that this person now acts as somebody else. */
export function followServer(me: Standing | null | undefined): void {
  const known = session.value;
  if (!me || known?.personId !== me.person.id) return;
  const now = sessionOf(me);
  if (now.role !== known.role || now.partyId !== known.partyId || now.name !== known.name) {
    signedIn(now);
  }
}

/** Signs out on the server if it can be reached, and on this phone in any case. */
export async function leave(): Promise<void> {
  try {
    await ask(SignOut, {});
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
  }
  await withoutNotifications().catch(() => undefined);
  await signOutHere();
}

/** A phone that changes hands must not show what is told to the one before. */
async function withoutNotifications(): Promise<void> {
  const { unsubscribe } = await import('../messages/push-on-phone.js');
  await unsubscribe();
}
