import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SmsMessageEntity } from './sms-message.entity.js';
import { SpendStore } from './spend.store.js';

const GOES_ANYWAY: readonly SmsMessageEntity['kind'][] = ['OTP', 'CHANGE_HELD'];

/** Written outside the handler's transaction: what was tried stays counted when the gateway fails. */
@Injectable()
export class SmsStore {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly uow: UnitOfWork,
    private readonly purse: SpendStore,
  ) {}

  /**
   * Counts one attempt, and pays with the first. An answer and a question are held back by the month's cap; a sign-in code and
   * a warning of a theft are counted and go all the same.
   *
   * @param message its `payerId` is a cooperative; left out, the district pays
   * @returns false when it was sent before or is held back: then it must not be sent
   */
  attempt(
    message: Pick<SmsMessageEntity, 'id' | 'kind' | 'phone'> & {
      readonly vnd: number;
      readonly payerId?: string | null;
    },
    now: Date,
  ): Promise<boolean> {
    const { id, kind, phone, vnd, payerId = null } = message;
    return this.uow.run(async (tx) => {
      const [tried]: { state: string; attempts: number }[] = await tx.query(
        `insert into sms_messages (id, phone, kind, state, attempts, created_at) values ($1, $2, $3, 'QUEUED', 1, $4)
         on conflict (id) do update set attempts = sms_messages.attempts + 1
         returning state, attempts`,
        [id, phone, kind, now],
      );
      if (tried?.state !== 'QUEUED') return false;
      if (tried.attempts > 1 || vnd === 0) return true;
      const what = kind === 'OTP' ? 'OTP' : 'SMS';
      if (await this.purse.spend(tx, payerId, what, vnd, now, GOES_ANYWAY.includes(kind)))
        return true;
      await tx.query(`update sms_messages set state = 'FAILED' where id = $1`, [id]);
      return false;
    });
  }

  async markSent(id: string, reference: string, now: Date): Promise<void> {
    const sent = { state: 'SENT' as const, reference, sentAt: now };
    await this.dataSource.getRepository(SmsMessageEntity).update(id, sent);
  }

  async markFailed(id: string): Promise<void> {
    await this.dataSource.getRepository(SmsMessageEntity).update(id, { state: 'FAILED' });
  }
}
