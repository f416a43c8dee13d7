import type { Given, Someone } from '../given.js';
import { Doing } from './doing.js';

/** What households say of their land and of themselves. */
export class Farm {
  readonly #doing: Doing;

  constructor(private readonly make: Given) {
    this.#doing = new Doing(make);
  }

  /** Plots, plans, reports and what befell them; and what the household asks and changes meanwhile. */
  async season(household: Someone, officer: Someone): Promise<void> {
    const unitId = await this.#doing.communeOf(household);
    const na = { cropCode: 'NA' };
    await this.#doing.act(household, 'addPlot', {
      ...na,
      varietyCode: 'NA_DAI',
      unitId,
      areaM2: 2_000,
      plantedYear: 2018,
    });
    await this.#doing.act(household, 'declareClaim', {
      ...na,
      claimId: this.make.world.id(),
      kind: 'VIETGAP',
      number: 'VG-1',
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
    });
    await this.#doing.act(household, 'saveProductionPlan', {
      ...na,
      month: '2026-09',
      expectedGrams: 900_000,
      submit: true,
    });
    const plan = {
      ...na,
      varietyCode: 'NA_DAI',
      month: '2026-08',
      areaM2: 2_000,
      treeCount: 60,
      firstDay: '2026-08-20',
      lastDay: '2026-08-31',
      expectedGrams: 90_000_000,
      submit: true,
    };
    await this.#doing.act(household, 'saveProductionPlan', plan);
    await this.#doing.act(officer, 'reviewProductionPlan', {
      planId: await this.#doing.one(
        `select id from production_plans where household_id = $1 order by ctid desc`,
        household.party.id,
      ),
      expectedVersion: 1,
      decision: 'CONFIRM',
      note: 'Đã xem vườn',
    });
    await this.#doing.act(household, 'reportForecast', {
      ...na,
      day: '2026-08-25',
      grams: 300_000,
    });
    await this.#doing.act(household, 'reportForecast', {
      ...na,
      day: '2026-08-25',
      grams: 90_000_000,
      isSure: false,
    });
    await this.#doing.act(household, 'reportForecast', { ...na, day: '2026-08-27', trend: 'UP' });
    await this.#doing.act(household, 'reportFieldEvent', {
      ...na,
      kind: 'STORM',
      firstDay: '2026-08-23',
      lastDay: '2026-08-26',
      lossBp: 1_000,
    });
    await this.#doing.act(household, 'requestHelpCall', {
      note: `Lời nhắn của ${household.party.name}`,
      screen: 'A3',
      appVersion: '1.0',
    });
    await this.#doing.act(household, 'changePayoutAccount', {
      bankBin: '970436',
      bankAccount: '00220033',
    });
    await this.#doing.act(officer, 'reportForecast', {
      ...na,
      householdId: household.party.id,
      day: '2026-08-26',
      grams: 200_000,
    });
  }

  /** Two households that may be one: one name, one crop, one place. */
  async twins(commune: string): Promise<void> {
    const wish = { name: 'Nhà khai hai lần', commune };
    for (const twin of [await this.make.grower(wish), await this.make.grower(wish)])
      await this.#doing.act(twin, 'addPlot', {
        cropCode: 'NA',
        unitId: this.make.commune(commune),
        areaM2: 1_000,
      });
  }
}
