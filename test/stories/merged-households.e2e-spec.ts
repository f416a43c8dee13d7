import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { plot } from '../support/given-planning.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const MERGE = `mutation ($input: MergePartiesInput!) { mergeParties(input: $input) {
  __typename ... on PartyMerge { id } ... on Refused { code } } }`;
const UNMERGE = `mutation ($input: UnmergePartiesInput!) { unmergeParties(input: $input) {
  __typename ... on PartyMerge { id } ... on Refused { code } } }`;
const ROSTER = `query ($day: Day!) { coopForecast(day: $day, cropCode: "NA") { rows { householdId mark } } }`;
const DAY = '2026-08-26';

// What a merge means for each column that leads to a party. It moves no row: undoing it would have to know each of them.
const STAYS = 'was done by, for or with this entry, and is read there';
const OTHERS = 'is a business, a cooperative or an office, which is never merged';
const PEOPLE = 'the people of both entries stand behind both while it lasts';
const ITSELF = 'is the merge';
const DECIDED: Readonly<Record<string, string>> = {
  'allocation_lines.household_id': STAYS,
  'allocation_plans.coop_id': OTHERS,
  'assisted_acts.household_id': STAYS,
  'assisted_acts.party_id': STAYS,
  'backups.household_id': STAYS,
  'box_orders.party_id': STAYS,
  'box_sales.seller_id': STAYS,
  'broken_promises.excused_by': OTHERS,
  'broken_promises.household_id': STAYS,
  'call_answers.household_id': STAYS,
  'claims.household_id': STAYS,
  'claims.vouched_by': OTHERS,
  'contact_views.subject_party_id': STAYS,
  'contact_views.viewer_party_id': STAYS,
  'container_weights.household_id': STAYS,
  'coop_invitations.coop_id': OTHERS,
  'coop_invitations.household_id': STAYS,
  'coop_members.coop_id': OTHERS,
  'coop_members.household_id': STAYS,
  'deal_endings.at_fault_id': STAYS,
  'deals.buyer_id': OTHERS,
  'deals.household_id': STAYS,
  'demand_answers.household_id': STAYS,
  'erasures.party_id': STAYS,
  'field_events.household_id': STAYS,
  'forecast_intentions.household_id': STAYS,
  'forecasts.household_id': STAYS,
  'grant_codes.household_id': STAYS,
  'grant_codes.party_id': OTHERS,
  'grant_papers.household_id': STAYS,
  'grant_papers.party_id': OTHERS,
  'held_changes.party_id': STAYS,
  'help_calls.household_id': STAYS,
  'household_entries.household_id': STAYS,
  'household_entries.party_id': OTHERS,
  'lot_audience.party_id': OTHERS,
  'lots.confirmed_by': OTHERS,
  'lots.household_id': STAYS,
  'memberships.party_id': PEOPLE,
  'message_caps.payer_id': OTHERS,
  'message_spend.payer_id': OTHERS,
  'negotiations.buyer_id': OTHERS,
  'negotiations.household_id': STAYS,
  'notices.party_id': STAYS,
  'orders.buyer_id': OTHERS,
  'parties.merged_into_id': ITSELF,
  'party_grants.grantee_id': STAYS,
  'party_grants.grantor_id': STAYS,
  'party_merges.kept_id': ITSELF,
  'party_merges.merged_id': ITSELF,
  'party_recoveries.party_id': STAYS,
  'party_territories.party_id': OTHERS,
  'payables.payee_id': STAYS,
  'payables.payer_id': OTHERS,
  'permits.holder_id': OTHERS,
  'permits.requester_id': OTHERS,
  'photos.party_id': STAYS,
  'plots.household_id': STAYS,
  'pooled_listings.coop_id': OTHERS,
  'production_plans.household_id': STAYS,
  'run_stops.household_id': STAYS,
  'runs.requester_id': OTHERS,
  'runs.transporter_id': OTHERS,
  'saved_searches.party_id': OTHERS,
  'selling_pauses.household_id': STAYS,
  'sessions.party_id': STAYS,
  'sheet_subscriptions.party_id': OTHERS,
  'standing_orders.buyer_id': OTHERS,
  'stated_purposes.subject_party_id': STAYS,
  'vehicles.transporter_id': OTHERS,
  'weigh_tickets.buyer_id': OTHERS,
  'weigh_tickets.household_id': STAYS,
  'withdrawal_decisions.office_id': OTHERS,
};

describe('two entries of one household', () => {
  let world: World;
  let make: Given;
  let admin: Someone;
  let officer: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    admin = await make.admin({});
    officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
  });
  afterAll(() => world.close());

  const act = (document: string, wish: object) =>
    admin.voice.ask<{ id: string }>(document, { input: { clientMutationId: world.id(), ...wish } });
  const growers = async (): Promise<string[]> => {
    const { rows } = await officer.voice.ask<{ rows: { householdId: string }[] }>(ROSTER, {
      day: DAY,
    });
    return rows.map(({ householdId }) => householdId);
  };

  it('ID-11: every column that leads to a party is decided about', async () => {
    const rows: { name: string }[] = await world.db.query(
      `select c.conrelid::regclass || '.' || a.attname as name
         from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.contype = 'f' and c.confrelid = 'parties'::regclass order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(DECIDED).toSorted());
  });

  it('ID-11: merging and parting again leaves every row of every table as it was', async () => {
    const one = await make.grower({ name: 'Hộ Lê Thị Tám' });
    const other = await make.grower({ name: 'Lê Thị Tám' });
    for (const household of [one, other]) await givenLot(make, household, { kg: { L1: 40 } });
    const tables = [...new Set(Object.keys(DECIDED).map((name) => name.replace(/\..*/, '')))];
    const kept = tables.filter((table) => !['party_merges', 'parties'].includes(table));
    const before = await fingerprint(world, kept);
    const { id } = await act(MERGE, {
      keepId: one.party.id,
      mergeId: other.party.id,
      reason: 'Cùng một nhà',
    });
    const people = kept.indexOf('memberships');
    expect((await fingerprint(world, kept)).toSpliced(people, 1)).toEqual(
      before.toSpliced(people, 1),
    );
    await act(UNMERGE, { mergeId: id });
    expect(await fingerprint(world, kept)).toEqual(before);
  });

  it('PL-05 ID-11: are one household to whoever gathers forecasts, with the land said once', async () => {
    const one = await make.grower({ name: 'Hộ Vi Văn Chín' });
    const other = await make.grower({ name: 'Vi Văn Chín' });
    const areas = [
      [one, 2_000],
      [other, 2_500],
    ] as const;
    for (const [household, areaM2] of areas) await plot(world, household, areaM2);
    const both = [one.party.id, other.party.id];
    const listed = async (): Promise<string[]> =>
      (await growers()).filter((householdId) => both.includes(householdId));
    expect(await listed()).toHaveLength(2);
    const { id } = await act(MERGE, {
      keepId: one.party.id,
      mergeId: other.party.id,
      reason: 'Cùng một nhà',
    });
    expect(await listed()).toEqual([one.party.id]);
    await act(UNMERGE, { mergeId: id });
    expect(await listed()).toHaveLength(2);
  });
});
