import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { PartiesStore } from '../data/parties.store.js';
import { PartyPeopleStore } from '../data/party-people.store.js';
import type { AskedFrom } from '../device-mark.js';
import { MOST_SPEAKERS, speakerOf } from '../domain/party-people.js';
import { normalisePhone } from '../domain/phone.js';
import { Holding } from '../holding.js';
import { OtpCheck, type OtpRefusal } from '../otp-check.js';

export interface AddWish {
  readonly clientMutationId: string;
  readonly phone: string;
  /** The code sent to that number. */
  readonly code: string;
}
export interface RemoveWish {
  readonly clientMutationId: string;
  readonly personId: string;
  /** A code sent to the number of whoever asks. */
  readonly code: string;
}
export interface RecoverWish {
  readonly clientMutationId: string;
  readonly partyId: string;
  readonly phone: string;
  readonly reason: string;
}

type Held<Code extends string> =
  { id: string } | Refusal<Code | 'CHANGE_WAITS' | OtpRefusal | ActRefusal>;
type Recovered =
  | { partyId: string }
  | Refusal<
      | 'PARTY_NOT_FOUND'
      | 'PARTY_REASON_MISSING'
      | 'PARTY_HAS_PEOPLE'
      | 'PHONE_INVALID'
      | 'PHONE_OLD_PREFIX'
      | ActRefusal
    >;

const LONGEST_REASON = 300;

/**
 * Which telephones speak for a household or a business. Both ways wait a day like a new account does: what a thief wants
 * with one signed-in phone is to stay, or to lock the others out. The last one cannot be taken away (ID-12).
 */
@Injectable()
export class ChangePeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly parties: PartiesStore,
    private readonly people: PartyPeopleStore,
    private readonly otp: OtpCheck,
    private readonly holding: Holding,
    private readonly clock: Clock,
  ) {}

  async add(
    actor: Actor,
    wish: AddWish,
    from: AskedFrom,
  ): Promise<Held<'PERSON_THERE' | 'PEOPLE_TOO_MANY'>> {
    const { partyId, role, personId } = actor;
    const phone = normalisePhone(wish.phone);
    if (isRefusal(phone)) return phone;

    const key = wish.clientMutationId;
    const request = { phone, code: this.otp.sealed(phone, wish.code) };
    const act = { actor, operation: 'addPartyPerson', key, request };
    const prove = () => this.otp.check(phone, wish.code, from);
    type Added = Held<'PERSON_THERE' | 'PEOPLE_TOO_MANY'>;
    return this.uow.onceProved(act, prove, async (tx, proof): Promise<Added> => {
      if (!(await proof.use(tx))) return refuse('OTP_WRONG', {}, 'code');
      const speakers = await this.people.lock(tx, partyId ?? '', role);
      if (speakers.some((one) => one.phone === phone)) return refuse('PERSON_THERE', {}, 'phone');
      if (speakers.length >= MOST_SPEAKERS)
        return refuse('PEOPLE_TOO_MANY', { most: MOST_SPEAKERS });
      const own = speakers.find((one) => one.personId === personId)?.phone ?? '';
      return this.holding.hold(tx, actor, own, { kind: 'PERSON_ADDED', partyId, phone, role });
    });
  }

  async remove(
    actor: Actor,
    wish: RemoveWish,
    from: AskedFrom,
  ): Promise<Held<'PERSON_GONE' | 'LAST_PERSON'>> {
    const { partyId, role } = actor;
    const { clientMutationId: key, personId: subjectId } = wish;
    const own = (await this.accounts.person(actor.personId))?.phone ?? '';
    const prove = () => this.otp.check(own, wish.code, from);

    const request = { subjectId, code: this.otp.sealed(own, wish.code) };
    const act = { actor, operation: 'removePartyPerson', key, request };
    type Removed = Held<'PERSON_GONE' | 'LAST_PERSON'>;
    return this.uow.onceProved(act, prove, async (tx, proof): Promise<Removed> => {
      if (!(await proof.use(tx))) return refuse('OTP_WRONG', {}, 'code');
      const speakers = await this.people.lock(tx, partyId ?? '', role);
      const subject = speakers.find((one) => one.personId === subjectId);
      if (!subject) return refuse('PERSON_GONE');
      if (speakers.length === 1) return refuse('LAST_PERSON');
      const change = { kind: 'PERSON_REMOVED', partyId, subjectId, role } as const;
      return this.holding.hold(tx, actor, subject.phone, change);
    });
  }

  /** An administrator gives a party that nobody speaks for into the hands of whoever has this number. */
  async recover(actor: Actor, wish: RecoverWish): Promise<Recovered> {
    const { clientMutationId: key, partyId } = wish;
    const reason = wish.reason.normalize('NFC').trim().slice(0, LONGEST_REASON);
    if (reason === '') return refuse('PARTY_REASON_MISSING', {}, 'reason');
    const phone = normalisePhone(wish.phone);
    if (isRefusal(phone)) return phone;

    const request = { partyId, phone, reason };
    const act = { actor, operation: 'recoverParty', key, request };
    return this.uow.once(act, async (tx): Promise<Recovered> => {
      const party = isId(partyId) ? await this.parties.lock(tx, partyId) : null;
      const role = party && speakerOf(party.kind);
      if (!party || !role || party.state === 'CLOSED') return refuse('PARTY_NOT_FOUND');
      if ((await this.people.lock(tx, partyId, role)).length > 0) return refuse('PARTY_HAS_PEOPLE');
      const at = this.clock.now();
      const fresh = { id: uuid(), phone, name: '', locale: 'vi', createdAt: at } as const;
      const { id: personId } = await this.accounts.personOfPhone(tx, fresh);
      await this.people.join(tx, personId, partyId, role);
      const by = actor.personId;
      await this.people.noteRecovery(tx, { id: uuid(), partyId, personId, reason, by, at });
      return { partyId };
    });
  }
}
