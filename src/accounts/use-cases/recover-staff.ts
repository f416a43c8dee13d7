import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { audienceOf, type Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { AccountsStore } from '../data/accounts.store.js';
import { StaffStore } from '../data/staff.store.js';
import { normalisePhone } from '../domain/phone.js';
import { recoveryHash } from './set-up-staff.js';

// No letters that are read for digits: it is read out across a desk or over a telephone.
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXY346789';
const CODE_LENGTH = 10;
const CODE_LIFE_MS = 24 * 3_600_000;

export interface RequestRecoveryWish {
  readonly clientMutationId: string;
  readonly phone: string;
  readonly reason: string;
}

interface WaitingRecovery {
  readonly id: string;
  readonly name: string;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly isForYou: boolean;
}

type RequestRefusal =
  | 'PHONE_INVALID'
  | 'PHONE_OLD_PREFIX'
  | 'RECOVERY_REASON_MISSING'
  | 'STAFF_UNKNOWN'
  | 'NOT_FOR_YOURSELF'
  | 'RECOVERY_WAITS'
  | ActRefusal;
type ApproveRefusal = 'RECOVERY_UNKNOWN' | 'NOT_FOR_YOURSELF' | 'SECOND_PERSON_NEEDED' | ActRefusal;

/** A lost authenticator or password: one of the staff asks for a colleague, another agrees (four eyes). */
@Injectable()
export class RecoverStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly accounts: AccountsStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** What waits for a second person, with names, and whether the asker may be that person. */
  async waiting(actor: Actor): Promise<WaitingRecovery[]> {
    const waiting = await this.staff.waitingRecoveries();
    const people = await this.accounts.people(
      waiting.flatMap(({ personId, requestedBy }) => [personId, requestedBy]),
    );
    const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? '';
    return waiting.map(({ id, personId, requestedBy, reason, requestedAt }) => ({
      id,
      name: nameOf(personId),
      requestedBy: nameOf(requestedBy),
      reason,
      requestedAt,
      isForYou: actor.personId !== personId && actor.personId !== requestedBy,
    }));
  }

  async request(
    actor: Actor,
    wish: RequestRecoveryWish,
  ): Promise<{ id: string } | Refusal<RequestRefusal>> {
    const phone = normalisePhone(wish.phone);
    if (isRefusal(phone)) return phone;
    const reason = wish.reason.trim();
    if (reason.length < 3 || reason.length > 200)
      return refuse('RECOVERY_REASON_MISSING', {}, 'reason');

    const act = actOf(actor, 'requestStaffRecovery', wish);
    return this.uow.once(act, async (tx) => {
      const person = await this.accounts.findByPhone(tx, phone);
      const held = person ? await this.accounts.membershipsOf(person.id) : [];
      if (!person || !held.some(({ role }) => audienceOf(role) === 'STAFF'))
        return refuse('STAFF_UNKNOWN', {}, 'phone');
      if (person.id === actor.personId) return refuse('NOT_FOR_YOURSELF', {}, 'phone');
      const id = uuid();
      const isFirst = await this.staff.requestRecovery(tx, {
        id,
        personId: person.id,
        reason,
        requestedBy: actor.personId,
        requestedAt: this.clock.now(),
      });
      return isFirst ? { id } : refuse('RECOVERY_WAITS', {}, 'phone');
    });
  }

  /**
   * Ends every session of the colleague and takes password and authenticator away.
   * @returns the code to read out; it is kept sealed beside the act, so that a repeated request shows it again
   */
  async approve(
    actor: Actor,
    wish: { readonly clientMutationId: string; readonly recoveryId: string },
  ): Promise<{ code: string; expiresAt: Date } | Refusal<ApproveRefusal>> {
    const { clientMutationId, recoveryId } = wish;
    const act = {
      actor,
      operation: 'approveStaffRecovery',
      key: clientMutationId,
      request: { recoveryId },
    };
    const done = await this.uow.once(act, async (tx) => {
      const asked = await this.staff.lockRecovery(tx, recoveryId);
      if (!asked || asked.approvedBy !== null) return refuse('RECOVERY_UNKNOWN');
      if (asked.personId === actor.personId) return refuse('NOT_FOR_YOURSELF');
      if (asked.requestedBy === actor.personId) return refuse('SECOND_PERSON_NEEDED');
      const now = this.clock.now();
      const code = newCode();
      const expiresAt = new Date(now.getTime() + CODE_LIFE_MS);
      await this.staff.approveRecovery(tx, recoveryId, {
        by: actor.personId,
        now,
        codeHash: recoveryHash(this.sealer, asked.personId, code),
        expiresAt,
      });
      await this.staff.forget(tx, asked.personId);
      await this.accounts.revokeAll(tx, asked.personId, now, 'STAFF');
      return { sealed: this.sealer.seal(code), expiresAt: expiresAt.toISOString() };
    });
    if (isRefusal(done)) return done;
    return { code: this.sealer.open(done.sealed), expiresAt: new Date(done.expiresAt) };
  }
}

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
