import { Logger } from '@nestjs/common';
import type { Taken } from './gateway.js';
import { SmsGateway } from './sms-gateway.js';

const log = new Logger('sms');

/** Prints what would be sent, on a developer's machine. Never in production: logs must not hold codes. */
export class ConsoleSms extends SmsGateway {
  readonly isOpen = false;

  async send(phone: string, text: string): Promise<Taken> {
    log.warn(`no gateway is set, not sent to ${phone}: ${text}`);
    return { reference: 'console', isDelivered: false };
  }
}
