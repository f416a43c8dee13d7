import type { Taken } from './gateway.js';
import { SmsGateway } from './sms-gateway.js';

/** A production server without a gateway: the message waits in the queue until an operator sets one. */
export class MissingSms extends SmsGateway {
  readonly isOpen = false;

  send(): Promise<Taken> {
    return Promise.reject(
      new Error('SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN are not set: no message can be sent'),
    );
  }
}
