import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { binderOf, notBound, Standings } from '../../planning/index.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { ClaimsStore } from '../data/claims.store.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { checkClaim, claimNumber, type ClaimRefusal, type ClaimTerms } from '../domain/claim.js';
import { lotPolicy } from '../domain/lot.policy.js';

export interface NewClaim extends ClaimTerms {
  readonly claimId: string;
  readonly householdId: string | null;
  readonly cropCode: string | null;
  readonly proofId: string | null;
}

type DeclareRefusal =
  | ClaimRefusal
  | 'HOUSEHOLD_NOT_FOUND'
  | 'CONSENT_MISSING'
  | 'CROP_UNKNOWN'
  | 'PHOTO_NOT_FOUND'
  | 'CLAIM_SAID'
  | ActRefusal;

/** A household says by what paper its fruit is grown; an officer who does it for her has seen the paper. */
@Injectable()
export class DeclareClaim {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly claims: ClaimsStore,
    private readonly lots: LotRecordsStore,
    private readonly standings: Standings,
    private readonly assisted: AssistedActs,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, wish: NewClaim): Promise<{ claimId: string } | Refusal<DeclareRefusal>> {
    const { actor } = act;
    const found = await this.standings.of(actor, wish.householdId ?? actor.partyId ?? '');
    const spokesman = found && binderOf(actor, found.standing);
    if (!spokesman || !lotPolicy.speakFor.allows(actor, found.standing))
      return notBound(actor, found?.standing, 'HOUSEHOLD_NOT_FOUND');
    const { household } = found;
    const { cropCode, proofId } = wish;
    const crop = cropCode === null ? null : await this.catalog.crop(cropCode);

    return this.uow.once<{ claimId: string } | Refusal<DeclareRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const number = claimNumber(wish.number);
      if (crop === undefined) return refuse('CROP_UNKNOWN', {}, 'cropCode');
      const doubt = checkClaim({ ...wish, number }, dayOf(now));
      if (doubt) return doubt;
      const owners = [actor.partyId, household.id];
      if (proofId !== null && !(await this.lots.isPhotoOf(tx, proofId, owners)))
        return refuse('PHOTO_NOT_FOUND', {}, 'proofId');

      const { claimId, kind, validFrom, validTo } = wish;
      const isAdded = await this.claims.add(
        tx,
        {
          id: claimId,
          householdId: household.id,
          kind,
          number,
          cropCode,
          validFrom,
          validTo,
          proofId,
          vouchedBy: spokesman === 'OFFICER' ? actor.partyId : null,
          createdAt: now,
        },
        actor.personId,
      );
      if (!isAdded) return refuse('CLAIM_SAID', {}, 'number');
      await this.assisted.record(tx, actor, {
        householdId: household.id,
        kind: 'CLAIM_DECLARED',
        subjectId: claimId,
        facts: { number },
      });
      return { claimId };
    });
  }

  /** Takes a claim back: lots stop saying it at once. */
  async withdraw(
    act: Act,
    { claimId }: { readonly claimId: string },
  ): Promise<{ claimId: string } | Refusal<'CLAIM_NOT_FOUND' | 'CONSENT_MISSING' | ActRefusal>> {
    const claim = isId(claimId) ? await this.claims.find(claimId) : undefined;
    const found = claim && (await this.standings.of(act.actor, claim.householdId));
    if (!found || !lotPolicy.speakFor.allows(act.actor, found.standing))
      return notBound(act.actor, found?.standing, 'CLAIM_NOT_FOUND');
    return this.uow.once<{ claimId: string } | Refusal<'CLAIM_NOT_FOUND'>>(act, async (tx) => {
      if (!(await this.claims.withdraw(tx, claimId, this.clock.now())))
        return refuse('CLAIM_NOT_FOUND');
      await this.assisted.record(tx, act.actor, {
        householdId: claim.householdId,
        kind: 'CLAIM_WITHDRAWN',
        subjectId: claimId,
        facts: { number: claim.number },
      });
      return { claimId };
    });
  }
}
