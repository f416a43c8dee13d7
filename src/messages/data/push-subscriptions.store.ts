import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PushAddress } from '../gateways/push-service.js';

/** Nobody reads on more phones; each costs a request for every message. */
const MOST = 10;

@Injectable()
export class PushSubscriptionsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(personId: string): Promise<PushAddress[]> {
    return this.dataSource.query(
      `select endpoint, p256dh, auth from push_subscriptions where person_id = $1 order by created_at`,
      [personId],
    );
  }

  /** One browser tells one person: whoever signed in last on this phone. */
  async add(
    tx: Tx,
    subscription: PushAddress & { readonly id: string; readonly personId: string },
    now: Date,
  ): Promise<void> {
    const { id, personId, endpoint, p256dh, auth } = subscription;
    await tx.query(
      `insert into push_subscriptions (id, person_id, endpoint, p256dh, auth, created_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint push_subscriptions_endpoint
       do update set person_id = $2, p256dh = $4, auth = $5, created_at = $6`,
      [id, personId, endpoint, p256dh, auth, now],
    );
    await tx.query(
      `delete from push_subscriptions where id in (
         select id from push_subscriptions where person_id = $1 order by created_at desc, id desc offset ${MOST})`,
      [personId],
    );
  }

  async remove(tx: Tx, personId: string, endpoint: string): Promise<void> {
    await tx.query(`delete from push_subscriptions where person_id = $1 and endpoint = $2`, [
      personId,
      endpoint,
    ]);
  }

  /** The push service says that nobody is there any more. */
  async drop(endpoint: string): Promise<void> {
    await this.dataSource.query(`delete from push_subscriptions where endpoint = $1`, [endpoint]);
  }
}
