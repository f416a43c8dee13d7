import { ask } from '../../api/ask.js';
import { Fault, isPassing } from '../../api/fault.js';
import { nameOf, textOf } from '../../api/graphql.js';
import { owe } from '../../api/send.js';
import { forgetReads, signOutHere } from '../../offline/phone.js';
import { isElsewhere, session, signedIn, type Session } from '../../session.js';
import { SignOut, WhoAmI, type Me } from './documents.js';

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

/** After an answer about the profile was lost, or one did not fit: asks the server whom this phone acts for, and follows. */
export async function followAnew(): Promise<void> {
  isElsewhere.value = false;
  try {
    const { me } = await ask(WhoAmI, {});
    // What was read meanwhile was read as somebody else.
    await forgetReads();
    followServer(me);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
  }
}

/** Signs out on this phone, and on the server now or as soon as it can be reached. */
export async function leave(): Promise<void> {
  try {
    await ask(SignOut, {});
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    if (isPassing(fault.code)) {
      owe(JSON.stringify({ operationName: nameOf(SignOut), query: textOf(SignOut) }));
    }
  }
  await withoutNotifications().catch(() => undefined);
  await signOutHere();
}

/** A phone that changes hands must not show what is told to the one before. */
async function withoutNotifications(): Promise<void> {
  const { unsubscribe } = await import('../messages/push-on-phone.js');
  await unsubscribe();
}
