import type { EntityManager } from 'typeorm';
import { v5 as uuidOf } from 'uuid';
import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { RulePack } from '../domain/rule-pack.js';
import { COVID_2021 } from './covid-2021.js';
import { drill2026 } from './drill-2026.js';
import { ZONES_2021 } from './zones-2021.js';

// Any UUID of our own: the same pack gets the same id on every machine.
const NAMESPACE = '6f2b7a54-2f0e-4c36-9d7c-5d7f0f6a2180';
const DRILL_DAYS_BEFORE = 7;
const DRILL_DAYS_AFTER = 30;

/**
 * The rules of 2021 with their zones, and, on a day, the exercise from a week before it to thirty days after.
 * Packs that are there stay as they are: running it twice changes nothing.
 */
export async function insertRulePacks(
  db: EntityManager,
  { today }: { readonly today: Day | null },
): Promise<void> {
  const drill =
    today === null
      ? []
      : [
          drill2026({
            from: instant(plusDays(today, -DRILL_DAYS_BEFORE), '00:00'),
            to: instant(plusDays(today, DRILL_DAYS_AFTER), '00:00'),
          }),
        ];
  await insertPacks(db, [...COVID_2021, ...drill]);
  await insertZones(db);
}

async function insertPacks(db: EntityManager, packs: readonly RulePack[]): Promise<void> {
  const rows = packs.map((pack) => ({
    id: uuidOf(`pack/${pack.id}/1`, NAMESPACE),
    code: pack.id,
    version: 1,
    name_vi: pack.document,
    effective_from: pack.effectiveFrom,
    effective_to: pack.effectiveTo,
    rules: pack,
    published_at: pack.effectiveFrom,
  }));
  await db.query(
    `insert into rule_packs (id, code, version, name_vi, effective_from, effective_to, rules, published_at)
     select id, code, version, name_vi, effective_from, effective_to, rules, published_at
     from json_populate_recordset(null::rule_packs, $1::json) on conflict (code, version) do nothing`,
    [JSON.stringify(rows)],
  );
}

async function insertZones(db: EntityManager): Promise<void> {
  const rows = ZONES_2021.map((zone) => ({
    id: uuidOf(`zone/${zone.unit}/${zone.from}`, NAMESPACE),
    unit_code: zone.unit,
    measure: zone.measure,
    effective_from: zone.from,
    effective_to: zone.to,
    source: zone.sourceNote,
    confidence: zone.confidence,
  }));
  await db.query(
    `insert into zone_statuses (id, unit_code, measure, effective_from, effective_to, source, confidence)
     select id, unit_code, measure, effective_from, effective_to, source, confidence
     from json_populate_recordset(null::zone_statuses, $1::json) on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
}
