import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { SmsStore } from '../data/sms.store.js';
import type { SmsMessageEntity } from '../data/sms-message.entity.js';
import { SmsGateway } from '../gateways/sms-gateway.js';

/** A text message that is not about an event, so not in anybody's list of messages. */
@Injectable()
export class SendText {
  readonly #vnd: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly messages: SmsStore,
    private readonly gateway: SmsGateway,
    private readonly clock: Clock,
  ) {
    this.#vnd = config.smsVnd;
  }

  /**
   * Once, however often it is asked for by this id.
   * @param text without marks, at most 160 characters
   * @throws a fault of the gateway, so that the queue tries again
   */
  async run(message: Pick<SmsMessageEntity, 'id' | 'kind' | 'phone'>, text: string): Promise<void> {
    const now = this.clock.now();
    if (!(await this.messages.attempt({ ...message, vnd: this.#vnd }, now))) return;
    const { reference } = await this.gateway.send(message.phone, text, message.id);
    await this.messages.markSent(message.id, reference, now);
  }
}
