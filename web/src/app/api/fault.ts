/** Why an answer did not come. Business refusals are not here: they are data of the answer. */
const FAULT_CODES = [
  'OFFLINE',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'OTHER_PROFILE',
  'NOT_FOUND',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    /** Short code to read out to support, where the server gave one. */
    readonly supportId: string | null = null,
  ) {
    super(code);
  }
}

interface WireError {
  message: string;
  extensions?: { code?: unknown; id?: unknown };
}

/** The first error of a GraphQL answer as a fault; a code we do not know is a fault of the system. */
export function faultOf(error: WireError, status: number): Fault {
  const code = error.extensions?.code;
  const known = FAULT_CODES.find((one) => one === code) ?? byStatus(status);
  const id = error.extensions?.id;
  return new Fault(known, typeof id === 'string' ? id.slice(0, 8) : null);
}

/** What a bare HTTP status means when the body is not GraphQL: a proxy, a captive portal, a restart. */
export function byStatus(status: number): FaultCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  if (status === 409) return 'OTHER_PROFILE';
  if (status === 429) return 'RATE_LIMITED';
  if (status >= 502 && status <= 504) return 'UNAVAILABLE';
  return status >= 400 && status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
}

/** Whether asking again later, with nothing changed, may well succeed. */
export const isPassing = (code: FaultCode): boolean =>
  code === 'OFFLINE' || code === 'UNAVAILABLE' || code === 'RATE_LIMITED';
