import { Injectable } from '@nestjs/common';
import { PlainTexts, SignedWords } from '../../messages/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { REPLY_TEXTS } from '../domain/reply-texts.js';
import { ReplyLimits } from '../reply-limits.js';
import { AnsweringText } from './answering-text.js';

export interface Inbound {
  /** The gateway's id of the message; the same one is answered once. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  readonly text: string;
}

/** A reply by text message: one tap without the app. Phones that nobody here owns are not answered. */
@Injectable()
export class InboundSms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signed: SignedWords,
    private readonly answering: AnsweringText,
    private readonly texts: PlainTexts,
    private readonly limits: ReplyLimits,
  ) {}

  async run({ id, from, text }: Inbound): Promise<void> {
    if (await this.signed.wasTaken(id)) return;
    const answer = await this.answering.answer(id, from, text);
    const isSaid =
      answer !== undefined && (await this.limits.allows(from, answer === REPLY_TEXTS.help));
    await this.uow.run(async (tx) => {
      if ((await this.signed.takeOnce(tx, id)) && isSaid) await this.texts.say(tx, from, answer);
    });
  }
}
