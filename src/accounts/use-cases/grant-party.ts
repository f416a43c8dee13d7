import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { Counters } from '../../platform/limits/counters.js';
import { AccountsStore } from '../data/accounts.store.js';
import { GrantsStore } from '../data/grants.store.js';
import { PartiesStore } from '../data/parties.store.js';
import { mayBeTrusted, ownHousehold, type Power } from '../domain/grants.js';
import { normalisePhone } from '../domain/phone.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household lets another party do something for it. */
    'grant.given': { grantId: string };
  }
}

export interface GrantWish {
  readonly clientMutationId: string;
  /** The cooperative, or the office of its commune; left out when a neighbour is named by phone. */
  readonly granteeId?: string | null;
  readonly granteePhone?: string | null;
  readonly power: Power;
}

type GrantRefusal =
  | 'GRANTEE_NOT_FOUND'
  | 'GRANTEE_TOO_MANY_TRIES'
  | 'PHONE_INVALID'
  | 'PHONE_OLD_PREFIX'
  | ActRefusal;

// A household looks for one neighbour; more is somebody trying numbers.
const TRIES_PER_HOUR = 10;

/** A household lets its cooperative, its commune or a neighbour do one kind of thing for it. */
@Injectable()
export class GrantParty {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly parties: PartiesStore,
    private readonly grants: GrantsStore,
    private readonly counters: Counters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: GrantWish): Promise<{ grantId: string } | Refusal<GrantRefusal>> {
    const grantorId = ownHousehold(actor);
    const grantee = await this.granteeOf(actor, wish);
    if (isRefusal(grantee)) return grantee;
    const isKind = mayBeTrusted(grantee.kind, wish.power);
    if (!isKind || grantee.state !== 'ACTIVE' || grantee.id === grantorId) {
      return refuse('GRANTEE_NOT_FOUND', {}, wish.granteeId ? undefined : 'granteePhone');
    }

    const act = actOf(actor, 'grantParty', wish);
    return this.uow.once(act, async (tx) => {
      const { id, isNew } = await this.grants.add(tx, {
        id: uuid(),
        grantorId,
        granteeId: grantee.id,
        power: wish.power,
        consent: 'OWN_PHONE',
        grantedAt: this.clock.now(),
        grantedBy: actor.personId,
        revokedAt: null,
        revokedBy: null,
      });
      if (isNew) await this.outbox.publish(tx, 'grant.given', { grantId: id });
      return { grantId: id };
    });
  }

  private async granteeOf(actor: Actor, { granteeId, granteePhone }: GrantWish) {
    if (granteeId) {
      const [found] = isId(granteeId) ? await this.accounts.parties([granteeId]) : [];
      if (found?.kind === 'COOPERATIVE') return found;
      const offices = await this.parties.communeOfficesOf(ownHousehold(actor));
      return offices.find(({ id }) => id === granteeId) ?? refuse('GRANTEE_NOT_FOUND');
    }
    const phone = normalisePhone(granteePhone ?? '');
    if (isRefusal(phone)) return { ...phone, field: 'granteePhone' };
    if ((await this.counters.count(`neighbour:${actor.personId}`, 60)) > TRIES_PER_HOUR) {
      return refuse('GRANTEE_TOO_MANY_TRIES', {}, 'granteePhone');
    }
    const households = await this.parties.householdsOfPhone(phone);
    return (
      households.find(({ id }) => id !== actor.partyId) ??
      refuse('GRANTEE_NOT_FOUND', {}, 'granteePhone')
    );
  }
}
