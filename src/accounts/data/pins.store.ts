import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { MOST_PIN_TRIES } from '../domain/pin.js';

/** Which profiles of a person are behind a number. */
@Injectable()
export class PinsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Households of this person that are. */
  async pinned(personId: string): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select party_id as id from profile_pins where person_id = $1`,
      [personId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Takes one of the tries, committed before the number is compared, so that no refusal gives it back.
   *
   * @returns undefined without a number; `hash` null when no try is left
   */
  async spendTry(
    personId: string,
    partyId: string,
  ): Promise<{ hash: string | null; left: number } | undefined> {
    const [rows]: [{ hash: string; tries: number }[], number] = await this.dataSource.query(
      `update profile_pins set tries = tries + 1
       where person_id = $1 and party_id = $2 and tries < ${MOST_PIN_TRIES}
       returning pin_hash as hash, tries`,
      [personId, partyId],
    );
    const [spent] = rows;
    if (spent) return { hash: spent.hash, left: MOST_PIN_TRIES - spent.tries };
    return (await this.pinned(personId)).has(partyId) ? { hash: null, left: 0 } : undefined;
  }

  async forgetTries(personId: string, partyId: string): Promise<void> {
    await this.dataSource.query(
      `update profile_pins set tries = 0 where person_id = $1 and party_id = $2`,
      [personId, partyId],
    );
  }

  async put(
    tx: Tx,
    pin: { readonly personId: string; readonly partyId: string; readonly hash: string },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into profile_pins (person_id, party_id, pin_hash, set_at) values ($1, $2, $3, $4)
       on conflict (person_id, party_id) do update set pin_hash = excluded.pin_hash, tries = 0, set_at = excluded.set_at`,
      [pin.personId, pin.partyId, pin.hash, now],
    );
  }

  async drop(tx: Tx, personId: string, partyId: string): Promise<void> {
    await tx.query(`delete from profile_pins where person_id = $1 and party_id = $2`, [
      personId,
      partyId,
    ]);
  }
}
