import { isElsewhere, signInNeeded } from '../session.js';
import { byStatus, Fault, faultOf } from './fault.js';
import { nameOf, textOf, type Operation } from './graphql.js';
import { PATIENCE_MS, send } from './send.js';

interface Answer {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: unknown; id?: unknown } }[];
}

/**
 * Asks the server and hands back the data, or throws a `Fault`. A business refusal is data: a union member.
 * `ask(OpenLots, { crop: 'NA' })`
 * @param as the profile a deed was written as; the server does it as nobody else
 */
export const ask = <Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
  as?: string,
): Promise<Result> => post(nameOf(document), textOf(document), variables, as) as Promise<Result>;

/** The same for an operation that waited on the phone as text. */
export async function post(
  operationName: string,
  query: string,
  variables: unknown,
  as?: string,
): Promise<unknown> {
  const body = JSON.stringify({ operationName, query, variables });
  const told = await send('/graphql', body, PATIENCE_MS, as);
  const answer = told.body as Answer | null;
  const [error] = answer?.errors ?? [];
  if (error || !answer?.data) {
    const fault = error ? faultOf(error, told.status) : new Fault(byStatus(told.status));
    if (fault.code === 'UNAUTHENTICATED') signInNeeded.value = true;
    if (fault.code === 'OTHER_PROFILE') isElsewhere.value = true;
    throw fault;
  }
  return answer.data;
}
