import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Grams } from '../../kernel/units.js';
import {
  isOvertaken,
  LOOKS,
  PartPlanning,
  TakePart,
  type ByHand,
  type OrderPart,
  type PolicyCode,
  type Preview,
  type RoundRefusal,
  type TakenPart,
} from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { DemandStore } from '../data/demand.store.js';

/** Which part of a need a cooperative means, and how it is divided among households. */
export interface PartWish {
  readonly orderId: string;
  /** FAIR_SHARE when left out. */
  readonly policy?: PolicyCode | null;
  /** The most of each grade; null takes all that is missing. */
  readonly takes: readonly { readonly gradeCode: string; readonly grams: Grams }[] | null;
}

export interface AcceptWish extends PartWish {
  /** Of the preview that was looked at: another plan by now is refused. */
  readonly fingerprint: string | null;
  readonly byHand: ByHand | null;
}

type Done = { readonly orderId: string } & TakenPart;
type PartRefusal = 'DEMAND_NOT_FOUND' | 'DEMAND_PRICE_OPEN';

/**
 * "HTX nhận đơn gom": a cooperative fills part of a need from the lots of households that let it sell, divided by a rule
 * it can show them. Who posts a need has named kilograms, hours and the most she pays; a yes within those is hers to commit.
 */
@Injectable()
export class AcceptDemandAsCoop {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly demand: DemandStore,
    private readonly parts: PartPlanning,
    private readonly taking: TakePart,
    private readonly clock: Clock,
  ) {}

  /** What accepting now would take of whom. Writes nothing. */
  async preview(actor: Actor, wish: PartWish): Promise<Preview | Refusal<PartRefusal>> {
    const { orderId } = wish;
    const need = isId(orderId) ? await this.demand.need(orderId, this.clock.now()) : undefined;
    if (!need?.isPosted || !need.isOpen) return refuse('DEMAND_NOT_FOUND');
    const part = await this.parts.run(coopOf(actor), orderId, partOf(wish));
    if (!part) return refuse('DEMAND_NOT_FOUND');
    if (!isPriced(part.order)) return refuse('DEMAND_PRICE_OPEN');
    return { order: part.order, ...part.planned, nearest: [] };
  }

  async run(
    act: Act,
    wish: AcceptWish,
  ): Promise<Done | Refusal<PartRefusal | RoundRefusal | ActRefusal>> {
    for (let look = 1; ; look += 1) {
      const answer = await this.once(act, wish);
      if (!isRefusal(answer) || !isOvertaken(answer) || look === LOOKS) return answer;
    }
  }

  private async once(
    act: Act,
    wish: AcceptWish,
  ): Promise<Done | Refusal<PartRefusal | RoundRefusal | ActRefusal>> {
    const { orderId, fingerprint, byHand } = wish;
    const { actor } = act;
    // Planned before the transaction opens, so that none waits inside for arithmetic.
    const part = isId(orderId)
      ? await this.parts.run(coopOf(actor), orderId, partOf(wish))
      : undefined;
    return this.uow.once<Done | Refusal<PartRefusal | RoundRefusal>>(act, async (tx) => {
      const need = part && (await this.demand.lockNeed(tx, orderId, this.clock.now()));
      if (!part || !need?.isPosted || !need.isOpen) return refuse('DEMAND_NOT_FOUND');
      if (!isPriced(part.order)) return refuse('DEMAND_PRICE_OPEN');
      const taken = await this.taking.run(tx, actor, part, { fingerprint, byHand });
      return isRefusal(taken) ? taken : { orderId, ...taken };
    });
  }
}

const coopOf = ({ partyId }: Actor): string => partyId ?? '';

const partOf = ({ policy, takes }: PartWish): OrderPart => ({
  policy: policy ?? 'FAIR_SHARE',
  most: takes && new Map(takes.map(({ gradeCode, grams }) => [gradeCode, grams])),
});

/** Some grade has a price: those that have none are asked for in an offer and bargained over. */
const isPriced = ({ lines }: Preview['order']): boolean =>
  lines.some(({ maxVndPerKg }) => maxVndPerKg !== null);
