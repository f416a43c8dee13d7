import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { KeptState } from '../domain/thread.js';

/** One offer of a phone deal that somebody was to confirm, and for which of her parties. */
export interface AskedPhoneDeal {
  readonly id: string;
  readonly offerId: string;
  readonly seq: number;
  /** No other offer has taken its place. */
  readonly isLive: boolean;
  readonly partyId: string;
  readonly role: 'GROWER' | 'TRADER';
  readonly state: KeptState;
  readonly grams: number;
  readonly expiresAt: Date;
}

/** Deals made by telephone, as they wait for the other side. */
@Injectable()
export class PhoneDealsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Newest first, written down after `since` by the other side. */
  askedOf(personId: string, since: Date): Promise<AskedPhoneDeal[]> {
    return this.dataSource.query(
      `select n.id, o.id as "offerId", o.seq, o.seq = n.live_seq as "isLive", m.party_id as "partyId", m.role, n.state, o.expires_at as "expiresAt",
         (select sum((line ->> 'grams')::int8)::float8 from jsonb_array_elements(o.lines) line) as grams
       from negotiations n join negotiation_offers o on o.negotiation_id = n.id
       join memberships m on m.person_id = $1
         and ((o.side = 'BUYER' and m.role = 'GROWER' and m.party_id = n.household_id)
           or (o.side = 'SELLER' and m.role = 'TRADER' and m.party_id = n.buyer_id))
       where n.is_phone_deal and o.created_at > $2 order by o.created_at desc, n.id`,
      [personId, since],
    );
  }
}
