import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { kgText, momentText } from '../../platform/words/format.js';
import { QuestionsStore, type Question } from '../data/questions.store.js';
import { readReply, type Reply } from '../domain/reply.js';
import { REPLY_TEXTS } from '../domain/reply-texts.js';
import { OtherQuestions, type Asked } from '../other-questions.js';
import { Answering } from './answering.js';

const DAY_MS = 86_400_000;

/** Reads a text message as the answer to whatever its sender was asked within a day, and gives that answer. */
@Injectable()
export class AnsweringText {
  constructor(
    private readonly questions: QuestionsStore,
    private readonly others: OtherQuestions,
    private readonly answering: Answering,
    private readonly clock: Clock,
  ) {}

  /** @returns what is said back, or undefined when the phone is nobody's here */
  async answer(id: string, from: string, text: string): Promise<string | undefined> {
    const answerer = await this.questions.answererOf(from);
    if (!answerer) return undefined;
    const { personId, householdIds } = answerer;
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAY_MS);
    const asked = [
      ...(await this.questions.of(householdIds, since, now)).map((one) =>
        this.asOffer(personId, one),
      ),
      ...(await this.others.of(personId, since, now)),
    ];
    const reply = readReply(text, [...new Set(asked.map((one) => one.code))]);
    if (reply.says === 'UNCLEAR') return REPLY_TEXTS.help;
    if (reply.says === 'WEIGHT') return REPLY_TEXTS.weight;
    const chosen = chosenBy(reply, asked);
    if (typeof chosen === 'string') return chosen;
    return chosen.isOpen ? chosen.answer(reply.says === 'YES', id) : chosen.standing;
  }

  /** What one order asks one household. */
  private asOffer(personId: string, question: Question): Asked {
    const { householdId, orderNumber, state } = question;
    const actor: Actor = {
      personId,
      partyId: householdId,
      role: 'GROWER',
      sessionId: null,
      locale: 'vi',
    };
    return {
      code: orderNumber,
      isOpen: state === 'OPEN',
      standing: standing(question),
      answer: async (accept, causeId) => {
        const outcome = await this.answering.answer(actor, question, accept, causeId);
        if (!isRefusal(outcome)) return said(question, accept);
        return outcome.refused === 'OFFER_EXPIRED'
          ? standing({ ...question, state: 'EXPIRED' })
          : REPLY_TEXTS.gone(orderNumber);
      },
    };
  }
}

/** The one question that is meant, or what to answer when none or several could be. */
function chosenBy(
  reply: Extract<Reply, { says: 'YES' | 'NO' }>,
  asked: readonly Asked[],
): Asked | string {
  const open = asked.filter((one) => one.isOpen);
  const named = asked.filter((one) => reply.codes.includes(one.code));
  const meant = named.length > 0 ? named : reply.namesOther ? [] : open;
  const [first, ...others] = meant.length > 0 ? meant : reply.namesOther ? [] : asked.slice(0, 1);
  if (!first) return REPLY_TEXTS.nothing;
  const isClear = others.length === 0 && (named.length > 0 || !first.isNamedOnly);
  return isClear ? first : REPLY_TEXTS.which(meant.map((one) => one.code));
}

const said = ({ orderNumber, grams }: Question, accept: boolean): string =>
  accept ? REPLY_TEXTS.accepted(orderNumber, kgText(grams)) : REPLY_TEXTS.declined(orderNumber);

function standing({ state, orderNumber, expiresAt }: Question): string {
  switch (state) {
    case 'ACCEPTED':
      return REPLY_TEXTS.alreadyYes(orderNumber);
    case 'DECLINED':
      return REPLY_TEXTS.alreadyNo(orderNumber);
    case 'EXPIRED':
      return REPLY_TEXTS.expired(orderNumber, momentText(expiresAt));
    case 'OPEN':
    case 'GONE':
      return REPLY_TEXTS.gone(orderNumber);
  }
}
