import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isRefusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import { kgText, momentText } from '../platform/words/format.js';
import { actIdOf, OtherQuestions, type Asked } from '../replies/index.js';
import { PhoneDealsStore, type AskedPhoneDeal } from './data/phone-deals.store.js';
import { codeOf } from './domain/code.js';
import { PHONE_DEAL_SMS } from './domain/phone-deal-sms.js';
import { AcceptOffer } from './use-cases/accept-offer.js';
import { EndNegotiation } from './use-cases/end-negotiation.js';

/** What was agreed by telephone is a deal by one reply of the other side (NG-12); no reply, no deal. */
@Injectable()
export class PhoneDealQuestions implements OnModuleInit {
  constructor(
    private readonly questions: OtherQuestions,
    private readonly store: PhoneDealsStore,
    private readonly accepting: AcceptOffer,
    private readonly ending: EndNegotiation,
  ) {}

  onModuleInit(): void {
    this.questions.on(async (personId, since, now) => {
      const deals = await this.store.askedOf(personId, since);
      return deals.map((deal) => this.asked(personId, deal, now));
    });
  }

  private asked(personId: string, deal: AskedPhoneDeal, now: Date): Asked {
    const { id, seq, partyId, role, state, grams, expiresAt } = deal;
    const code = codeOf(id);
    const isLate = expiresAt.getTime() <= now.getTime();
    const actor: Actor = { personId, partyId, role, sessionId: null, locale: 'vi' };
    return {
      code,
      isOpen: state === 'OPEN' && !isLate,
      standing:
        state === 'ACCEPTED'
          ? PHONE_DEAL_SMS.alreadyMade(code)
          : state === 'EXPIRED' || state === 'OPEN'
            ? PHONE_DEAL_SMS.expired(code, momentText(expiresAt))
            : PHONE_DEAL_SMS.over(code),
      answer: async (accept, causeId) => {
        const wish = { clientMutationId: actIdOf(causeId, id), negotiationId: id, seq };
        const outcome = accept
          ? await this.accepting.run(actor, wish)
          : await this.ending.reject(actor, wish);
        if (isRefusal(outcome)) return PHONE_DEAL_SMS.notMade(code);
        return accept ? PHONE_DEAL_SMS.made(code, kgText(grams)) : PHONE_DEAL_SMS.refused(code);
      },
    };
  }
}
