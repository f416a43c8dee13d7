import { PROFILE_HEADER } from '../../../../src/kernel/profile.js';
import { locale } from '../words/words.js';
import { byStatus, Fault } from './fault.js';
import { asking } from './line.js';

/** A phone on 400 kbit/s needs some seconds for an honest answer; beyond this nothing more is coming. */
export const PATIENCE_MS = 20_000;
/** The same for a photo or a sheet that goes out on such a line. */
export const UPLOAD_PATIENCE_MS = 90_000;

/** What the server answered, whole; no body when it was not JSON. */
export interface Told {
  status: number;
  body: unknown;
}

const OWED = 'sign-out-owed';

/** A sign-out that the server could not hear goes out before anything else, lest the next person be taken for the last. */
export const owe = (signOut: string): void => localStorage.setItem(OWED, signOut);

/**
 * Sends JSON text or a form.
 * @param as the profile a deed was written as; the server does it as nobody else
 * @throws Fault OFFLINE when the whole answer was not here in time
 */
export async function send(
  path: string,
  body: string | FormData,
  patienceMs: number,
  as?: string,
): Promise<Told> {
  const owed = localStorage.getItem(OWED);
  if (owed) {
    const { status } = await sendOne('/graphql', owed, PATIENCE_MS);
    if (status !== 200) throw new Fault(byStatus(status));
    localStorage.removeItem(OWED);
  }
  return sendOne(path, body, patienceMs, as);
}

async function sendOne(
  path: string,
  body: string | FormData,
  patienceMs: number,
  as?: string,
): Promise<Told> {
  // An iPhone on iOS 15 has no AbortSignal.timeout.
  const patience = new AbortController();
  const alarm = setTimeout(() => patience.abort(), patienceMs);
  const told = asking();
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      // The custom header makes a foreign site's request a preflighted one, which the server never grants.
      headers: {
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        'x-requested-with': 'cho-luc-nam',
        'x-locale': locale.value,
        ...(as && { [PROFILE_HEADER]: as }),
      },
      body,
      signal: patience.signal,
    });
    const text = await response.text();
    told(true);
    return { status: response.status, body: parsed(text) };
  } catch {
    told(false);
    throw new Fault('OFFLINE');
  } finally {
    clearTimeout(alarm);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
