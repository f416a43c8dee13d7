import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { SignedWords } from '../../messages/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { kgText, momentText } from '../../platform/words/format.js';
import { QuestionsStore, type OpenLine, type Question } from '../data/questions.store.js';
import { readReply, type Reply } from '../domain/reply.js';
import { readUndo } from '../domain/undo.js';
import { REPLY_TEXTS } from '../domain/reply-texts.js';
import { OtherQuestions, type Asked } from '../other-questions.js';
import { Answering, type Said } from './answering.js';
import { UndoingText } from './undoing-text.js';

const DAY_MS = 86_400_000;
/** As many as one text message holds with their kilograms. */
const MOST_GRADES = 4;

/** Reads a text message as the answer to whatever its sender was asked within a day, and gives that answer. */
@Injectable()
export class AnsweringText {
  constructor(
    private readonly signed: SignedWords,
    private readonly questions: QuestionsStore,
    private readonly others: OtherQuestions,
    private readonly answering: Answering,
    private readonly undoing: UndoingText,
    private readonly clock: Clock,
  ) {}

  /** @returns what is said back, or undefined when the phone is nobody's here, or the message was answered meanwhile */
  async answer(id: string, from: string, text: string): Promise<string | undefined> {
    const answerer = await this.questions.answererOf(from);
    if (!answerer) return undefined;
    const { personId, householdIds } = answerer;
    const undo = readUndo(text);
    if (undo) return this.undoing.answer(id, answerer, undo.code);
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
    if (reply.says === 'WEIGHT' && reply.grams === null) return REPLY_TEXTS.weightUnclear;
    const likely = chosenBy(reply, asked);
    if (typeof likely === 'string') return likely;
    const meant = await this.signed.meantFirst(id, likely.code);
    const chosen = likely.code === meant ? likely : asked.find(({ code }) => code === meant);
    if (!chosen) return meant === undefined ? undefined : REPLY_TEXTS.nothing;
    if (!chosen.isOpen) return chosen.standing;
    if (reply.says === 'GRADES')
      return chosen.answerGrades?.(reply.weights, id) ?? REPLY_TEXTS.weightUnclear;
    return reply.says === 'WEIGHT' && reply.grams !== null
      ? chosen.answerWeight(reply.grams, id)
      : chosen.answer(reply.says === 'YES', id);
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
    const answer = async (reply: Said, causeId: string): Promise<string> => {
      const outcome = await this.answering.answer(actor, question, reply, causeId);
      return isRefusal(outcome) ? refusedText(question, outcome) : said(question, reply);
    };
    return {
      code: orderNumber,
      isOpen: state === 'OPEN',
      standing: standing(question),
      answer: (accept, causeId) => answer({ accept, grams: null }, causeId),
      answerWeight: (grams, causeId) => answer({ accept: true, grams }, causeId),
      answerGrades: async (weights, causeId) => {
        const given = await this.answering.answerGrades(actor, question, weights, causeId);
        return isRefusal(given)
          ? refusedText(question, given)
          : said(question, { accept: given.grams > 0, grams: given.grams });
      },
    };
  }
}

/** The one question that is meant, or what to answer when none or several could be. */
function chosenBy(
  reply: Exclude<Reply, { says: 'UNCLEAR' }>,
  asked: readonly Asked[],
): Asked | string {
  const open = asked.filter((one) => one.isOpen);
  const named = asked.filter((one) => reply.codes.includes(one.code));
  const meant = named.length > 0 ? named : reply.namesOther ? [] : open;
  const [first, ...others] = meant.length > 0 ? meant : reply.namesOther ? [] : asked.slice(0, 1);
  if (!first) return REPLY_TEXTS.nothing;
  const isClear = others.length === 0 && (named.length > 0 || !first.isNamedOnly);
  if (isClear) return first;
  const codes = meant.map((one) => one.code);
  const kg = reply.says === 'WEIGHT' && reply.grams !== null && kgText(reply.grams);
  return REPLY_TEXTS.which(codes, kg ? kg.replace(' ', '') : '1');
}

/** What was understood, with kilograms and code. */
function said({ orderNumber, grams: asked }: Question, { accept, grams }: Said): string {
  if (!accept) return REPLY_TEXTS.declined(orderNumber);
  return grams === null || grams === asked
    ? REPLY_TEXTS.accepted(orderNumber, kgText(asked))
    : REPLY_TEXTS.acceptedPart(orderNumber, kgText(grams), kgText(asked));
}

function refusedText(question: Question, { refused, facts }: Refusal): string {
  const { orderNumber, grams } = question;
  switch (refused) {
    case 'OFFER_EXPIRED':
      return standing({ ...question, state: 'EXPIRED' });
    case 'OFFER_MORE_THAN_ASKED':
      return REPLY_TEXTS.moreThanAsked(orderNumber, kgText(grams));
    case 'OFFER_BELOW_LEAST':
      return REPLY_TEXTS.belowLeast(orderNumber, kgText(Number(facts['leastGrams'])));
    case 'OFFER_LOT_WHOLE':
      return REPLY_TEXTS.lotWhole(orderNumber, kgText(grams));
    case 'OFFER_OF_SEVERAL_GRADES':
      return REPLY_TEXTS.severalGrades(orderNumber, linesOf(question));
    default:
      return REPLY_TEXTS.gone(orderNumber);
  }
}

/** What was asked as it may be answered, `L1 100kg, L2 50kg`; undefined where a grade alone would not name a line. */
function linesOf({ open }: Question): string | undefined {
  const grades = new Set(open.map(({ gradeCode }) => gradeCode));
  const isNameable = grades.size === open.length && grades.size <= MOST_GRADES;
  const line = ({ gradeCode, grams }: OpenLine): string =>
    `${gradeCode} ${kgText(grams).replace(' ', '')}`;
  return isNameable ? open.map(line).join(', ') : undefined;
}

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
