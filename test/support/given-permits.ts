import { instant, plusDays, dayOf } from '../../src/kernel/day.js';
import { isRefusal, type Refusal } from '../../src/kernel/refusal.js';
import { kilograms } from '../../src/kernel/units.js';
import { Permits, type Trip } from '../../src/permits/index.js';
import { drill2026 } from '../../src/permits/rule-packs/drill-2026.js';
import { insertRulePacks } from '../../src/permits/rule-packs/insert-rule-packs.js';
import type { RulePack } from '../../src/permits/domain/rule-pack.js';
import { checkPermit, type CheckedPermit } from '../../src/permits/domain/check-permit.js';
import { readStatusList } from '../../src/permits/domain/status-list.js';
import { readTrustBundle } from '../../src/permits/domain/trust-bundle.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Given, Someone } from './given.js';
import { PERMITS, type ShownPermit } from './permit-documents.js';

/** Every rule pack and zone of 2021, and no exercise. */
export const rulesOf2021 = (make: Given): Promise<void> =>
  insertRulePacks(make.world.db.manager, { today: null });

/** The exercise is on: trucks to Hà Nội need our permit and a fresh test of everyone aboard. */
export async function drillInForce(
  make: Given,
  pass?: Partial<RulePack['pass']>,
  more?: Partial<RulePack>,
): Promise<void> {
  const today = dayOf(make.world.clock.now());
  const pack = drill2026({
    from: instant(plusDays(today, -7), '00:00'),
    to: instant(plusDays(today, 30), '00:00'),
  });
  const rules = { ...pack, ...more, pass: pack.pass && { ...pack.pass, ...pass } };
  await make.world.db.query(
    `insert into rule_packs (id, code, version, name_vi, effective_from, effective_to, rules, published_at)
     values ($1, $2, 1, $3, $4, $5, $6, $4)`,
    [
      make.world.id(),
      pack.id,
      pack.document,
      pack.effectiveFrom,
      pack.effectiveTo,
      JSON.stringify(rules),
    ],
  );
}

/** A test of this person, taken that many hours ago and answered half an hour later. */
export async function testedHoursAgo(
  make: Given,
  someone: Someone,
  hours: number,
  more: { isNegative?: boolean; poolId?: string } = {},
): Promise<void> {
  const now = make.world.clock.now();
  const sampledAt = new Date(now.getTime() - hours * 3_600_000);
  await make.world.db.query(
    `insert into health_proofs (id, person_id, kind, is_negative, sampled_at, result_at, pool_id, recorded_by, created_at)
     values ($1, $2, 'RAPID_AG', $3, $4, $5, $6, $2, $7)`,
    [
      make.world.id(),
      someone.person.id,
      more.isNegative ?? true,
      sampledAt,
      new Date(sampledAt.getTime() + 1_800_000),
      more.poolId ?? null,
      now,
    ],
  );
}

/** From Nghĩa Phương to Long Biên with two tonnes of na, starting in ten hours and taking eight. */
export function tripOf(
  make: Given,
  who: { driver: Someone; requester: Someone },
  more: Partial<Trip> = {},
): Trip {
  const now = make.world.clock.now().getTime();
  return {
    runId: make.world.id(),
    holderId: who.driver.party.id,
    requesterId: who.requester.party.id,
    plate: '98C-123.45',
    payloadG: kilograms(2_500),
    driverId: who.driver.person.id,
    companionIds: [],
    persons: 1,
    communeIds: [make.commune('Nghĩa Phương')],
    destinationId: make.place('HN_LONGBIEN'),
    cropCode: 'NA',
    loadG: kilograms(2_000),
    startsAt: new Date(now + 10 * 3_600_000),
    endsAt: new Date(now + 18 * 3_600_000),
    ...more,
  };
}

/** Applies as the feature above does, in a transaction of its own. */
export const applyFor = (
  make: Given,
  trip: Trip,
  by: Someone,
): Promise<{ permitId: string } | Refusal> => {
  const { app } = make.world;
  const actor = {
    personId: by.person.id,
    partyId: by.party.id,
    role: 'DRIVER',
    sessionId: null,
    locale: 'vi',
  } as const;
  return app.get(UnitOfWork).run((tx) => app.get(Permits).apply(tx, actor, trip));
};

export async function permitFor(make: Given, trip: Trip, by: Someone): Promise<string> {
  const applied = await applyFor(make, trip, by);
  if (isRefusal(applied)) throw new Error(`no permit: ${JSON.stringify(applied)}`);
  return applied.permitId;
}

let plates = 100;

/** A permit of a truck of its own with a driver of its own, good from this minute for some hours. */
export async function permitOnTheRoad(
  make: Given,
  { firm, requester }: { readonly firm: Someone; readonly requester: Someone },
): Promise<ShownPermit & { readonly plate: string }> {
  plates += 1;
  const now = make.world.clock.now().getTime();
  const driver = await make.driver({ transporter: firm, name: 'Lục Văn Sáu' });
  await testedHoursAgo(make, driver, 5);
  const trip = {
    plate: `98C-${plates}.25`,
    startsAt: new Date(now),
    endsAt: new Date(now + 5 * 3_600_000),
  };
  const id = await permitFor(make, tripOf(make, { driver, requester }, trip), driver);
  return driver.voice.ask<ShownPermit & { readonly plate: string }>(PERMITS.permit, { id });
}

export interface Bundle {
  readonly keys: string;
  readonly revocations: string;
  readonly ruleSet: string;
}

/** The verdict of a phone without signal that knows nothing but the bundle. */
export async function offlineVerdict(
  bundle: Bundle,
  token: string,
  deviceClock: Date,
  seen: { plateSeen?: string; personsSeen?: number } = {},
): Promise<CheckedPermit> {
  const { rootKey, signed } = JSON.parse(bundle.keys) as {
    rootKey: { x: string; y: string };
    signed: string;
  };
  const trusted = await readTrustBundle(signed, rootKey);
  if (isRefusal(trusted)) throw new Error(`the trust bundle: ${trusted.refused}`);
  const revocations = await readStatusList(bundle.revocations, trusted.keys);
  if (isRefusal(revocations)) throw new Error(`the status list: ${revocations.refused}`);
  const trust = { bundle: trusted, revocations, lastServerTime: trusted.issuedAt };
  return checkPermit({ text: token, deviceClock, trust, ...seen });
}
