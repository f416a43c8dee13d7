import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Counters } from '../../platform/limits/counters.js';
import { VouchersStore } from '../data/vouchers.store.js';
import { normalisePhone } from '../domain/phone.js';
import { Vouchers } from '../vouchers.js';

export interface IssueWish {
  readonly clientMutationId: string;
  readonly phone: string;
  /** How the officer knows who it is. */
  readonly reason: string;
}

type Issued =
  | { code: string; expiresAt: Date }
  | Refusal<
      | 'PHONE_INVALID'
      | 'PHONE_OLD_PREFIX'
      | 'VOUCHER_REASON_MISSING'
      | 'VOUCHER_NOT_YOURS'
      | 'VOUCHERS_TOO_MANY'
      | ActRefusal
    >;

const LIFE_MS = 15 * 60_000;
const LONGEST_REASON = 200;
// A morning at the counter of a commune while no message goes out; more is somebody collecting ways in.
const MOST_A_DAY = 40;
const DAY_MINUTES = 1440;

/**
 * An officer lets somebody in whom she has seen: when no message arrives (E10), or when a number has slept so long that it may
 * have another owner (E8). Who was let in, by whom and why stays on record; the person's other devices hear of the sign-in.
 */
@Injectable()
export class IssueSignInCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: VouchersStore,
    private readonly vouchers: Vouchers,
    private readonly counters: Counters,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: IssueWish): Promise<Issued> {
    const phone = normalisePhone(wish.phone);
    if (isRefusal(phone)) return phone;
    const reason = wish.reason.normalize('NFC').trim().slice(0, LONGEST_REASON);
    if (reason === '') return refuse('VOUCHER_REASON_MISSING', {}, 'reason');
    if ((await this.counters.count(`voucher:${actor.personId}`, DAY_MINUTES)) > MOST_A_DAY)
      return refuse('VOUCHERS_TOO_MANY', { most: MOST_A_DAY });

    const request = { phone, reason };
    const act = { actor, operation: 'issueSignInCode', key: wish.clientMutationId, request };
    const issued = await this.uow.once(act, async (tx) => {
      const party = { id: actor.partyId ?? '', isOfDistrict: actor.role !== 'COMMUNE_OFFICER' };
      const personId = await this.store.vouchable(tx, phone, party);
      if (personId === undefined || personId === actor.personId)
        return refuse('VOUCHER_NOT_YOURS', {}, 'phone');
      const issuedAt = this.clock.now();
      const expiresAt = new Date(issuedAt.getTime() + LIFE_MS);
      const id = uuid();
      const issuedBy = actor.personId;
      await this.store.issue(tx, { id, personId, reason, issuedBy, issuedAt, expiresAt });
      return { id };
    });
    if (isRefusal(issued)) return issued;
    const expiresAt = await this.store.expiryOf(issued.id);
    return { code: this.vouchers.codeOf(issued.id), expiresAt };
  }
}
