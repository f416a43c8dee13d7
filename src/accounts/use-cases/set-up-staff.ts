import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { audienceOf, type Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Sealer } from '../../platform/secrets/sealer.js';
import { AccountsStore } from '../data/accounts.store.js';
import { StaffStore } from '../data/staff.store.js';
import { weakness } from '../domain/password.js';
import { hashPassword } from '../password-hash.js';
import { newSecret, secretUri, stepOf } from '../second-factor.js';

const FRESH_MS = 15 * 60_000;

export interface FinishWish {
  readonly clientMutationId: string;
  readonly password: string;
  /** Six digits of the authenticator that has just been given the secret. */
  readonly code: string;
  /** Read out by the second of two people, when this person had set up before. */
  readonly recoveryCode: string | null;
}

type SetUpRefusal = 'STAFF_ROLE_MISSING' | 'STAFF_ALREADY_SET_UP' | 'SIGN_IN_TOO_OLD';
type FinishRefusal =
  | SetUpRefusal
  | 'PASSWORD_SHORT'
  | 'PASSWORD_GUESSED'
  | 'SECOND_FACTOR_WRONG'
  | 'RECOVERY_CODE_WRONG'
  | ActRefusal;

/** One who holds a role of an office chooses a password and ties an authenticator, minutes after proving the phone. */
@Injectable()
export class SetUpStaff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly accounts: AccountsStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** Every start makes a new secret; the one before stops counting. */
  async start(actor: Actor): Promise<{ secret: string; uri: string } | Refusal<SetUpRefusal>> {
    const not = await this.obstacle(actor);
    if (not) return not;
    const secret = newSecret();
    return this.uow.run(async (tx) => {
      const sealed = this.sealer.seal(secret);
      if (!(await this.staff.begin(tx, actor.personId, sealed, this.clock.now())))
        return refuse('STAFF_ALREADY_SET_UP');
      return { secret, uri: secretUri(secret) };
    });
  }

  async finish(actor: Actor, wish: FinishWish): Promise<{ done: true } | Refusal<FinishRefusal>> {
    const not = await this.obstacle(actor);
    if (not) return not;
    const person = await this.accounts.person(actor.personId);
    const weak = weakness(wish.password, person?.phone ?? '');
    if (weak) return weak;
    // Before the transaction: a tenth of a second of work holds no lock.
    const passwordHash = await hashPassword(wish.password);

    const request = { code: wish.code, recoveryCode: wish.recoveryCode };
    const act = { actor, operation: 'finishStaffSetUp', key: wish.clientMutationId, request };
    return this.uow.once(act, async (tx) => {
      const now = this.clock.now();
      const sealed = await this.staff.begun(tx, actor.personId);
      if (sealed === undefined) return refuse('STAFF_ALREADY_SET_UP');
      const step = stepOf(this.sealer.open(sealed), wish.code.trim(), now);
      if (step === undefined) return refuse('SECOND_FACTOR_WRONG', {}, 'code');
      if ((await this.staff.recoveries(tx, actor.personId)) > 0) {
        const hash = recoveryHash(this.sealer, actor.personId, wish.recoveryCode ?? '');
        if (!(await this.staff.useRecovery(tx, actor.personId, hash, now)))
          return refuse('RECOVERY_CODE_WRONG', {}, 'recoveryCode');
      }
      await this.staff.finish(tx, actor.personId, { passwordHash, step, now });
      return { done: true as const };
    });
  }

  private async obstacle(actor: Actor): Promise<Refusal<SetUpRefusal> | undefined> {
    const held = await this.accounts.membershipsOf(actor.personId);
    if (!held.some(({ role }) => audienceOf(role) === 'STAFF')) return refuse('STAFF_ROLE_MISSING');
    const session =
      actor.sessionId === null ? undefined : await this.accounts.session(actor.sessionId);
    if (!session || this.clock.now().getTime() - session.createdAt.getTime() > FRESH_MS)
      return refuse('SIGN_IN_TOO_OLD');
    return undefined;
  }
}

/** Spaces and case as people read a code out are no difference. */
export const recoveryHash = (sealer: Sealer, personId: string, code: string): string =>
  sealer.hash('staff-recovery', personId, code.replace(/[\s-]/g, '').toUpperCase());
