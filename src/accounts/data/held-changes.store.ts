import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Role } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

export type HeldKind = 'PHONE' | 'PAYOUT' | 'PERSON_ADDED' | 'PERSON_REMOVED';

export interface HeldChange {
  readonly id: string;
  readonly personId: string;
  readonly partyId: string | null;
  readonly kind: HeldKind;
  /** The new number: of the person herself, or of who is added. */
  readonly phone: string | null;
  readonly bankBin: string | null;
  readonly bankAccount: string | null;
  /** In which role somebody comes to the party or leaves it. */
  readonly role: Role | null;
  /** Who leaves. */
  readonly subjectId: string | null;
  readonly requestedAt: Date;
  readonly effectiveAt: Date;
}

export interface WaitingChange extends HeldChange {
  /** The number of who leaves. */
  readonly subjectPhone: string | null;
}

/** What one kind of change says; the rest is null. */
export type ChangeWish = Pick<HeldChange, 'kind' | 'partyId'> &
  Partial<Pick<HeldChange, 'phone' | 'bankBin' | 'bankAccount' | 'role' | 'subjectId'>>;

type Fresh = ChangeWish & Pick<HeldChange, 'id' | 'personId' | 'requestedAt' | 'effectiveAt'>;

const COLUMNS = `h.id, h.person_id as "personId", h.party_id as "partyId", h.kind, h.phone, h.bank_bin as "bankBin",
  h.bank_account as "bankAccount", h.role, h.subject_id as "subjectId", h.requested_at as "requestedAt",
  h.effective_at as "effectiveAt"`;
const OPEN = 'h.cancelled_at is null and h.applied_at is null';

@Injectable()
export class HeldChangesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** False when one of that kind waits already. */
  async add(tx: Tx, change: Fresh): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into held_changes (id, person_id, party_id, kind, phone, bank_bin, bank_account, role, subject_id,
                                 requested_at, effective_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning 1`,
      [
        change.id,
        change.personId,
        change.partyId,
        change.kind,
        change.phone ?? null,
        change.bankBin ?? null,
        change.bankAccount ?? null,
        change.role ?? null,
        change.subjectId ?? null,
        change.requestedAt,
        change.effectiveAt,
      ],
    );
    return rows.length === 1;
  }

  /** What waits for a person, and for the party she acts for. */
  openOf(personId: string, partyId: string | null): Promise<WaitingChange[]> {
    return this.dataSource.query(
      `select ${COLUMNS}, o.phone as "subjectPhone" from held_changes h left join people o on o.id = h.subject_id
       where ${OPEN} and (h.kind = 'PHONE' and h.person_id = $1 or h.party_id = $2) order by h.effective_at, h.id`,
      [personId, partyId],
    );
  }

  /** Any of those it concerns may stop it; false when there is none of theirs. */
  async cancel(
    tx: Tx,
    id: string,
    by: { personId: string; partyId: string | null; now: Date },
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update held_changes h set cancelled_at = $4, cancelled_by = $2
       where h.id = $1 and ${OPEN} and (h.kind = 'PHONE' and h.person_id = $2 or h.party_id = $3) returning 1`,
      [id, by.personId, by.partyId, by.now],
    );
    return rows.length === 1;
  }

  due(now: Date): Promise<HeldChange[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from held_changes h where ${OPEN} and h.effective_at <= $1 order by h.effective_at, h.id limit 100`,
      [now],
    );
  }

  /** Takes a change whose day has come as done; undefined when it was stopped or done meanwhile. */
  async take(tx: Tx, id: string, now: Date): Promise<HeldChange | undefined> {
    const [rows]: [HeldChange[], number] = await tx.query(
      `update held_changes h set applied_at = $2 where h.id = $1 and ${OPEN} and h.effective_at <= $2 returning ${COLUMNS}`,
      [id, now],
    );
    return rows[0];
  }

  /** What was taken could not be made: it ended without effect, and nobody stopped it. */
  async giveUp(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update held_changes set applied_at = null, cancelled_at = $2 where id = $1`, [
      id,
      now,
    ]);
  }

  async setPayout(tx: Tx, partyId: string, bankBin: string, bankAccount: string): Promise<void> {
    await tx.query(
      `update parties set bank_bin = $2, bank_account = $3 where id = $1 and state <> 'CLOSED'`,
      [partyId, bankBin, bankAccount],
    );
  }

  /** False when somebody else has this number by now. */
  async setPhone(tx: Tx, personId: string, phone: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update people p set phone = $2
       where p.id = $1 and p.erased_at is null and not exists (select 1 from people o where o.phone = $2) returning 1`,
      [personId, phone],
    );
    return rows.length === 1;
  }
}
