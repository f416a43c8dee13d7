import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { dayOf } from '../../kernel/day.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { ClaimsStore, holdsFor, type Claim } from '../data/claims.store.js';
import { Sight } from '../sight.js';
import type { ClaimModel } from './claim.model.js';

/** A lot, or what a deal takes of lots. */
export interface ClaimedGoods {
  readonly id: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly cropCode: string;
  readonly readyFrom: Date;
}

/** What a household declares of its goods, as far as whoever asks may read it. */
@Injectable()
export class ClaimViews {
  readonly #claims: PerRequestLoader<string, readonly Claim[]>;

  constructor(
    store: ClaimsStore,
    private readonly sight: Sight,
  ) {
    this.#claims = new PerRequestLoader(async (ids) => {
      const all = await store.ofHouseholds(ids);
      return ids.map((id) => all.filter(({ householdId }) => householdId === id));
    });
  }

  /**
   * What holds on the first ready day.
   * @param buyerId whom the household agreed with about these goods: a number is what she checks the paper by
   */
  async of(
    context: AskContext,
    goods: ClaimedGoods,
    buyerId: string | null = null,
  ): Promise<ClaimModel[]> {
    const claims = await this.#claims.load(context, goods.householdId);
    const on = dayOf(goods.readyFrom);
    const holding = claims.filter((claim) => holdsFor(claim, goods.cropCode, on));
    const isBuyer = buyerId !== null && context.actor.partyId === buyerId;
    if (isBuyer || (await this.sight.sees(context.actor, goods)))
      return holding.map((claim) => claimShown(claim));
    // The number of a certificate or growing area is looked up in public lists and names its holder (ID-08); the id of the
    // paper would say which lots are of one household.
    return holding.map((claim) =>
      claimShown(claim, { id: uuidOf(claim.id, goods.id), number: null }),
    );
  }
}

export const claimShown = (
  { proofId, vouchedBy, ...claim }: Claim,
  instead: Partial<Pick<ClaimModel, 'id' | 'number'>> = {},
): ClaimModel => ({
  ...claim,
  ...instead,
  hasProof: proofId !== null,
  isVouched: vouchedBy !== null,
});
