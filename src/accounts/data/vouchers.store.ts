import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface Voucher {
  readonly id: string;
  readonly personId: string;
  readonly reason: string;
  readonly issuedBy: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Codes for one sign-in that officers hand out. */
@Injectable()
export class VouchersStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The person of this number, when an officer of that party answers for her and she serves no office herself. */
  async vouchable(
    tx: Tx,
    phone: string,
    party: { readonly id: string; readonly isOfDistrict: boolean },
  ): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.query(
      `select o.id from people o
       where o.phone = $1
         and exists (select 1 from memberships m join parties p on p.id = m.party_id
                     where m.person_id = o.id and p.state <> 'CLOSED'
                       and ($3 or p.commune_id in (select unit_id from party_territories where party_id = $2)))
         and not exists (select 1 from memberships m where m.person_id = o.id
                         and m.role in ('CHECKPOINT_OFFICER','COMMUNE_OFFICER','OFFICE_STAFF','ADMIN'))`,
      [phone, party.id, party.isOfDistrict],
    );
    return rows[0]?.id;
  }

  /** One that was issued before and not used is worth nothing any more. */
  async issue(tx: Tx, voucher: Voucher): Promise<void> {
    await tx.query(
      `update sign_in_vouchers set expires_at = $2
       where person_id = $1 and used_at is null and expires_at > $2`,
      [voucher.personId, voucher.issuedAt],
    );
    await tx.query(
      `insert into sign_in_vouchers (id, person_id, reason, issued_by, issued_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [
        voucher.id,
        voucher.personId,
        voucher.reason,
        voucher.issuedBy,
        voucher.issuedAt,
        voucher.expiresAt,
      ],
    );
  }

  async expiryOf(id: string): Promise<Date> {
    const [row]: { expiresAt: Date }[] = await this.dataSource.query(
      `select expires_at as "expiresAt" from sign_in_vouchers where id = $1`,
      [id],
    );
    if (!row) throw new Error('a voucher is gone');
    return row.expiresAt;
  }

  /** Counts one try against the live code of a number; committed by itself. Nothing when there is none or no try left. */
  async spendTry(phone: string, now: Date): Promise<{ id: string } | undefined> {
    const [rows]: [{ id: string }[], number] = await this.dataSource.query(
      `update sign_in_vouchers set tries = tries + 1
       where id = (select v.id from sign_in_vouchers v join people o on o.id = v.person_id
                   where o.phone = $1 and v.used_at is null and v.expires_at > $2
                   order by v.issued_at desc limit 1)
         and tries < 5
       returning id`,
      [phone, now],
    );
    return rows[0];
  }

  /** False when another request used it first. */
  async use(tx: Tx, id: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update sign_in_vouchers set used_at = $2 where id = $1 and used_at is null returning 1`,
      [id, now],
    );
    return rows.length === 1;
  }

  /** Whether a person once used the market and has not been seen since. */
  async sleepsSince(tx: Tx, personId: string, since: Date): Promise<boolean> {
    const [row]: { sleeps: boolean }[] = await tx.query(
      `select coalesce(greatest(p.last_signed_in_at,
                (select max(s.last_seen_at) from sessions s where s.person_id = p.id)) < $2, false) as sleeps
       from people p where p.id = $1`,
      [personId, since],
    );
    return row?.sleeps === true;
  }

  async noteSignIn(tx: Tx, personId: string, now: Date): Promise<void> {
    await tx.query(`update people set last_signed_in_at = $2 where id = $1`, [personId, now]);
  }
}
