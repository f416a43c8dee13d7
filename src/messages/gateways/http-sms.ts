import { postJson, type Taken } from './gateway.js';
import { SmsGateway } from './sms-gateway.js';

/** A gateway that takes `POST {to, text}` with a bearer token and an idempotency key, and answers `{id}`. */
export class HttpSms extends SmsGateway {
  readonly isOpen = true;

  constructor(private readonly gateway: { readonly url: string; readonly token: string }) {
    super();
  }

  async send(phone: string, text: string, id: string): Promise<Taken> {
    const headers = { authorization: `Bearer ${this.gateway.token}`, 'idempotency-key': id };
    const answer = await postJson('the SMS gateway', this.gateway.url, headers, {
      to: phone,
      text,
    });
    const hasId = typeof answer === 'object' && answer !== null && 'id' in answer;
    return { reference: hasId ? String(answer.id) : '', isDelivered: false };
  }
}
