import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { AccountsStore } from '../data/accounts.store.js';
import { Sessions } from '../sessions.js';

export interface HouseholdWish {
  readonly clientMutationId: string;
  readonly name: string;
  readonly unitId: string;
  readonly cropCode: string;
  /** Square metres; null when the household does not know. */
  readonly areaM2: number | null;
}

const SAO_M2 = 360;
const LARGEST_M2 = 500_000;

type HouseholdRefusal =
  'NAME_MISSING' | 'UNIT_UNKNOWN' | 'CROP_UNKNOWN' | 'AREA_IMPLAUSIBLE' | ActRefusal;

/** A new household on its owner's own phone: name, commune or hamlet, main crop. */
@Injectable()
export class CreateHousehold {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountsStore,
    private readonly sessions: Sessions,
    private readonly places: Places,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    wish: HouseholdWish,
  ): Promise<{ partyId: string } | Refusal<HouseholdRefusal>> {
    const name = wish.name.normalize('NFC').trim().replace(/\s+/g, ' ');
    if (name.length < 2 || name.length > 80) return refuse('NAME_MISSING', {}, 'name');
    const unit = await this.places.unit(wish.unitId);
    const commune =
      unit?.kind === 'HAMLET' && unit.parentId ? await this.places.unit(unit.parentId) : unit;
    if (!unit || !commune || (commune.kind !== 'COMMUNE' && commune.kind !== 'TOWNSHIP')) {
      return refuse('UNIT_UNKNOWN', {}, 'unitId');
    }
    if (!(await this.catalog.crop(wish.cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const areaM2 = wish.areaM2 ?? SAO_M2;
    if (areaM2 < 10 || areaM2 > LARGEST_M2) return refuse('AREA_IMPLAUSIBLE', {}, 'areaM2');

    const { clientMutationId, ...request } = wish;
    const act = { actor, operation: 'createHousehold', key: clientMutationId, request };
    return this.uow.once(act, async (tx) => {
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
          communeId: commune.id,
          hamletId: unit.kind === 'HAMLET' ? unit.id : null,
          phone: null,
          lat: unit.lat ?? commune.lat,
          lon: unit.lon ?? commune.lon,
          bankBin: null,
          bankAccount: null,
          taxCode: null,
          createdAt,
        },
        { personId: actor.personId, partyId, role: 'GROWER' },
      );
      await this.accounts.addPlot(tx, {
        id: uuid(),
        householdId: partyId,
        unitId: unit.id,
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
