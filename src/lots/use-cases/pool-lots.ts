import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  UnitOfWork,
  type Act,
  type ActRefusal,
  type Tx,
} from '../../platform/database/unit-of-work.js';
import { PoolsStore } from '../data/pools.store.js';

export interface PoolWish {
  readonly listingId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly note: string;
  readonly lotIds: readonly string[];
}

export interface PoolChange {
  readonly listingId: string;
  readonly addLotIds: readonly string[];
  readonly removeLotIds: readonly string[];
}

type Kind = Pick<PoolWish, 'cropCode' | 'varietyCode'>;
type Done = { readonly listingId: string };
type KindRefusal = 'CROP_UNKNOWN' | 'VARIETY_UNKNOWN';
type EnterRefusal =
  | 'POOL_LOTS_MISSING'
  | 'POOL_LARGE'
  | 'POOL_LOT_NOT_FOUND'
  | 'POOL_LOT_OTHER_CROP'
  | 'POOL_LOT_TAKEN';

const MOST_LOTS = 300;
const LONGEST_NOTE = 200;

/**
 * A cooperative shows lots of its members as one listing (LI-10). The listing is a view: it names lots and holds no
 * kilograms, so what is set aside of a lot is gone from the listing in the same instant.
 */
@Injectable()
export class PoolLots {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pools: PoolsStore,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  create(
    act: Act,
    wish: PoolWish,
  ): Promise<Done | Refusal<KindRefusal | EnterRefusal | 'POOL_ID_TAKEN' | ActRefusal>> {
    const { listingId, cropCode, varietyCode } = wish;
    return this.uow.once<Done | Refusal<KindRefusal | EnterRefusal | 'POOL_ID_TAKEN'>>(
      act,
      async (tx) => {
        const unknown = await this.unknownKind(wish);
        if (unknown) return unknown;
        const isAdded = await this.pools.add(tx, {
          id: listingId,
          coopId: coopOf(act.actor),
          cropCode,
          varietyCode,
          note: wish.note.normalize('NFC').trim().slice(0, LONGEST_NOTE),
          createdBy: act.actor.personId,
          createdAt: this.clock.now(),
        });
        if (!isAdded) return refuse('POOL_ID_TAKEN');
        if (wish.lotIds.length === 0) return refuse('POOL_LOTS_MISSING', {}, 'lotIds');
        const doubt = await this.enter(tx, act.actor, wish, wish.lotIds, 'lotIds');
        return doubt ?? { listingId };
      },
    );
  }

  change(
    act: Act,
    { listingId, addLotIds, removeLotIds }: PoolChange,
  ): Promise<Done | Refusal<EnterRefusal | 'POOL_NOT_FOUND' | ActRefusal>> {
    return this.uow.once<Done | Refusal<EnterRefusal | 'POOL_NOT_FOUND'>>(act, async (tx) => {
      const pool = await this.pools.lock(tx, listingId, coopOf(act.actor));
      if (!pool) return refuse('POOL_NOT_FOUND');
      if (removeLotIds.length > MOST_LOTS)
        return refuse('POOL_LARGE', { most: MOST_LOTS }, 'removeLotIds');
      await this.pools.leave(tx, listingId, removeLotIds, this.clock.now());
      const doubt = await this.enter(tx, act.actor, { listingId, ...pool }, addLotIds, 'addLotIds');
      return doubt ?? { listingId };
    });
  }

  close(act: Act, { listingId }: Done): Promise<Done | Refusal<'POOL_NOT_FOUND' | ActRefusal>> {
    return this.uow.once<Done | Refusal<'POOL_NOT_FOUND'>>(act, async (tx) => {
      if (!(await this.pools.lock(tx, listingId, coopOf(act.actor))))
        return refuse('POOL_NOT_FOUND');
      await this.pools.close(tx, listingId, this.clock.now());
      return { listingId };
    });
  }

  private async unknownKind({
    cropCode,
    varietyCode,
  }: Kind): Promise<Refusal<KindRefusal> | undefined> {
    if (!(await this.catalog.crop(cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const variety = varietyCode === null ? undefined : await this.catalog.variety(varietyCode);
    if (varietyCode !== null && variety?.cropCode !== cropCode)
      return refuse('VARIETY_UNKNOWN', {}, 'varietyCode');
  }

  private async enter(
    tx: Tx,
    actor: Actor,
    pool: Kind & { readonly listingId: string },
    wished: readonly string[],
    field: string,
  ): Promise<Refusal<EnterRefusal> | undefined> {
    const lotIds = [...new Set(wished)];
    if (lotIds.length === 0) return undefined;
    if (lotIds.length > MOST_LOTS) return refuse('POOL_LARGE', { most: MOST_LOTS }, field);
    const lots = await this.pools.poolable(tx, coopOf(actor), lotIds, this.clock.now());
    const known = lots.filter(({ isMember, isOpen }) => isMember && isOpen);
    if (known.length < lotIds.length) return refuse('POOL_LOT_NOT_FOUND', {}, field);
    const isKind = ({ cropCode, varietyCode }: Kind): boolean =>
      cropCode === pool.cropCode && (pool.varietyCode ?? varietyCode) === varietyCode;
    if (!known.every(isKind)) return refuse('POOL_LOT_OTHER_CROP', {}, field);
    const entered = await this.pools.enter(tx, pool.listingId, lotIds);
    return entered < lotIds.length ? refuse('POOL_LOT_TAKEN', {}, field) : undefined;
  }
}

const coopOf = ({ partyId }: Actor): string => partyId ?? '';
