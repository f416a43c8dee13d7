import type { Taken } from './gateway.js';
import { SmsGateway } from './sms-gateway.js';

/** A production server without a gateway: each message fails, is tried again as often as its kind is, and says in the log what is missing. */
export class MissingSms extends SmsGateway {
  readonly isOpen = false;

  send(): Promise<Taken> {
    return Promise.reject(
      new Error('SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN are not set: no message can be sent'),
    );
  }
}
