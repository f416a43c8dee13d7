import type { Voice } from '../support/ask.js';
import { givenDeal, letWeigh, type GivenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { footprint, Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

const READ = `query ($id: ID!) { weighTicket(id: $id) { id number } }`;
const LIST = `{ myWeighTickets { nodes { id } } }`;
const LOAD = { grade: 'L1', kg: 41.8, crates: 1 };

describe('who may do what at the scale', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let people: Record<string, Someone>;
  let strangers: Record<string, Someone>;
  let deal: GivenDeal;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    const transporter = await make.transporter({});
    people = {
      trader: await make.trader({}),
      grower: await make.grower({}),
      clerk: await make.coopClerk({}),
      driver: await make.driver({ transporter }),
      communeOfficer: await make.communeOfficer({ commune: 'Nghĩa Phương' }),
      office: await make.officeStaff({}),
    };
    strangers = {
      trader: await make.trader({}),
      grower: await make.grower({}),
      clerk: await make.coopClerk({}),
      driver: await make.driver({ transporter }),
      communeOfficer: await make.communeOfficer({ commune: 'Cương Sơn' }),
    };
    await make.joinCoop(one('clerk'), one('grower'));
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    deal = await givenDeal(make, {
      buyer: one('trader'),
      household: one('grower'),
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
    });
    await letWeigh(make, deal, one('driver'));
  });

  function one(name: string): Someone {
    const someone = people[name];
    if (!someone) throw new Error(`nobody is called ${name}`);
    return someone;
  }

  /** A ticket of the deal with one load, submitted or not. */
  async function ticket(isSubmitted: boolean): Promise<{ id: string; rowId: string }> {
    const { id } = await scale.open(one('trader').voice, deal.id);
    const rowId = world.id();
    await scale.record(one('trader').voice, id, { ...LOAD, id: rowId });
    if (isSubmitted) await scale.submit(one('trader').voice, id);
    return { id, rowId };
  }

  it.each(['trader', 'clerk', 'driver'])(
    'WE-05 lets its %s weigh the deal from the first load to the last',
    async (who) => {
      const { voice } = one(who);
      const { id } = await scale.open(voice, deal.id);
      const rowId = world.id();
      expect(await scale.record(voice, id, { ...LOAD, id: rowId })).toMatchObject({
        payableGrams: 40_000,
      });
      const fixed = await scale.correct(voice, rowId, { ...LOAD, kg: 51.8 });
      expect(fixed).toMatchObject({ payableGrams: 50_000 });
      await scale.record(voice, id, LOAD);
      expect(await scale.remove(voice, fixed.rows[1]?.id ?? '')).toMatchObject({
        payableGrams: 40_000,
      });
      expect(await scale.submit(voice, id)).toMatchObject({ state: 'SUBMITTED' });
    },
  );

  describe('refuses strangers as if nothing were there, and nothing changes', () => {
    const weighers = ['trader', 'clerk', 'driver'];

    it.each(weighers)('another %s may not open a deal, with a ticket or without', async (who) => {
      const { voice } = strangers[who] ?? one(who);
      const before = await footprint(world);
      expect(await scale.open(voice, deal.id)).toMatchObject({ code: 'DEAL_NOT_FOUND' });
      expect(await scale.open(voice, world.id())).toMatchObject({ code: 'DEAL_NOT_FOUND' });
      expect(await scale.open(voice, 'deal')).toMatchObject({ code: 'DEAL_NOT_FOUND' });
      expect(await footprint(world)).toBe(before);
      await ticket(false);
      expect(await scale.open(voice, deal.id)).toMatchObject({ code: 'DEAL_NOT_FOUND' });
    });

    it.each(weighers)('another %s may not touch a ticket or its loads', async (who) => {
      const { voice } = strangers[who] ?? one(who);
      const { id, rowId } = await ticket(false);
      const before = await footprint(world);
      expect(await scale.record(voice, id, LOAD)).toMatchObject({ code: 'TICKET_NOT_FOUND' });
      expect(await scale.record(voice, world.id(), LOAD)).toMatchObject({
        code: 'TICKET_NOT_FOUND',
      });
      expect(await scale.correct(voice, rowId, LOAD)).toMatchObject({
        code: 'WEIGH_ROW_NOT_FOUND',
      });
      expect(await scale.remove(voice, rowId)).toMatchObject({ code: 'WEIGH_ROW_NOT_FOUND' });
      expect(await scale.submit(voice, id)).toMatchObject({ code: 'TICKET_NOT_FOUND' });
      expect(await footprint(world)).toBe(before);
    });

    it('another household or cooperative may not answer for the household', async () => {
      const { id } = await ticket(true);
      const before = await footprint(world);
      const { grower, clerk } = strangers as Record<'grower' | 'clerk', Someone>;
      expect(await scale.confirm(grower.voice, id)).toMatchObject({ code: 'TICKET_NOT_FOUND' });
      expect(await scale.confirm(clerk.voice, id, 'WITNESS')).toMatchObject({
        code: 'TICKET_NOT_FOUND',
      });
      expect(await scale.dispute(grower.voice, id, 'Sai cân.')).toMatchObject({
        code: 'TICKET_NOT_FOUND',
      });
      expect(await footprint(world)).toBe(before);
    });
  });

  it('forbids whole roles what is not theirs, and nothing changes', async () => {
    const { id, rowId } = await ticket(true);
    const before = await footprint(world);
    const isForbidden = (act: Promise<unknown>): Promise<void> =>
      expect(act).rejects.toThrow('FORBIDDEN');
    const voices = (...names: string[]): Voice[] => names.map((name) => one(name).voice);
    for (const voice of voices('grower', 'communeOfficer', 'office')) {
      await isForbidden(scale.open(voice, deal.id));
      await isForbidden(scale.record(voice, id, LOAD));
      await isForbidden(scale.correct(voice, rowId, LOAD));
      await isForbidden(scale.remove(voice, rowId));
      await isForbidden(scale.submit(voice, id));
    }
    for (const voice of voices('trader', 'driver', 'communeOfficer', 'office')) {
      await isForbidden(scale.confirm(voice, id));
      await isForbidden(scale.dispute(voice, id, 'Sai cân.'));
    }
    await isForbidden(scale.dispute(one('clerk').voice, id, 'Sai cân.'));
    await expect(scale.open(make.guest(), deal.id)).rejects.toThrow('UNAUTHENTICATED');
    expect(await footprint(world)).toBe(before);
  });

  it('WE-09 hears the household on its own phone, or its cooperative as witness', async () => {
    const { id } = await ticket(true);
    const before = await footprint(world);
    expect(await scale.confirm(one('grower').voice, id, 'WITNESS')).toMatchObject({
      code: 'CONFIRM_METHOD_NOT_YOURS',
      field: 'method',
    });
    expect(await scale.confirm(one('clerk').voice, id, 'OWN_PHONE')).toMatchObject({
      code: 'CONFIRM_METHOD_NOT_YOURS',
    });
    expect(await footprint(world)).toBe(before);
    expect(await scale.confirm(one('clerk').voice, id, 'WITNESS')).toMatchObject({
      state: 'CONFIRMED',
    });

    await world.deliverEvents();
    const told: object[] = await world.db.query(
      `select kind from notices where path = $1 and party_id = $2 order by kind`,
      [`/app/can/${id}`, one('grower').party.id],
    );
    expect(told).toEqual([{ kind: 'TICKET_CONFIRMED' }, { kind: 'TICKET_SUBMITTED' }]);
  });

  it('WE-09 takes no witness who weighed the ticket', async () => {
    const { voice } = one('clerk');
    const { id } = await scale.open(voice, deal.id);
    await scale.record(voice, id, LOAD);
    await scale.submit(voice, id);
    const before = await footprint(world);
    expect(await scale.confirm(voice, id, 'WITNESS')).toMatchObject({ code: 'WITNESS_WEIGHED' });
    expect(await footprint(world)).toBe(before);
    expect(await scale.confirm(one('grower').voice, id)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('WE-09 confirms no deal that was cancelled meanwhile', async () => {
    const { id } = await ticket(true);
    await world.db.query(`update deals set state = 'CANCELLED' where id = $1`, [deal.id]);
    const before = await footprint(world);
    expect(await scale.confirm(one('grower').voice, id)).toMatchObject({ code: 'DEAL_NOT_OPEN' });
    expect(await footprint(world)).toBe(before);
  });

  it('opens no deal that was cancelled', async () => {
    await world.db.query(`update deals set state = 'CANCELLED' where id = $1`, [deal.id]);
    expect(await scale.open(one('trader').voice, deal.id)).toMatchObject({ code: 'DEAL_NOT_OPEN' });
  });

  it('shows a ticket to both sides, cooperative, driver and officers of the commune, and to nobody else', async () => {
    const { id } = await ticket(true);
    const sees = async ({ voice }: Someone): Promise<boolean> => {
      const single = (await voice.send<{ weighTicket: object | null }>(READ, { id })).data
        ?.weighTicket;
      const { nodes } = await voice.ask<{ nodes: { id: string }[] }>(LIST);
      const isListed = nodes.some((node) => node.id === id);
      expect(isListed).toBe(single !== null);
      return isListed;
    };
    for (const someone of Object.values(people)) expect(await sees(someone)).toBe(true);
    for (const someone of Object.values(strangers)) expect(await sees(someone)).toBe(false);
    const garbled = await one('trader').voice.send(READ, { id: 'PC-1123-0001' });
    expect(garbled).toMatchObject({ data: { weighTicket: null }, errors: [] });
  });

  it('ID-08 gives phone and place to the two sides of the deal only', async () => {
    const { id } = await ticket(false);
    const query = `query ($id: ID!) { weighTicket(id: $id) { household { name lat } buyer { name lat } } }`;
    const latOf = async ({ voice }: Someone) =>
      voice.ask<{ household: { lat: number | null }; buyer: { lat: number | null } }>(query, {
        id,
      });
    expect((await latOf(one('trader'))).household.lat).toEqual(expect.any(Number));
    expect((await latOf(one('grower'))).buyer.lat).toEqual(expect.any(Number));
    expect(await latOf(one('office'))).toMatchObject({
      household: { lat: null },
      buyer: { lat: null },
    });
  });

  it('pages through the tickets, newest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        nodes: { id: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      } = await one('office').voice.ask(
        `query ($after: String) { myWeighTickets(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      seen.push(...page.nodes.map((node) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const all: { id: string }[] = await world.db.query(
      `select id from weigh_tickets order by created_at desc, id desc`,
    );
    expect(seen).toEqual(all.map((row) => row.id));
    const wrong = await one('office').voice.send('{ myWeighTickets(after: "x") { nodes { id } } }');
    expect(wrong.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });

  it('shows the ticket on its deal', async () => {
    const { id } = await ticket(false);
    const query = `query ($id: ID!) { deal(id: $id) { ticket { id state } } }`;
    expect(await one('grower').voice.ask(query, { id: deal.id })).toEqual({
      ticket: { id, state: 'OPEN' },
    });
  });
});
