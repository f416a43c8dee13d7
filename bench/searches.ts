import { marketDay } from './district.js';
import { load, type Shot } from './load.js';
import { graphql } from './shots.js';

const LOTS = `query ($filter: LotFilter!) { searchLots(first: 20, filter: $filter) {
  nodes { id crop { code } commune { name } readyFrom grades { grade { code } freeGrams askVndPerKg } }
  pageInfo { endCursor hasNextPage } } }`;
const RANKED = `query ($filter: LotFilter!) { rankedLots(first: 20, filter: $filter) {
  nodes { score lot { id } reasons { factor points } } } }`;
const COVERAGE = `query ($day: Day!) {
  coverage(cropCode: "NA", gradeCodes: ["L1", "L2"], grams: 5000000, day: $day) { coveredGrams lots } }`;

const FIT = {
  cropCode: 'NA',
  gradeCode: 'L1',
  minGrams: 100_000,
  maxVndPerKg: 60_000,
  day: marketDay(),
};
/** Searches as buyers make them, by what they ask for. */
const searchesOf = (token: string): Readonly<Record<string, Shot>> => ({
  'typed “na nghia phuong”': graphql(
    token,
    LOTS,
    { filter: { text: 'na nghia phuong' } },
    'pageInfo',
  ),
  'typed “dua”, which is three crops': graphql(
    token,
    LOTS,
    { filter: { text: 'dua' } },
    'pageInfo',
  ),
  'crop, grade, weight, price and day': graphql(token, LOTS, { filter: FIT }, 'pageInfo'),
  'the same, most fitting first': graphql(token, RANKED, { filter: FIT }, 'score'),
  'coverage of five tonnes': graphql(token, COVERAGE, { day: FIT.day }, 'coveredGrams'),
});

const SECONDS = 4;

/** SM-08: how long each of them takes with so many at once, in milliseconds. */
export async function searches(port: number, clients: number, token: string): Promise<object[]> {
  const table: object[] = [];
  for (const [search, shot] of Object.entries(searchesOf(token))) {
    await load(port, clients, 1, () => shot);
    const { perSecond, p50Ms, p95Ms, failures } = await load(port, clients, SECONDS, () => shot);
    table.push({
      search,
      clients,
      'a second': Math.round(perSecond),
      'p50 ms': Math.round(p50Ms),
      'p95 ms': Math.round(p95Ms),
      failures,
    });
  }
  return table;
}
