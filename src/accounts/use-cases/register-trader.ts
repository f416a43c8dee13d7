import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { PartiesStore } from '../data/parties.store.js';
import { normaliseName, normalisePlate, normaliseTaxCode } from '../domain/papers.js';
import { Sessions } from '../sessions.js';
import { Grounds, standingOn } from './grounds.js';

export interface TraderWish {
  readonly clientMutationId: string;
  /** A draft of one's own to mend; left out for a new one. */
  readonly partyId?: string | null;
  readonly kind: 'TRADER' | 'TRANSPORTER';
  readonly name: string;
  readonly unitId: string;
  readonly taxCode: string;
  readonly plate?: string | null;
}

type Registered =
  | { partyId: string }
  | Refusal<
      | 'NAME_MISSING'
      | 'UNIT_UNKNOWN'
      | 'TAX_CODE_INVALID'
      | 'PLATE_INVALID'
      | 'PARTY_NOT_FOUND'
      | ActRefusal
    >;

/** The papers of a trader or transporter. Until they are approved it may look, and publish nothing (ID-09). */
@Injectable()
export class RegisterTrader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly parties: PartiesStore,
    private readonly sessions: Sessions,
    private readonly grounds: Grounds,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: TraderWish): Promise<Registered> {
    const name = normaliseName(wish.name);
    if (isRefusal(name)) return name;
    const ground = await this.grounds.of(wish.unitId);
    if (isRefusal(ground)) return ground;
    const taxCode = normaliseTaxCode(wish.taxCode);
    if (isRefusal(taxCode)) return taxCode;
    const plate = wish.plate?.trim() ? normalisePlate(wish.plate) : null;
    if (isRefusal(plate)) return plate;

    const act = actOf(actor, 'registerTrader', wish);
    return this.uow.once(act, async (tx): Promise<Registered> => {
      const papers = { name, taxCode, plate, ...standingOn(ground) };
      if (wish.partyId) {
        const isOwn = isId(wish.partyId) && wish.partyId === actor.partyId;
        const isMended = isOwn && (await this.parties.mendDraft(tx, wish.partyId, papers));
        return isMended ? { partyId: wish.partyId } : refuse('PARTY_NOT_FOUND');
      }
      const partyId = uuid();
      const party = {
        id: partyId,
        kind: wish.kind,
        state: 'DRAFT' as const,
        stateReason: null,
        phone: null,
        bankBin: null,
        bankAccount: null,
        mergedIntoId: null,
        createdAt: this.clock.now(),
        ...papers,
      };
      await this.accounts.addParty(tx, party, {
        personId: actor.personId,
        partyId,
        role: wish.kind,
      });
      if (actor.sessionId !== null) {
        const expiresAt = this.sessions.expiry(wish.kind);
        await this.accounts.switchSession(tx, actor.sessionId, partyId, wish.kind, expiresAt);
      }
      return { partyId };
    });
  }
}
