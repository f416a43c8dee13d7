import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal } from '../../kernel/refusal.js';
import { PlainTexts, SignedWords } from '../../messages/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { kgText, momentText } from '../../platform/words/format.js';
import { QuestionsStore, type Question } from '../data/questions.store.js';
import { readReply, type Reply } from '../domain/reply.js';
import { REPLY_TEXTS } from '../domain/reply-texts.js';
import { ReplyLimits } from '../reply-limits.js';
import { Answering } from './answering.js';

export interface Inbound {
  /** The gateway's id of the message; the same one is answered once. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  readonly text: string;
}

const DAY_MS = 86_400_000;

/** A reply by text message: one tap without the app. Phones that nobody here owns are not answered. */
@Injectable()
export class InboundSms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signed: SignedWords,
    private readonly questions: QuestionsStore,
    private readonly answering: Answering,
    private readonly texts: PlainTexts,
    private readonly limits: ReplyLimits,
    private readonly clock: Clock,
  ) {}

  async run({ id, from, text }: Inbound): Promise<void> {
    if (await this.signed.wasTaken(id)) return;
    const answerer = await this.questions.answererOf(from);
    const answer = answerer && (await this.answerTo(id, answerer, text));
    const isSaid =
      answer !== undefined && (await this.limits.allows(from, answer === REPLY_TEXTS.help));
    await this.uow.run(async (tx) => {
      if ((await this.signed.takeOnce(tx, id)) && isSaid) await this.texts.say(tx, from, answer);
    });
  }

  private async answerTo(
    id: string,
    { personId, householdIds }: { personId: string; householdIds: readonly string[] },
    text: string,
  ): Promise<string> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - DAY_MS);
    const asked = await this.questions.of(householdIds, since, now);
    const reply = readReply(text, [...new Set(asked.map((one) => one.orderNumber))]);
    if (reply.says === 'UNCLEAR') return REPLY_TEXTS.help;
    if (reply.says === 'WEIGHT') return REPLY_TEXTS.weight;
    const chosen = chosenBy(reply, asked);
    if (typeof chosen === 'string') return chosen;
    if (chosen.state !== 'OPEN') return standing(chosen);

    const actor: Actor = {
      personId,
      partyId: chosen.householdId,
      role: 'GROWER',
      sessionId: null,
      locale: 'vi',
    };
    const accept = reply.says === 'YES';
    const outcome = await this.answering.answer(actor, chosen, accept, id);
    if (!isRefusal(outcome)) return said(chosen, accept);
    return outcome.refused === 'OFFER_EXPIRED'
      ? standing({ ...chosen, state: 'EXPIRED' })
      : REPLY_TEXTS.gone(chosen.orderNumber);
  }
}

/** The one question that is meant, or what to answer when none or several could be. */
function chosenBy(
  reply: Extract<Reply, { says: 'YES' | 'NO' }>,
  asked: readonly Question[],
): Question | string {
  const open = asked.filter((one) => one.state === 'OPEN');
  const named = asked.filter((one) => reply.codes.includes(one.orderNumber));
  const meant = named.length > 0 ? named : reply.namesOther ? [] : open;
  const [first, ...others] = meant.length > 0 ? meant : reply.namesOther ? [] : asked.slice(0, 1);
  if (!first) return REPLY_TEXTS.nothing;
  return others.length === 0 ? first : REPLY_TEXTS.which(meant.map((one) => one.orderNumber));
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
