import type { Voice } from './ask.js';
import type { Someone } from './given.js';
import type { World } from './world.js';

/** A plot of that many square metres. */
export async function plot(
  world: World,
  household: Someone,
  areaM2: number,
  cropCode = 'NA',
): Promise<string> {
  const id = world.id();
  await world.db.query(
    `insert into plots (id, household_id, unit_id, crop_code, area_m2)
     select $1, id, commune_id, $3, $4 from parties where id = $2`,
    [id, household.party.id, cropCode, areaM2],
  );
  return id;
}

export const REFUSED = `... on Refused { code field message facts { name value } }`;

const REPORT = `mutation ($input: ReportForecastInput!) {
  reportForecast(input: $input) {
    __typename
    ... on Forecast { id day grams revision source isCurrent trend flag lowGrams highGrams }
    ${REFUSED}
  }
}`;

export const report = (
  world: World,
  voice: Voice,
  over: object,
): Promise<Record<string, unknown>> =>
  voice.ask(REPORT, {
    input: { clientMutationId: world.id(), cropCode: 'NA', day: '2026-08-26', ...over },
  });
