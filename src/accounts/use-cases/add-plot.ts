import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { ownHousehold } from '../domain/grants.js';
import { checkPlot, type PlotRefusal } from '../domain/plot.js';
import { Grounds } from './grounds.js';

export interface PlotWish {
  readonly clientMutationId: string;
  readonly unitId: string;
  readonly cropCode: string;
  readonly varietyCode?: string | null;
  readonly areaM2: number;
  readonly plantedYear?: number | null;
}

type Added =
  | { plotId: string }
  | Refusal<PlotRefusal | 'UNIT_UNKNOWN' | 'CROP_UNKNOWN' | 'VARIETY_UNKNOWN' | ActRefusal>;

const MOST_PLOTS = 50;

/** One more piece of land of the household acted for. */
@Injectable()
export class AddPlot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly grounds: Grounds,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: PlotWish): Promise<Added> {
    const { cropCode, varietyCode = null, areaM2, plantedYear = null } = wish;
    const ground = await this.grounds.of(wish.unitId);
    if (isRefusal(ground)) return ground;
    if (!(await this.catalog.crop(cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    if (varietyCode !== null && (await this.catalog.variety(varietyCode))?.cropCode !== cropCode)
      return refuse('VARIETY_UNKNOWN', {}, 'varietyCode');
    const thisYear = Number(dayOf(this.clock.now()).slice(0, 4));
    const doubt = checkPlot({ areaM2, plantedYear }, thisYear);
    if (doubt) return doubt;

    const act = actOf(actor, 'addPlot', wish);
    return this.uow.once<Added>(act, async (tx) => {
      const householdId = ownHousehold(actor);
      // Whoever writes land without end is a script: the household is locked, so that the count holds.
      if ((await this.accounts.countPlots(tx, householdId)) >= MOST_PLOTS)
        return refuse('PLOTS_TOO_MANY', { most: MOST_PLOTS });
      const id = uuid();
      const unitId = ground.unit.id;
      await this.accounts.addPlot(tx, {
        id,
        householdId,
        unitId,
        cropCode,
        varietyCode,
        areaM2,
        plantedYear,
      });
      return { plotId: id };
    });
  }
}
