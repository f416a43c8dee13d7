import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Handlers } from '../platform/events/handlers.js';
import { Outbox, type DomainEvents } from '../platform/events/outbox.js';
import { SmsStore } from './data/sms.store.js';
import { SmsGateway } from './gateways/sms-gateway.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** A text message answers one that came from this phone. */
    'text.answered': { phone: string; text: string };
  }
}

/** Text messages that answer a text message: not about an event, so not in anybody's list of messages. */
@Injectable()
export class PlainTexts implements OnModuleInit {
  readonly #vnd: number;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly handlers: Handlers,
    private readonly outbox: Outbox,
    private readonly messages: SmsStore,
    private readonly gateway: SmsGateway,
    private readonly clock: Clock,
  ) {
    this.#vnd = config.smsVnd;
  }

  onModuleInit(): void {
    this.handlers.on('text.answered', 'messages.send-answer', (_, answer, eventId) =>
      this.send(answer, eventId),
    );
  }

  /** @param phone E.164  @param text without marks, at most 160 characters */
  say(tx: Tx, phone: string, text: string): Promise<void> {
    return this.outbox.publish(tx, 'text.answered', { phone, text });
  }

  /** A fault of the gateway is thrown, so that the queue tries again. */
  private async send(
    { phone, text }: DomainEvents['text.answered'],
    eventId: string,
  ): Promise<void> {
    const now = this.clock.now();
    if (!(await this.messages.attempt(eventId, 'REPLY', phone, now))) return;
    const { reference } = await this.gateway.send(phone, text, eventId);
    await this.messages.markSent(eventId, 'REPLY', { reference, vnd: this.#vnd }, now);
  }
}
