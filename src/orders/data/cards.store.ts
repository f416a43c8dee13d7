import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Party } from '../../accounts/index.js';
import type { FullCard } from '../domain/contact.js';

export interface PartyCard extends FullCard {
  readonly kind: Party['kind'];
}

@Injectable()
export class CardsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Parties with the number to call: their own, or that of the first person who joined in a trading role. */
  byIds(ids: readonly string[]): Promise<PartyCard[]> {
    return this.dataSource.query(
      `select p.id, p.kind, p.name, p.lat, p.lon, coalesce(p.phone, (
         select person.phone from memberships m join people person on person.id = m.person_id
         where m.party_id = p.id and m.role in ('GROWER', 'TRADER', 'COOP_CLERK', 'TRANSPORTER')
         order by person.created_at, person.id limit 1)) as phone
       from parties p where p.id = any ($1::uuid[])`,
      [ids],
    );
  }
}
