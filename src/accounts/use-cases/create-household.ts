import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { PartiesStore } from '../data/parties.store.js';
import { normaliseName } from '../domain/papers.js';
import { checkPlot, SAO_M2, type PlotRefusal } from '../domain/plot.js';
import { Sessions } from '../sessions.js';
import { Grounds, standingOn } from './grounds.js';

export interface HouseholdWish {
  readonly clientMutationId: string;
  readonly name: string;
  readonly unitId: string;
  readonly cropCode: string;
  /** Square metres; null when the household does not know. */
  readonly areaM2: number | null;
  /** The person was warned of a household of the same name and says that this is another one (ID-11). */
  readonly isReallyNew?: boolean | null;
}

type HouseholdRefusal =
  | 'NAME_MISSING'
  | 'UNIT_UNKNOWN'
  | 'CROP_UNKNOWN'
  | PlotRefusal
  | 'HOUSEHOLD_LIKELY_THERE'
  | ActRefusal;

/** A new household on its owner's own phone: name, commune or hamlet, main crop. */
@Injectable()
export class CreateHousehold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly sessions: Sessions,
    private readonly parties: PartiesStore,
    private readonly grounds: Grounds,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: HouseholdWish,
  ): Promise<{ partyId: string } | Refusal<HouseholdRefusal>> {
    const name = normaliseName(wish.name);
    if (isRefusal(name)) return name;
    const ground = await this.grounds.of(wish.unitId);
    if (isRefusal(ground)) return ground;
    if (!(await this.catalog.crop(wish.cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const areaM2 = wish.areaM2 ?? SAO_M2;
    const doubt = checkPlot({ areaM2, plantedYear: null }, 0);
    if (doubt) return doubt;

    const act = actOf(actor, 'createHousehold', wish);
    return this.uow.once<{ partyId: string } | Refusal<HouseholdRefusal>>(act, async (tx) => {
      if (!wish.isReallyNew) {
        const place = standingOn(ground);
        const same = await this.parties.likelySame({ name, cropCode: wish.cropCode, ...place });
        if (same.length > 0)
          return refuse('HOUSEHOLD_LIKELY_THERE', { count: same.length }, 'name');
      }

      const partyId = uuid();
      const createdAt = this.clock.now();
      await this.accounts.addParty(
        tx,
        {
          id: partyId,
          kind: 'HOUSEHOLD',
          name,
          state: 'ACTIVE',
          stateReason: null,
          ...standingOn(ground),
          phone: null,
          bankBin: null,
          bankAccount: null,
          taxCode: null,
          plate: null,
          mergedIntoId: null,
          createdAt,
        },
        { personId: actor.personId, partyId, role: 'GROWER' },
      );
      await this.accounts.addPlot(tx, {
        id: uuid(),
        householdId: partyId,
        unitId: ground.unit.id,
        cropCode: wish.cropCode,
        varietyCode: null,
        areaM2,
        plantedYear: null,
      });
      const person = await this.accounts.person(actor.personId);
      if (person?.name === '') await this.accounts.setName(tx, actor.personId, name);
      if (actor.sessionId !== null) {
        const expiresAt = this.sessions.expiry('GROWER');
        await this.accounts.switchSession(tx, actor.sessionId, partyId, 'GROWER', expiresAt);
      }
      return { partyId };
    });
  }
}
