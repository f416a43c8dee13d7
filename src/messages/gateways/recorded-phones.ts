import { GatewayRefusal, type Taken } from './gateway.js';
import { SmsGateway } from './sms-gateway.js';
import { ZaloGateway, type ZaloMessage } from './zalo-gateway.js';

export interface RecordedMessage {
  readonly channel: 'ZALO' | 'SMS';
  readonly text: string;
  readonly isFromPhone: boolean;
  readonly at: Date;
}

const KEPT_EACH = 60;
const PHONES_KEPT = 2_000;

/**
 * The gateways of the demonstration: nothing leaves this process, and each phone keeps what it got, so that a visitor can
 * read it and reply. Phones with an even last digit have Zalo; the others get text messages.
 */
export class RecordedPhones {
  readonly #phones = new Map<string, RecordedMessage[]>();
  readonly sms: SmsGateway = new RecordedSms(this);
  readonly zalo: ZaloGateway = new RecordedZalo(this);

  /** Newest last. @param phone E.164 */
  messagesOf(phone: string): readonly RecordedMessage[] {
    return this.#phones.get(phone) ?? [];
  }

  record(phone: string, channel: 'ZALO' | 'SMS', text: string, isFromPhone = false): void {
    if (!this.#phones.has(phone) && this.#phones.size >= PHONES_KEPT) return;
    const kept = [...this.messagesOf(phone), { channel, text, isFromPhone, at: new Date() }];
    this.#phones.set(phone, kept.slice(-KEPT_EACH));
  }
}

class RecordedSms extends SmsGateway {
  readonly isOpen = true;

  constructor(private readonly phones: RecordedPhones) {
    super();
  }

  async send(phone: string, text: string, id: string): Promise<Taken> {
    this.phones.record(phone, 'SMS', text);
    return { reference: id, isDelivered: true };
  }
}

class RecordedZalo extends ZaloGateway {
  constructor(private readonly phones: RecordedPhones) {
    super();
  }

  carries(): boolean {
    return true;
  }

  async send(phone: string, { text }: ZaloMessage, id: string): Promise<Taken> {
    if (Number(phone.at(-1)) % 2 === 1) throw new GatewayRefusal('ZALO_-118');
    this.phones.record(phone, 'ZALO', text);
    return { reference: id, isDelivered: true };
  }
}
