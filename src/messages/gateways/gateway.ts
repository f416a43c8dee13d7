/** What a gateway answered: its own id of the message, and whether it is on the phone already. */
export interface Taken {
  readonly reference: string;
  readonly isDelivered: boolean;
}

/** The gateway will not take this message, however often it is asked. Anything else that is thrown may pass. */
export class GatewayRefusal extends Error {
  constructor(readonly reason: string) {
    super(`the gateway refused the message: ${reason}`);
  }
}

// The queue tries again, so a slow gateway is better left than waited for.
const PATIENCE_MS = 10_000;
// Too many at once, and a time-out on their side, pass.
const PASSING = new Set([408, 429]);

/**
 * Posts JSON and reads JSON; words and phones never stand in what is thrown.
 * @throws GatewayRefusal for a 4xx that will not pass, Error for everything else but 2xx
 */
export async function postJson(
  gateway: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: object,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.ok) return response.json().catch(() => null);
  const { status } = response;
  if (status >= 400 && status < 500 && !PASSING.has(status))
    throw new GatewayRefusal(`HTTP_${status}`);
  throw new Error(`${gateway} answered ${status}`);
}
