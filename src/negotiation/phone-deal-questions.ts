import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isRefusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import { kgText, momentText } from '../platform/words/format.js';
import { actIdOf, OtherQuestions, type Asked } from '../replies/index.js';
import { PhoneDealsStore, type AskedPhoneDeal } from './data/phone-deals.store.js';
import { codeOf } from './domain/code.js';
import { PHONE_DEAL_SMS } from './domain/phone-deal-sms.js';
import type { KeptState } from './domain/thread.js';
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
      return deals.map((deal) => {
        const isAskedAgain = deals.some(({ id, seq }) => id === deal.id && seq !== deal.seq);
        return this.asked(personId, deal, isAskedAgain, now);
      });
    });
  }

  private asked(personId: string, deal: AskedPhoneDeal, isAskedAgain: boolean, now: Date): Asked {
    const { id, offerId, seq, isLive, partyId, role, state, grams, expiresAt } = deal;
    const code = codeOf(offerId);
    const isLate = expiresAt.getTime() <= now.getTime();
    const actor: Actor = { personId, partyId, role, sessionId: null, locale: 'vi' };
    return {
      code,
      isOpen: isLive && state === 'OPEN' && !isLate,
      isNamedOnly: isAskedAgain,
      standing: isLive ? standing(code, state, expiresAt) : PHONE_DEAL_SMS.replaced(code),
      answer: async (accept, causeId) => {
        const wish = { clientMutationId: actIdOf(causeId, id), negotiationId: id, seq };
        const outcome = accept
          ? await this.accepting.run(actor, wish)
          : await this.ending.reject(actor, wish);
        if (isRefusal(outcome)) return PHONE_DEAL_SMS.notMade(code);
        return accept ? PHONE_DEAL_SMS.made(code, kgText(grams)) : PHONE_DEAL_SMS.refused(code);
      },
      answerWeight: async () => PHONE_DEAL_SMS.notByWeight(code, kgText(grams)),
    };
  }
}

function standing(code: string, state: KeptState, expiresAt: Date): string {
  switch (state) {
    case 'ACCEPTED':
      return PHONE_DEAL_SMS.alreadyMade(code);
    case 'OPEN':
    case 'EXPIRED':
      return PHONE_DEAL_SMS.expired(code, momentText(expiresAt));
    case 'REJECTED':
    case 'WITHDRAWN':
      return PHONE_DEAL_SMS.over(code);
  }
}
