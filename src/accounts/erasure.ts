import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Tx } from '../platform/database/unit-of-work.js';

/** Takes a person's name and number out of this feature; ids stay, so that books of others still add up. */
@Injectable()
export class PersonErasure {
  constructor(private readonly clock: Clock) {}

  /** @returns the number that was hers, so that others can forget it; undefined when it was done before */
  async erase(tx: Tx, personId: string): Promise<{ phone: string } | undefined> {
    const now = this.clock.now();
    const [person]: { phone: string }[] = await tx.query(
      `select phone from people where id = $1 and erased_at is null for update`,
      [personId],
    );
    if (!person) return undefined;
    // A household nobody else speaks for goes with her; its lots, deals and tickets stay under a name that says nothing.
    await tx.query(
      `update parties p set name = 'Hộ đã xóa tên', phone = null, lat = null, lon = null,
              bank_bin = null, bank_account = null, tax_code = null, state = 'CLOSED'
       from memberships m
       where m.party_id = p.id and m.person_id = $1 and p.kind = 'HOUSEHOLD'
         and not exists (select 1 from memberships o where o.party_id = p.id and o.person_id <> $1)`,
      [personId],
    );
    await tx.query(`delete from memberships where person_id = $1`, [personId]);
    await tx.query(`delete from staff_credentials where person_id = $1`, [personId]);
    await tx.query(`delete from coop_invitations where phone = $1`, [person.phone]);
    await tx.query(`delete from otp_challenges where phone = $1`, [person.phone]);
    await tx.query(
      `update sessions set revoked_at = coalesce(revoked_at, $2), device = null, device_hash = null
       where person_id = $1`,
      [personId, now],
    );
    // +840… is no number of Việt Nam, so it reaches nobody and nobody can sign in with it.
    await tx.query(
      `update people set name = 'Người đã xóa tên', erased_at = $2,
              phone = '+840' || lpad(nextval('erased_phone')::text, 8, '0') where id = $1`,
      [personId, now],
    );
    return person;
  }

  /** Codes of a day ago, ended sign-ins and views of two years ago, counters of two days ago: gone for good. */
  async forgetOld(tx: Tx): Promise<void> {
    const now = this.clock.now().getTime();
    const daysAgo = (days: number): Date => new Date(now - days * 86_400_000);
    await tx.query(`delete from otp_challenges where created_at < $1`, [daysAgo(1)]);
    await tx.query(`delete from rate_counters where window_start < $1`, [daysAgo(2)]);
    await tx.query(`delete from sessions where coalesce(revoked_at, expires_at) < $1`, [
      daysAgo(730),
    ]);
    await tx.query(`delete from contact_views where last_at < $1`, [daysAgo(730)]);
  }
}
