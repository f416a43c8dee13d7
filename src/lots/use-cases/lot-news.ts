import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { LotEntity, LotGradeEntity } from '../data/lot.entities.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    'lot.created': { lotId: string };
    'lot.published': { lotId: string };
  }
}

/** What follows from a new lot: those who wait for it hear, and so does a household it was offered for. */
@Injectable()
export class LotNews {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
  ) {}

  async created(
    tx: Tx,
    actor: Actor,
    lot: LotEntity,
    lines: readonly Pick<LotGradeEntity, 'offeredG'>[],
  ): Promise<void> {
    await this.assisted.record(tx, actor, {
      householdId: lot.householdId,
      kind: 'LOT_OFFERED',
      subjectId: lot.id,
      facts: { cropCode: lot.cropCode, grams: lines.reduce((sum, one) => sum + one.offeredG, 0) },
    });
    await this.outbox.publish(tx, 'lot.created', { lotId: lot.id });
    if (lot.state === 'PUBLISHED')
      await this.outbox.publish(tx, 'lot.published', { lotId: lot.id });
  }
}
