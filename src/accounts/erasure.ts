import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { GrantEvidenceStore } from './data/grant-evidence.store.js';

/** Takes a person's name and number out of this feature; ids stay, so that books of others still add up. */
@Injectable()
export class PersonErasure {
  constructor(
    private readonly evidence: GrantEvidenceStore,
    private readonly clock: Clock,
  ) {}

  /** @returns the number and the parties that were hers, so that others can forget them; undefined when it was done before */
  async erase(
    tx: Tx,
    personId: string,
  ): Promise<{ phone: string; partyIds: string[] } | undefined> {
    const now = this.clock.now();
    const [person]: { phone: string }[] = await tx.query(
      `select phone from people where id = $1 and erased_at is null for update`,
      [personId],
    );
    if (!person) return undefined;
    const partyIds = await this.eraseParties(tx, personId, null);
    await tx.query(`delete from held_changes where person_id = $1 or phone = $2`, [
      personId,
      person.phone,
    ]);
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
    return { ...person, partyIds };
  }

  /**
   * The households and firms of one profile, when the same telephone speaks for something else besides: what was merged into
   * it is the same household. Empty when nothing else needs the telephone.
   */
  async profileBesideOthers(tx: Tx, personId: string, partyId: string): Promise<string[]> {
    await tx.query(`select 1 from people where id = $1 for update`, [personId]);
    const rows: { id: string; isOfProfile: boolean }[] = await tx.query(
      `select distinct p.id, p.id = $2 or p.merged_into_id = $2
                or p.id = (select merged_into_id from parties where id = $2) as "isOfProfile"
       from memberships m join parties p on p.id = m.party_id where m.person_id = $1 order by p.id`,
      [personId, partyId],
    );
    if (rows.every(({ isOfProfile }) => isOfProfile)) return [];
    return rows.filter(({ isOfProfile }) => isOfProfile).map(({ id }) => id);
  }

  /** Forgets one profile, and answers which parties are nobody's then; the telephone, its sign-ins and the other profiles on it stay whole. */
  async eraseProfile(tx: Tx, personId: string, partyIds: readonly string[]): Promise<string[]> {
    // Whoever signed in first with the telephone gave it her name: it goes with her household, and the next one's stands there.
    await tx.query(
      `update people p set name = rest.name
       from (select q.name from memberships m join parties q on q.id = m.party_id
             where m.person_id = $1 and q.id <> all($2::uuid[]) order by q.created_at, q.id limit 1) rest
       where p.id = $1 and p.name in (select name from parties where id = any($2::uuid[]))`,
      [personId, partyIds],
    );
    const erased = await this.eraseParties(tx, personId, partyIds);
    await tx.query(`delete from memberships where person_id = $1 and party_id = any($2::uuid[])`, [
      personId,
      partyIds,
    ]);
    return erased;
  }

  /**
   * Parties nobody else speaks for go with her; their lots, deals and tickets stay under a name that says nothing. A firm
   * keeps its name when all of her goes, for whoever takes it over. What still waited would write an account or a person back.
   */
  private async eraseParties(
    tx: Tx,
    personId: string,
    partyIds: readonly string[] | null,
  ): Promise<string[]> {
    const isHers = `m.person_id = $1
         and (p.kind = 'HOUSEHOLD' and $2::uuid[] is null
              or p.kind in ('HOUSEHOLD','TRADER','TRANSPORTER') and p.id = any($2))
         and not exists (select 1 from memberships o where o.party_id = p.id and o.person_id <> $1)`;
    const hers: { id: string }[] = await tx.query(
      `select p.id from parties p join memberships m on m.party_id = p.id where ${isHers}`,
      [personId, partyIds],
    );
    return this.blank(
      tx,
      hers.map(({ id }) => id),
    );
  }

  /** Ids of the people of a household. */
  async whoSpeaksFor(tx: Tx, householdId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select person_id as id from memberships where party_id = $1 order by person_id`,
      [householdId],
    );
    return rows.map(({ id }) => id);
  }

  /** A household nobody speaks for, with what was merged into it, or it into. */
  async eraseHousehold(tx: Tx, householdId: string): Promise<string[]> {
    const left: { id: string }[] = await tx.query(
      `select p.id from parties p where p.kind = 'HOUSEHOLD'
         and ($1 in (p.id, p.merged_into_id) or p.id = (select merged_into_id from parties where id = $1))
         and not exists (select 1 from memberships m where m.party_id = p.id)`,
      [householdId],
    );
    return this.blank(
      tx,
      left.map(({ id }) => id),
    );
  }

  private async blank(tx: Tx, ids: string[]): Promise<string[]> {
    await tx.query(`delete from held_changes where party_id = any($1::uuid[])`, [ids]);
    await tx.query(
      `update parties
       set name = case kind when 'HOUSEHOLD' then 'Hộ đã xóa tên' else 'Cơ sở đã xóa tên' end, phone = null,
           lat = null, lon = null, bank_bin = null, bank_account = null, tax_code = null, plate = null, state = 'CLOSED'
       where id = any($1::uuid[])`,
      [ids],
    );
    // What stood before an act has her words in it; the number of a paper is hers too.
    await tx.query(
      `update assisted_acts set before = null,
              facts = case when kind in ('CLAIM_DECLARED','CLAIM_WITHDRAWN') then facts - 'number' else facts end
       where household_id = any($1::uuid[])`,
      [ids],
    );
    await this.evidence.forget(tx, ids, this.clock.now());
    return ids;
  }

  /**
   * Codes and papers nobody used of a day ago, ended sign-ins, views and papers taken back of two years ago, counters of two
   * days ago: gone for good.
   */
  async forgetOld(tx: Tx): Promise<void> {
    const now = this.clock.now().getTime();
    const daysAgo = (days: number): Date => new Date(now - days * 86_400_000);
    await tx.query(`delete from otp_challenges where created_at < $1`, [daysAgo(1)]);
    await this.evidence.forgetOld(tx, {
      unusedSince: daysAgo(1),
      revokedSince: daysAgo(730),
      now: daysAgo(0),
    });
    await tx.query(`delete from rate_counters where window_start < $1`, [daysAgo(2)]);
    await tx.query(`delete from sessions where coalesce(revoked_at, expires_at) < $1`, [
      daysAgo(730),
    ]);
    await tx.query(`delete from contact_views where last_at < $1`, [daysAgo(730)]);
  }
}
