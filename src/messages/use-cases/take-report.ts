import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DeliveriesStore } from '../data/deliveries.store.js';
import { SignedWords } from '../signed-words.js';

const REPORT = z.object({
  /** The id we gave the message: `idempotency-key` of an SMS, `tracking_id` of Zalo. */
  reference: z.string().refine(isId),
  state: z.enum(['DELIVERED', 'READ', 'FAILED']),
  reason: z.string().max(80).default('REPORTED'),
});

/** A gateway says later what became of a message; one that failed goes on by the next channel. */
@Injectable()
export class TakeReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly signed: SignedWords,
    private readonly deliveries: DeliveriesStore,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the body is no report */
  async run(receiptId: string, body: unknown): Promise<boolean> {
    const report = REPORT.safeParse(body);
    if (!report.success) return false;
    const { reference, state, reason } = report.data;
    await this.uow.run(async (tx) => {
      if (await this.signed.takeOnce(tx, receiptId))
        await this.deliveries.report(tx, reference, state, reason, this.clock.now());
    });
    return true;
  }
}
