import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { otherSide, type Side } from '../../kernel/side.js';
import { tidied } from '../../kernel/written.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { StandingsStore } from '../data/standings.store.js';
import { CAUSES, reportableFrom, type Cause } from '../domain/causes.js';
import { changesPolicy, sideOf } from '../domain/changes.policy.js';
import { impossibleNote } from '../domain/reply.js';
import { GivingUpDeals, type GivingUpRefusal, type Outlook } from './giving-up.js';
import { ChangeNews } from './change-news.js';

interface EndWish {
  readonly clientMutationId: string;
  readonly dealId: string;
  readonly cause: Cause;
  readonly note: string | null;
}
export interface CancelDealWish extends EndWish {
  readonly damagesVnd: number;
  readonly toPayVnd: number;
}

export type EndRefusal =
  | 'DEAL_NOT_FOUND'
  | 'CAUSE_NOT_YOURS'
  | 'BREACH_TOO_EARLY'
  | 'ENDING_NOTE_IMPLAUSIBLE'
  | GivingUpRefusal
  | ActRefusal;
type Ended = { dealId: string } | Refusal<EndRefusal>;

/** One side gives a deal up, or says that the other broke it (OR-06, PA-05). */
@Injectable()
export class EndDeal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly standings: StandingsStore,
    private readonly givingUp: GivingUpDeals,
    private readonly news: ChangeNews,
    private readonly clock: Clock,
  ) {}

  /** What giving up for this cause would bring about now; writes nothing. */
  preview(
    actor: Actor,
    dealId: string,
    cause: Cause,
  ): Promise<(Outlook & { deal: Deal }) | Refusal<EndRefusal>> {
    return this.uow.run<(Outlook & { deal: Deal }) | Refusal<EndRefusal>>(async (tx) => {
      const mine = await this.mine(tx, actor, dealId, 'read');
      if (!mine) return refuse('DEAL_NOT_FOUND');
      const { deal, side } = mine;
      if (!CAUSES[cause].given.includes(side)) return refuse('CAUSE_NOT_YOURS', {}, 'cause');
      return (
        (await this.givingUp.hindrance(deal)) ?? {
          ...(await this.givingUp.outlook(deal, side)),
          deal,
        }
      );
    });
  }

  cancel(actor: Actor, { clientMutationId, ...request }: CancelDealWish): Promise<Ended> {
    const act = { actor, operation: 'cancelDeal', key: clientMutationId, request };
    return this.uow.once<Ended>(act, async (tx) => {
      const mine = await this.mine(tx, actor, request.dealId, 'lock');
      if (!mine) return refuse('DEAL_NOT_FOUND');
      const { deal, side } = mine;
      const rule = CAUSES[request.cause];
      if (!rule.given.includes(side)) return refuse('CAUSE_NOT_YOURS', {}, 'cause');
      const note = tidied(request.note ?? '');
      const impossible = impossibleNote(note, rule.needsNote, 'note');
      if (impossible) return impossible;
      const said = { by: side, personId: actor.personId };
      const ending = { cause: request.cause, fault: side, said, note: note || null };
      const hindrance = await this.givingUp.end(tx, deal, ending, request);
      if (hindrance) return hindrance;
      await this.news.record(tx, actor, side, { kind: 'DEAL_CANCELLED', deals: [deal] });
      return { dealId: deal.id };
    });
  }

  report(actor: Actor, { clientMutationId, ...request }: EndWish): Promise<Ended> {
    const act = { actor, operation: 'reportBreach', key: clientMutationId, request };
    return this.uow.once<Ended>(act, async (tx) => {
      const mine = await this.mine(tx, actor, request.dealId, 'lock');
      if (!mine) return refuse('DEAL_NOT_FOUND');
      const { deal, side } = mine;
      const { cause } = request;
      const fault = CAUSES[cause].reported;
      if (fault === null || fault !== otherSide(side))
        return refuse('CAUSE_NOT_YOURS', {}, 'cause');
      const from = reportableFrom(cause, deal);
      if (from === 'NEVER') return refuse('CAUSE_NOT_YOURS', {}, 'cause');
      if (from !== null && this.clock.now() < from)
        return refuse('BREACH_TOO_EARLY', { from: from.toISOString() }, 'cause');
      const note = tidied(request.note ?? '');
      const impossible = impossibleNote(note, true, 'note');
      if (impossible) return impossible;
      const said = { by: side, personId: actor.personId };
      const ending = { cause, fault, said, note };
      const hindrance = await this.givingUp.end(tx, deal, ending);
      if (hindrance) return hindrance;
      await this.news.record(tx, actor, side, { kind: 'BREACH_REPORTED', deals: [deal] });
      return { dealId: deal.id };
    });
  }

  private async mine(
    tx: Tx,
    actor: Actor,
    dealId: string,
    how: 'read' | 'lock',
  ): Promise<{ deal: Deal; side: Side } | undefined> {
    if (!isId(dealId)) return undefined;
    const deal =
      how === 'lock' ? await this.orders.lockDeal(tx, dealId) : await this.orders.findDeal(dealId);
    if (!deal) return undefined;
    const isGranted = await this.standings.isSeller(tx, deal.householdId, actor.partyId);
    const standing = { ...deal, isGranted };
    const side = sideOf(actor, standing);
    return side && changesPolicy.end.allows(actor, standing) ? { deal, side } : undefined;
  }
}
