import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { AccountsStore } from '../data/accounts.store.js';
import { PinsStore } from '../data/pins.store.js';
import type { AskedFrom } from '../device-mark.js';
import { ownHousehold } from '../domain/grants.js';
import { checkPin } from '../domain/pin.js';
import { OtpCheck, type OtpRefusal } from '../otp-check.js';
import { Pins, type PinRefusal } from '../pins.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The number of a profile was taken away with a code sent to the telephone. */
    'pin.reset': { personId: string; at: string };
  }
}

export interface SetPinWish {
  readonly clientMutationId: string;
  /** Null takes it away. */
  readonly pin?: string | null;
  /** The one in force, when there is one. */
  readonly currentPin?: string | null;
}

export interface ResetPinWish {
  readonly clientMutationId: string;
  readonly partyId: string;
  /** A code sent to the person's own telephone. */
  readonly code: string;
}

type Done<Code extends string> = { partyId: string } | Refusal<Code | ActRefusal>;

/** A number for the profile acted for; whoever forgot it takes it away with a code sent to the telephone. */
@Injectable()
export class SetPin {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pins: Pins,
    private readonly store: PinsStore,
    private readonly accounts: AccountsStore,
    private readonly otp: OtpCheck,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async set(actor: Actor, wish: SetPinWish): Promise<Done<PinRefusal | 'PIN_SHAPE' | 'PIN_EASY'>> {
    const { personId } = actor;
    const partyId = ownHousehold(actor);
    const pin = wish.pin ?? null;
    const doubt = pin === null ? undefined : checkPin(pin);
    if (doubt) return doubt;
    const prove = async () => {
      const barred = await this.pins.check(personId, partyId, wish.currentPin ?? null);
      if (barred) return { ...barred, field: 'currentPin' };
      return { hash: pin === null ? null : await this.pins.hash(personId, partyId, pin) };
    };
    const request = { partyId, pin: pin && this.pins.sealed(personId, partyId, pin) };
    const act = { actor, operation: 'setPin', key: wish.clientMutationId, request };
    return this.uow.onceProved(act, prove, async (tx, { hash }) => {
      if (hash === null) await this.store.drop(tx, personId, partyId);
      else await this.store.put(tx, { personId, partyId, hash }, this.clock.now());
      return { partyId };
    });
  }

  async reset(
    actor: Actor,
    wish: ResetPinWish,
    from: AskedFrom,
  ): Promise<Done<OtpRefusal | 'PARTY_NOT_YOURS'>> {
    const { clientMutationId, partyId, code } = wish;
    const person = await this.accounts.person(actor.personId);
    const held = await this.accounts.membershipsOf(actor.personId);
    if (!person || !held.some((one) => one.partyId === partyId && one.role === 'GROWER'))
      return refuse('PARTY_NOT_YOURS');
    const prove = () => this.otp.check(person.phone, code, from);

    const request = { partyId, code: this.otp.sealed(person.phone, code) };
    const act = { actor, operation: 'resetPin', key: clientMutationId, request };
    return this.uow.onceProved(act, prove, async (tx, proof): Promise<Done<'OTP_WRONG'>> => {
      if (!(await proof.use(tx))) return refuse('OTP_WRONG', {}, 'code');
      await this.store.drop(tx, person.id, partyId);
      const at = this.clock.now().toISOString();
      await this.outbox.publish(tx, 'pin.reset', { personId: person.id, at });
      return { partyId };
    });
  }
}
