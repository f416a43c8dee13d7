import { signInNeeded } from '../session.js';
import { locale } from '../words/words.js';
import { byStatus, Fault, faultOf } from './fault.js';
import { nameOf, textOf, type Operation } from './graphql.js';
import { isOnline } from './line.js';

// A phone on 400 kbit/s needs some seconds for an honest answer; beyond this nothing more is coming.
const PATIENCE_MS = 20_000;

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: unknown; id?: unknown } }[];
}

/**
 * Asks the server and hands back the data, or throws a `Fault`. A business refusal is data: a union member.
 * `ask(OpenLots, { crop: 'NA' })`
 */
export const ask = <Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
): Promise<Result> => post(nameOf(document), textOf(document), variables) as Promise<Result>;

/** The same for an operation that waited on the phone as text. */
export async function post(
  operationName: string,
  query: string,
  variables: unknown,
): Promise<unknown> {
  const response = await send(JSON.stringify({ operationName, query, variables }));
  const answer = await read(response);
  const [error] = answer?.errors ?? [];
  if (error || !answer?.data) {
    const fault = error ? faultOf(error, response.status) : new Fault(byStatus(response.status));
    if (fault.code === 'UNAUTHENTICATED') signInNeeded.value = true;
    throw fault;
  }
  return answer.data;
}

async function send(body: string): Promise<Response> {
  // An iPhone on iOS 15 has no AbortSignal.timeout.
  const patience = new AbortController();
  const alarm = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      // The custom header makes a foreign site's request a preflighted one, which the server never grants.
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'cho-luc-nam',
        'x-locale': locale.value,
      },
      body,
      signal: patience.signal,
    });
    isOnline.value = true;
    return response;
  } catch {
    isOnline.value = false;
    throw new Fault('OFFLINE');
  } finally {
    clearTimeout(alarm);
  }
}

async function read(response: Response): Promise<Answer | null> {
  try {
    return (await response.json()) as Answer;
  } catch {
    return null;
  }
}
