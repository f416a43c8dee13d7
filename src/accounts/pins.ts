import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { PinsStore } from './data/pins.store.js';
import { hashPassword, isPassword } from './password-hash.js';

export type PinRefusal = 'PIN_NEEDED' | 'PIN_WRONG' | 'PIN_LOCKED';

/** The number of a profile: slow to guess from a stolen table, and worthless there without the key of the server. */
@Injectable()
export class Pins {
  constructor(
    private readonly store: PinsStore,
    private readonly sealer: Sealer,
  ) {}

  hash(personId: string, partyId: string, pin: string): Promise<string> {
    return hashPassword(this.sealed(personId, partyId, pin));
  }

  /** Nothing when the profile has no number, or this is it. */
  async check(
    personId: string,
    partyId: string,
    pin: string | null,
  ): Promise<Refusal<PinRefusal> | undefined> {
    if (pin === null)
      return (await this.store.pinned(personId)).has(partyId)
        ? refuse('PIN_NEEDED', {}, 'pin')
        : undefined;
    const tried = await this.store.spendTry(personId, partyId);
    if (!tried) return undefined;
    if (tried.hash === null) return refuse('PIN_LOCKED', {}, 'pin');
    if (!(await isPassword(this.sealed(personId, partyId, pin), tried.hash)))
      return tried.left === 0
        ? refuse('PIN_LOCKED', {}, 'pin')
        : refuse('PIN_WRONG', { left: tried.left }, 'pin');
    await this.store.forgetTries(personId, partyId);
    return undefined;
  }

  /** What is kept beside an act: enough to know the same number again, worthless without the key of the server. */
  sealed(personId: string, partyId: string, pin: string): string {
    return this.sealer.hash('pin', personId, partyId, pin);
  }
}
