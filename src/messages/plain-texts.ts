import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Handlers } from '../platform/events/handlers.js';
import { Outbox } from '../platform/events/outbox.js';
import { SendText } from './use-cases/send-text.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** A text message answers one that came from this phone. */
    'text.answered': { phone: string; text: string };
  }
}

/** Text messages that answer a text message. */
@Injectable()
export class PlainTexts implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly outbox: Outbox,
    private readonly sending: SendText,
  ) {}

  onModuleInit(): void {
    this.handlers.reckonOn('text.answered', 'messages.send-answer', ({ phone, text }, _, id) =>
      this.sending.run({ id, kind: 'REPLY', phone }, text),
    );
  }

  /** @param phone E.164  @param text without marks, at most 160 characters */
  say(tx: Tx, phone: string, text: string): Promise<void> {
    return this.outbox.publish(tx, 'text.answered', { phone, text });
  }
}
