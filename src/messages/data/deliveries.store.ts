import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { DeliveryState } from '../domain/journey.js';
import type { Channel } from '../domain/route.js';

export interface NewDelivery {
  readonly id: string;
  readonly noticeId: string;
  readonly channel: Channel;
  readonly words: string | null;
  readonly vnd: number;
}

@Injectable()
export class DeliveriesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Before the gateway is asked, so that a crash in between is seen as a try.
   * @returns the try: when another process was quicker it has that one's id, by which the gateway knows it again
   */
  async begin(tx: Tx, delivery: NewDelivery, now: Date): Promise<{ id: string; attempts: number }> {
    const { id, noticeId, channel, words, vnd } = delivery;
    const [begun]: { id: string; attempts: number }[] = await tx.query(
      `insert into deliveries (id, notice_id, channel, state, words, vnd, tried_at)
       values ($1, $2, $3, 'QUEUED', $4, $5, $6)
       on conflict on constraint deliveries_one_per_channel
       do update set attempts = deliveries.attempts + 1, tried_at = $6
       returning id, attempts`,
      [id, noticeId, channel, words, vnd, now],
    );
    if (!begun) throw new Error('a delivery was neither begun nor found');
    return begun;
  }

  async end(
    id: string,
    state: DeliveryState,
    outcome: { readonly reference?: string; readonly reason?: string },
  ): Promise<void> {
    await this.dataSource.query(
      `update deliveries set state = $2, reference = coalesce($3, reference), reason = $4,
         vnd = case when $2 = 'FAILED' then 0 else vnd end
       where id = $1`,
      [
        id,
        state,
        outcome.reference ?? null,
        state === 'FAILED' ? (outcome.reason ?? 'FAULT') : null,
      ],
    );
  }

  /**
   * What the gateway reports later. A state never goes back: after READ a late DELIVERED changes nothing.
   * @returns the message, when it has to be looked at because the report says it failed
   */
  async report(
    tx: Tx,
    id: string,
    state: 'DELIVERED' | 'READ' | 'FAILED',
    reason: string,
    now: Date,
  ): Promise<void> {
    const before = {
      DELIVERED: ['QUEUED', 'SENT'],
      READ: ['QUEUED', 'SENT', 'DELIVERED'],
      FAILED: ['QUEUED', 'SENT'],
    };
    const [changed]: [{ noticeId: string }[], number] = await tx.query(
      `update deliveries set state = $2, reason = case when $2 = 'FAILED' then $3 end
       where id = $1 and state = any ($4) returning notice_id as "noticeId"`,
      [id, state, reason, before[state]],
    );
    const noticeId = changed[0]?.noticeId;
    if (noticeId !== undefined && state === 'FAILED')
      await tx.query(`update notices set due_at = $2 where id = $1`, [noticeId, now]);
  }
}
