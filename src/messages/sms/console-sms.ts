import { Logger } from '@nestjs/common';
import { SmsGateway } from './sms-gateway.js';

const log = new Logger('sms');

/** Prints what would be sent, on a developer's machine. Never in production: logs must not hold codes. */
export class ConsoleSms extends SmsGateway {
  async send(phone: string, text: string): Promise<{ reference: string }> {
    log.warn(`no gateway is set, not sent to ${phone}: ${text}`);
    return { reference: 'console' };
  }
}
