import type { PartyModel } from '../../accounts/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Card, Run, Stop } from '../data/run.rows.js';
import { isContactTime, seesDriverPhone, sightOfStop, type StopSight } from '../domain/contacts.js';
import type { RunDriverModel } from './run.model.js';

/** A stop as the asker may see it, with what its fields need of the run. */
export interface ShownStop extends Omit<Stop, 'household' | 'lat' | 'lon'> {
  readonly household: PartyModel | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly run: Run;
  /** Whose stop it is may be known to the asker; deal and ticket name the household too. */
  readonly isNamed: boolean;
}

export const stopsOf = (run: Run, actor: Actor, now: Date): ShownStop[] =>
  run.stops.map((stop) => shownStop(run, stop, actor, now));

export function shownStop(run: Run, stop: Stop, actor: Actor, now: Date): ShownStop {
  const sight = sightOfStop(actor, run, stop.household?.id ?? null, now);
  const seesPoint = sight === 'CONTACT' || stop.kind === 'DROP';
  const { household } = stop;
  return {
    ...stop,
    run,
    isNamed: sight !== 'NOTHING',
    lat: seesPoint ? stop.lat : null,
    lon: seesPoint ? stop.lon : null,
    household: household === null ? null : householdAt(household, stop, sight),
  };
}

function householdAt(household: Card, { lat, lon }: Stop, sight: StopSight): PartyModel | null {
  if (sight === 'NOTHING') return null;
  const card = cardOf(household, sight === 'CONTACT');
  if (sight === 'CONTACT') {
    card.lat = lat;
    card.lon = lon;
  }
  return card;
}

export const driverOf = (run: Run, actor: Actor, now: Date): RunDriverModel => ({
  id: run.driverId,
  name: run.driverName,
  phone: seesDriverPhone(actor, run, now) ? run.driverPhone : null,
});

/** The two businesses of a run: their own people always know the number, the others of the run in its time. */
export function partyOf(card: Card, run: Run, actor: Actor, now: Date): PartyModel {
  const isOfficer = actor.role === 'COMMUNE_OFFICER' || actor.role === 'OFFICE_STAFF';
  const isOwn = actor.partyId === card.id;
  return cardOf(card, isOwn || (!isOfficer && isContactTime(run, now)));
}

const cardOf = ({ id, kind, name, phone }: Card, hasPhone: boolean): PartyModel => ({
  id,
  kind,
  name,
  phone: hasPhone ? phone : null,
  lat: null,
  lon: null,
});
