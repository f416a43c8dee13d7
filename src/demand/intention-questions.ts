import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../kernel/day.js';
import { isRefusal } from '../kernel/refusal.js';
import { lotCode } from '../lots/index.js';
import type { Actor } from '../platform/access/actor.js';
import { actOf } from '../platform/database/unit-of-work.js';
import { kgText } from '../platform/words/format.js';
import { actIdOf, OtherQuestions, type Asked } from '../replies/index.js';
import { IntentionsStore, type Intention } from './data/intentions.store.js';
import { stateOn } from './domain/intention.js';
import { INTENTION_SMS } from './domain/intention-sms.js';
import { DecideIntention } from './use-cases/decide-intention.js';

/** A buyer who meant to take what was foretold asks for the lot, or lets it be, by one reply (PL-09). */
@Injectable()
export class IntentionQuestions implements OnModuleInit {
  constructor(
    private readonly questions: OtherQuestions,
    private readonly store: IntentionsStore,
    private readonly deciding: DecideIntention,
  ) {}

  onModuleInit(): void {
    this.questions.on(async (personId, since, now) => {
      const byLot = new Map<string, Intention[]>();
      for (const one of await this.store.askedOf(personId, since)) {
        const key = `${one.buyerId} ${one.lotId}`;
        byLot.set(key, [...(byLot.get(key) ?? []), one]);
      }
      return [...byLot.values()].map((meant) => this.asked(personId, meant, now));
    });
  }

  /** All that one buyer meant to take of one lot is one question. */
  private asked(personId: string, meant: readonly Intention[], now: Date): Asked {
    const code = lotCode(meant[0]?.lotId ?? '');
    const open = meant.filter((one) => stateOn(one, dayOf(now)) === 'ASKED');
    return {
      code,
      isOpen: open.length > 0,
      standing: standing(meant, code),
      answer: async (accept, causeId) => {
        const done: Intention[] = [];
        for (const one of open)
          if (await this.decide(personId, one, accept, causeId)) done.push(one);
        const [first] = done;
        if (!first) return INTENTION_SMS.notAsked(code);
        if (!accept) return INTENTION_SMS.dropped(code);
        return INTENTION_SMS.asked(code, kgOf(done), first.orderNumber);
      },
      answerWeight: async () => INTENTION_SMS.notByWeight(code, kgOf(open)),
    };
  }

  private async decide(
    personId: string,
    { id: intentionId, buyerId }: Intention,
    accept: boolean,
    causeId: string,
  ): Promise<boolean> {
    const actor: Actor = {
      personId,
      partyId: buyerId,
      role: 'TRADER',
      sessionId: null,
      locale: 'vi',
    };
    const input = { clientMutationId: actIdOf(causeId, intentionId), intentionId };
    const outcome = accept
      ? await this.deciding.confirm(actOf(actor, 'confirmIntention', input), intentionId)
      : await this.deciding.drop(actOf(actor, 'dropIntention', input), intentionId);
    return !isRefusal(outcome);
  }
}

const kgOf = (meant: readonly Intention[]): string =>
  kgText(meant.reduce((sum, one) => sum + one.grams, 0));

function standing(meant: readonly Intention[], code: string): string {
  if (meant.some(({ state }) => state === 'CONFIRMED')) return INTENTION_SMS.alreadyAsked(code);
  return meant.some(({ state }) => state === 'DROPPED')
    ? INTENTION_SMS.alreadyDropped(code)
    : INTENTION_SMS.over(code);
}
