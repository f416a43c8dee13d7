import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, isDay, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { CropCalendar } from '../crop-calendar.js';
import { CropWindowsStore } from '../data/crop-windows.store.js';
import type { SeasonKind } from '../domain/season.js';

export interface CropWindowWish {
  readonly clientMutationId: string;
  readonly cropCode: string;
  readonly varietyCode?: string | null;
  readonly season: SeasonKind;
  readonly opens: string;
  readonly closes: string;
  readonly usualKgPerHa: number;
  readonly mostKgPerHa: number;
  readonly shelfDaysFrom: number;
  readonly shelfDaysTo: number;
  readonly validFrom: Day;
}

const MOST_KG_PER_HA = 200_000;
const MOST_SHELF_DAYS = 365;

/** The office changes the calendar from a day on; what was before that day stays as it was. */
@Injectable()
export class SetCropWindow {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly windows: CropWindowsStore,
    private readonly calendar: CropCalendar,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: CropWindowWish,
  ): Promise<
    | { windowId: string }
    | Refusal<'CROP_UNKNOWN' | 'VARIETY_UNKNOWN' | 'WINDOW_WRONG' | 'WINDOW_PAST' | ActRefusal>
  > {
    const { clientMutationId, ...request } = wish;
    const { cropCode, varietyCode = null } = wish;
    if (!(await this.catalog.crop(cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    if (varietyCode !== null && (await this.catalog.variety(varietyCode))?.cropCode !== cropCode)
      return refuse('VARIETY_UNKNOWN', {}, 'varietyCode');
    const wrong = wrongField(wish);
    if (wrong) return refuse('WINDOW_WRONG', {}, wrong);
    const set = await this.uow.once(
      { actor, operation: 'setCropWindow', key: clientMutationId, request },
      async (tx) => {
        const now = this.clock.now();
        if (wish.validFrom < dayOf(now)) return refuse('WINDOW_PAST', {}, 'validFrom');
        const id = uuid();
        const window = { ...request, varietyCode, id, setBy: actor.personId, createdAt: now };
        await this.windows.put(tx, window);
        return { windowId: id };
      },
    );
    this.calendar.forget();
    return set;
  }
}

function wrongField(wish: CropWindowWish): string | undefined {
  // 29 February opens no season: a window must exist in every year.
  if (!isDay(`2023-${wish.opens}`)) return 'opens';
  if (!isDay(`2023-${wish.closes}`)) return 'closes';
  if (wish.usualKgPerHa < 1 || wish.usualKgPerHa > MOST_KG_PER_HA) return 'usualKgPerHa';
  if (wish.mostKgPerHa < wish.usualKgPerHa || wish.mostKgPerHa > MOST_KG_PER_HA)
    return 'mostKgPerHa';
  if (wish.shelfDaysFrom < 1 || wish.shelfDaysFrom > MOST_SHELF_DAYS) return 'shelfDaysFrom';
  if (wish.shelfDaysTo < wish.shelfDaysFrom || wish.shelfDaysTo > MOST_SHELF_DAYS)
    return 'shelfDaysTo';
  return undefined;
}
