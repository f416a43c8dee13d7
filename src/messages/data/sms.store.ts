import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { SmsMessageEntity } from './sms-message.entity.js';
import { SpendStore } from './spend.store.js';

/** Written outside the handler's transaction: what was tried stays counted when the gateway fails. */
@Injectable()
export class SmsStore {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly purse: SpendStore,
  ) {}

  /** Counts one attempt. False when the message was sent before: then it must not be sent again. */
  async attempt(
    id: string,
    kind: SmsMessageEntity['kind'],
    phone: string,
    now: Date,
  ): Promise<boolean> {
    const rows: { state: string }[] = await this.dataSource.query(
      `insert into sms_messages (id, phone, kind, state, attempts, created_at) values ($1, $2, $3, 'QUEUED', 1, $4)
       on conflict (id) do update set attempts = sms_messages.attempts + 1
       returning state`,
      [id, phone, kind, now],
    );
    return rows[0]?.state === 'QUEUED';
  }

  /** What was paid for is counted with every other message of the month. */
  async markSent(
    id: string,
    kind: SmsMessageEntity['kind'],
    { reference, vnd }: { readonly reference: string; readonly vnd: number },
    now: Date,
  ): Promise<void> {
    const sent = { state: 'SENT' as const, reference, sentAt: now };
    await this.dataSource.getRepository(SmsMessageEntity).update(id, sent);
    if (vnd > 0) await this.purse.spend(null, kind === 'OTP' ? 'OTP' : 'SMS', vnd, now);
  }

  async markFailed(id: string): Promise<void> {
    await this.dataSource.getRepository(SmsMessageEntity).update(id, { state: 'FAILED' });
  }
}
