import { SmsGateway } from './sms-gateway.js';

// The queue tries again, so a slow gateway is better left than waited for.
const PATIENCE_MS = 10_000;

/** A gateway that takes `POST {to, text}` with a bearer token and answers `{id}`. */
export class HttpSms extends SmsGateway {
  constructor(private readonly gateway: { readonly url: string; readonly token: string }) {
    super();
  }

  /** @throws Error when the gateway is unreachable or answers anything but 2xx; the text is not part of it */
  async send(phone: string, text: string): Promise<{ reference: string }> {
    const response = await fetch(this.gateway.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.gateway.token}`,
      },
      body: JSON.stringify({ to: phone, text }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`);
    const answer: unknown = await response.json().catch(() => null);
    const hasId = typeof answer === 'object' && answer !== null && 'id' in answer;
    return { reference: hasId ? String(answer.id) : '' };
  }
}
