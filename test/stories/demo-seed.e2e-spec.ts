import { DEMO_STAFF_PASSWORD, demoStaffCode } from '../../src/accounts/index.js';
import { PERSONAS } from '../../src/seed/demo/registry.js';
import { seed } from '../../src/seed/seed.js';
import type { Voice } from '../support/ask.js';
import { given, type Given } from '../support/given.js';
import { STAFF_SIGN_IN } from '../support/staff-sign-in.js';
import { World } from '../support/world.js';

const NOW = '2026-11-24T09:00:00+07:00';

type Persona = keyof typeof PERSONAS;
const STAFF: ReadonlySet<string> = new Set<Persona>(['checkpoint', 'office', 'commune', 'admin']);

const REQUEST = `mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) { __typename ... on Me { role person { name } } }
}`;

describe('the demo district in the database', () => {
  let world: World;
  let make: Given;
  const voices = new Map<Persona, Voice>();

  const seedAt = (now: string): Promise<void> =>
    seed(world.config.databaseUrl ?? '', { ...world.config, seed: 'demo', now: new Date(now) });
  const rows = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
    world.db.query(sql, values);
  const voiceOf = (persona: Persona): Voice => voices.get(persona)!;

  beforeAll(async () => {
    world = await World.open(NOW);
    await seedAt(NOW);
    make = await given(world);
    for (const [persona, { phone }] of Object.entries(PERSONAS)) {
      const voice = make.guest();
      if (STAFF.has(persona)) {
        const code = demoStaffCode(phone, world.clock.now());
        await voice.ask(STAFF_SIGN_IN, { input: { phone, password: DEMO_STAFF_PASSWORD, code } });
      } else {
        await voice.ask(REQUEST, { phone });
        await voice.ask(VERIFY, { phone, code: await make.codeFor(phone) });
      }
      voices.set(persona as Persona, voice);
    }
  });
  afterAll(() => world.close());

  it('AD-07 is there once: a second seeding, on the same day or the next, changes nothing', async () => {
    const counted = async () => {
      const tables = await rows<{ name: string }>(
        `select table_name as name from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      );
      const counts = await Promise.all(
        tables.map(async ({ name }) => [name, await rows(`select count(*) from "${name}"`)]),
      );
      const sequences = await rows(
        `select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`,
      );
      return { counts, sequences };
    };
    const once = await counted();
    await seedAt(NOW);
    await seedAt('2026-11-25T09:00:00+07:00');

    expect(await counted()).toEqual(once);
  });

  it('AL-08 reserves of every lot what its open holds add up to', async () => {
    expect(
      await rows(
        `select g.id from lot_grades g left join lot_holds h on h.lot_grade_id = g.id and h.state = 'HELD'
         group by g.id having g.reserved_g <> coalesce(sum(h.grams), 0)`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select id from lot_grades where reserved_g + weighed_g + written_off_g > offered_g`,
      ),
    ).toEqual([]);
  });

  it('OR-03 makes the deals of each order out of its committed allocation lines', async () => {
    expect(
      await rows(
        `select deal_id from
           (select deal_id, sum(grams) as dealt from deal_lines group by deal_id) d
         full join
           (select deal_id, sum(grams) as allocated from allocation_lines
            where state in ('COMMITTED', 'WEIGHED') group by deal_id) a using (deal_id)
         where dealt is distinct from allocated`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select l.id from allocation_lines l left join deal_lines n on n.hold_id = l.id
         where (l.state in ('COMMITTED', 'WEIGHED')) <> (n.id is not null)`,
      ),
    ).toEqual([]);
  });

  it('WE-01 WE-02 keeps tickets that come out the same when they are added up again', async () => {
    expect(
      await rows(
        `select l.ticket_id from ticket_lines l join weigh_tickets t on t.id = l.ticket_id
         join lateral (select sum(gross_g) as gross_g, sum(tare_g) as tare_g, sum(crates) as crates
           from weigh_rows r where r.ticket_id = t.id and r.grade_code = l.grade_code) r on true
         where l.gross_g <> r.gross_g or l.tare_g <> r.tare_g or l.crates <> r.crates
            or l.payable_g <> round((l.gross_g - l.tare_g) * (10000 - t.deduction_bp) / 1000000.0) * 100
            or l.gross_g - l.tare_g - l.deduction_g <> l.payable_g
            or l.amount_vnd <> round(l.payable_g * l.vnd_per_kg / 1000.0)`,
      ),
    ).toEqual([]);
    expect(
      await rows(
        `select t.id from weigh_tickets t join ticket_lines l on l.ticket_id = t.id
         group by t.id having t.payable_g <> sum(l.payable_g) or t.amount_vnd <> sum(l.amount_vnd)`,
      ),
    ).toEqual([]);
  });

  it('PA-06 owes for every confirmed ticket its amount, to its household, and for no other', async () => {
    expect(
      await rows(
        `select t.id, p.id from weigh_tickets t full join payables p on p.ticket_id = t.id
         where (t.state = 'CONFIRMED') is distinct from (p.id is not null)
            or p.amount_vnd <> t.amount_vnd or p.payee_id <> t.household_id or p.payer_id <> t.buyer_id`,
      ),
    ).toEqual([]);
  });

  it('PU-02 loads no run above four fifths of what its vehicle may carry', async () => {
    expect(
      await rows(
        `select r.id from runs r join vehicles v on v.id = r.vehicle_id
         where r.load_g > v.payload_g * 0.8
            or r.load_g <> (select sum(grams) from run_stops where run_id = r.id and kind = 'PICKUP')`,
      ),
    ).toEqual([]);
  });

  it('numbers what people do next after everything the demo did', async () => {
    const [next] = await rows<Record<string, string>>(
      `select nextval('order_serial') as "order", nextval('ticket_serial') as ticket, nextval('run_serial') as run,
              nextval('permit_status_index') as permit`,
    );
    const [last] = await rows<Record<string, string>>(
      `select (select count(*) from orders) as "order",
              (select max(split_part(number, '-', 3)::int) from weigh_tickets) as ticket,
              (select max(split_part(number, '-', 3)::int) from runs) as run,
              (select max(status_index) from permits) as permit`,
    );

    expect(Number(next?.['order'])).toBeGreaterThan(Number(last?.['order']));
    expect(Number(next?.['ticket'])).toBe(Number(last?.['ticket']) + 1);
    expect(Number(next?.['run'])).toBe(Number(last?.['run']) + 1);
    expect(Number(next?.['permit'])).toBeGreaterThan(Number(last?.['permit']));
  });

  it('lets every persona in by her phone, in her role', async () => {
    const roles: Record<string, string> = {};
    for (const persona of Object.keys(PERSONAS) as Persona[]) {
      const me = await voiceOf(persona).ask<{ role: string }>(`{ me { role } }`);
      roles[persona] = me.role;
    }

    expect(roles).toEqual({
      grower: 'GROWER',
      trader: 'TRADER',
      driver: 'DRIVER',
      checkpoint: 'CHECKPOINT_OFFICER',
      office: 'OFFICE_STAFF',
      cooperative: 'COOP_CLERK',
      commune: 'COMMUNE_OFFICER',
      admin: 'ADMIN',
    });
  });

  it('shows the grower fruit on sale, a deal today, money to come and one offer until tomorrow', async () => {
    const grower = voiceOf('grower');
    expect(
      await grower.ask(`{ homeSummary { openLots offersWaiting dealsToday ticketsToConfirm } }`),
    ).toEqual({ openLots: 2, offersWaiting: 1, dealsToday: 1, ticketsToConfirm: 0 });
    const home = await grower.ask<{ freeGrams: number; toReceiveVnd: number }>(
      `{ homeSummary { freeGrams toReceiveVnd } }`,
    );
    expect(home.freeGrams).toBeGreaterThan(100_000);
    expect(home.toReceiveVnd).toBeGreaterThan(1_000_000);
    expect(
      await grower.ask(
        `{ myOffers(waitingOnly: true) { nodes { state expiresAt buyer { name } } } }`,
      ),
    ).toMatchObject({ nodes: [{ state: 'OFFERED', expiresAt: '2026-11-24T23:30:00.000Z' }] });
  });

  it('lets the grower say yes, so that the trader hears of it', async () => {
    const { nodes } = await voiceOf('grower').ask<{ nodes: { id: string }[] }>(
      `{ myOffers(waitingOnly: true) { nodes { id } } }`,
    );
    const answered = await voiceOf('grower').ask(
      `mutation ($input: RespondAllocationOfferInput!) {
        respondAllocationOffer(input: $input) { __typename ... on AllocationOffer { state } }
      }`,
      { input: { clientMutationId: world.id(), offerId: nodes[0]?.id, accept: true } },
    );
    expect(answered).toEqual({ __typename: 'AllocationOffer', state: 'ACCEPTED' });
    await world.deliverEvents();

    expect(await voiceOf('trader').ask(`{ myNotices(first: 1) { nodes { kind } } }`)).toMatchObject(
      { nodes: [{ kind: 'OFFER_ACCEPTED' }] },
    );
  });

  it('shows the trader an order with answers coming, one to fetch and one being fetched', async () => {
    const { nodes } = await voiceOf('trader').ask<{ nodes: { state: string }[] }>(
      `{ myOrders(first: 10) { nodes { state } } }`,
    );
    const states = nodes.map(({ state }) => state);

    expect(states).toEqual(expect.arrayContaining(['SOURCING', 'COMMITTED', 'IN_PICKUP']));
    expect(states.filter((state) => state === 'COMMITTED').length).toBeGreaterThan(1);
  });

  it('PE-01 gives the driver on the road a permit that a checkpoint takes for good', async () => {
    const { nodes } = await voiceOf('driver').ask<{
      nodes: { state: string; token: string; code: string; plate: string }[];
    }>(`{ myPermits(first: 1) { nodes { state token code plate } } }`);
    const [permit] = nodes;
    expect(permit?.state).toBe('ISSUED');

    expect(
      await voiceOf('checkpoint').ask(
        `query ($text: String!) { verifyPermit(text: $text) { verdict reason permitCode } }`,
        { text: permit?.token },
      ),
    ).toEqual({ verdict: 'GREEN', reason: 'VALID', permitCode: permit?.code });
  });

  it('has counted trucks at the post of the checkpoint persona since midnight', async () => {
    const report = await voiceOf('checkpoint').ask<{ total: number; meanHandlingSeconds: number }>(
      `query ($id: ID!) { shiftReport(checkpointId: $id) { total meanHandlingSeconds } }`,
      { id: make.place('CHOT-QL31-TAY') },
    );

    expect(report.total).toBeGreaterThan(2);
    expect(report.meanHandlingSeconds).toBeGreaterThan(20);
  });

  it('puts requests before the office and yesterday’s prices before everyone', async () => {
    const queue = await voiceOf('office').ask<{ state: string; reasons: { code: string }[] }[]>(
      `{ permitQueue { state reasons { code } } }`,
    );
    expect(queue.length).toBeGreaterThan(0);
    expect(queue[0]?.reasons.map(({ code }) => code)).toContain('TEST_MISSING');
    for (const day of ['2026-11-23', '2026-11-24']) {
      const { rows: prices } = await make
        .guest()
        .ask<{ rows: { isEnough: boolean }[] }>(
          `query ($day: Day!) { priceBoard(day: $day) { rows { isEnough } } }`,
          { day },
        );
      expect(prices.filter(({ isEnough }) => isEnough).length).toBeGreaterThan(2);
    }
  });

  it('PE-01 issues the driver the permit of tomorrow’s run the moment he asks for it', async () => {
    const driver = voiceOf('driver');
    const { nodes } = await driver.ask<{
      nodes: { id: string; state: string; permitNeed: object }[];
    }>(
      `{ myRuns(first: 2) { nodes {
        id state permitNeed { needed requirements { code isMet } } } } }`,
    );
    expect(nodes.map(({ state }) => state)).toEqual(['PLANNED', 'DISPATCHED']);
    const [run, onTheRoad] = nodes;
    expect(run?.permitNeed).toMatchObject({
      needed: true,
      requirements: [
        { code: 'TESTS', isMet: true },
        { code: 'PERMIT', isMet: false },
      ],
    });
    expect(onTheRoad?.permitNeed).toMatchObject({
      requirements: [
        { code: 'TESTS', isMet: true },
        { code: 'PERMIT', isMet: true },
      ],
    });
    expect(
      await driver.ask(
        `mutation ($input: ApplyPermitInput!) { applyPermit(input: $input) {
          __typename ... on Permit { state persons } ... on Refused { code message } } }`,
        { input: { clientMutationId: world.id(), runId: run?.id, persons: 1 } },
      ),
    ).toEqual({ __typename: 'Permit', state: 'ISSUED', persons: 1 });
  });

  it('lets the trader send trucks for the order that has none', async () => {
    const { nodes } = await voiceOf('trader').ask<{
      nodes: { id: string; state: string; deals: { runStop: object | null }[] }[];
    }>(`{ myOrders(first: 10) { nodes { id state deals { runStop { id } } } } }`);
    const unfetched = nodes.find(
      ({ state, deals }) => state === 'COMMITTED' && deals.every(({ runStop }) => !runStop),
    );
    const planned = await voiceOf('trader').ask<{ runs: unknown[]; unassigned: unknown[] }>(
      `mutation ($input: PlanRunInput!) { planRun(input: $input) {
        ... on PlannedRuns { runs { id } unassigned { reason } } ... on Refused { code message } } }`,
      {
        input: {
          clientMutationId: world.id(),
          orderId: unfetched?.id,
          startsAt: '2026-11-25T05:00:00+07:00',
        },
      },
    );

    expect(planned.unassigned).toEqual([]);
    expect(planned.runs.length).toBeGreaterThan(0);
  });

  it('OR-07 OR-09 has an order that comes round and boxes on sale', async () => {
    expect(
      await rows(
        `select (select count(*)::int from standing_orders) as standing,
                (select count(*)::int from box_sales where closed_at is null and orders_until > $1) as boxes`,
        NOW,
      ),
    ).toEqual([{ standing: 1, boxes: 1 }]);
  });

  it('gives the cooperative offers to answer for its members', async () => {
    const { nodes } = await voiceOf('cooperative').ask<{ nodes: unknown[] }>(
      `{ myOffers(waitingOnly: true) { nodes { id } } }`,
    );
    expect(nodes.length).toBeGreaterThan(0);
  });
});
