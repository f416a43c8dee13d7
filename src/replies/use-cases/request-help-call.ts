import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { HelpCallsStore } from '../data/help-calls.store.js';
import { checkHelp } from '../domain/help-call.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household asks to be called. */
    'help.asked': { helpCallId: string };
  }
}

export interface HelpWish {
  readonly clientMutationId: string;
  readonly screen?: string | null;
  readonly appVersion?: string | null;
  readonly note?: string | null;
}

type Asked =
  { helpCallId: string } | Refusal<'HELP_SCREEN_WRONG' | 'HELP_NOTE_TOO_LONG' | ActRefusal>;

/** "Call me": one waits for a household at a time, so that a second tap changes its words and asks nobody twice. */
@Injectable()
export class RequestHelpCall {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calls: HelpCallsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: HelpWish): Promise<Asked> {
    const words = checkHelp({ screen: wish.screen ?? null, note: wish.note ?? null });
    if (isRefusal(words)) return words;

    const act = actOf(actor, 'requestHelpCall', wish);
    return this.uow.once<Asked>(act, async (tx) => {
      const id = uuid();
      const helpCallId = await this.calls.ask(tx, {
        id,
        householdId: actor.partyId ?? '',
        personId: actor.personId,
        ...words,
        appVersion: wish.appVersion?.slice(0, 40) ?? null,
        askedAt: this.clock.now(),
      });
      if (helpCallId === id) await this.outbox.publish(tx, 'help.asked', { helpCallId });
      return { helpCallId };
    });
  }
}
