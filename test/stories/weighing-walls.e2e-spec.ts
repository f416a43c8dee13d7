import { givenDeal, letWeigh, type GivenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { statementsOf } from '../support/sql-count.js';
import { Scale, type Load } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

describe('what a ticket withstands', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let trader: Someone;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    trader = await make.trader({});
    lan = await make.grower({});
  });
  afterAll(() => world.close());

  const dealOf = (...grades: string[]): Promise<GivenDeal> =>
    givenDeal(make, {
      buyer: trader,
      household: lan,
      deduction: { kind: 'PERCENT', basisPoints: 200 },
      lines: grades.map((grade) => ({ grade, kg: 500, vndPerKg: 36_000 })),
    });

  async function colleagueOf({ party }: Someone): Promise<Someone> {
    const colleague = await make.trader({});
    const acting = [colleague.person.id, party.id];
    await world.db.query(
      `insert into memberships (person_id, party_id, role) values ($1, $2, 'TRADER')`,
      acting,
    );
    await world.db.query(`update sessions set party_id = $2 where person_id = $1`, acting);
    return colleague;
  }

  it('WE-11 writes a load down once, however often and by whomever of the buyer it is sent', async () => {
    const deal = await dealOf('L1');
    const { id } = await scale.open(trader.voice, deal.id);
    const load: Load = { grade: 'L1', kg: 51.8, crates: 1, id: world.id() };
    const first = await scale.record(trader.voice, id, load);
    for (let times = 0; times < 10; times += 1) {
      expect(await scale.record(trader.voice, id, load)).toEqual(first);
    }
    // The same phone, signed in by another person of the buyer: the row's own id is the second wall.
    const colleague = await colleagueOf(trader);
    expect(await scale.record(colleague.voice, id, load)).toEqual(first);
    expect(await scale.record(colleague.voice, id, { ...load, kg: 52 })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    await scale.submit(trader.voice, id);
    const { voice } = await colleagueOf(trader);
    expect(await scale.record(voice, id, { ...load, kg: 52 })).toMatchObject({
      code: 'WEIGH_ROW_TAKEN',
    });
    expect(await scale.record(voice, id, load)).toMatchObject({
      state: 'SUBMITTED',
      payableGrams: 49_000,
    });
  });

  it('never takes the id of a load for another load', async () => {
    const deal = await dealOf('L1');
    const other = await dealOf('L1');
    const mine = await scale.open(trader.voice, deal.id);
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const theirs = await scale.open(clerk.voice, other.id);
    const load: Load = { grade: 'L1', kg: 51.8, crates: 1, id: world.id() };
    await scale.record(trader.voice, mine.id, load);
    expect(await scale.record(clerk.voice, theirs.id, load)).toMatchObject({
      code: 'WEIGH_ROW_TAKEN',
    });
    expect(await scale.open(clerk.voice, other.id)).toMatchObject({ rows: [] });
  });

  it('opens one ticket, however many phones open it at once', async () => {
    const deal = await dealOf('L1');
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => scale.open(trader.voice, deal.id)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const [count]: { count: string }[] = await world.db.query(
      `select count(*) from weigh_tickets where deal_id = $1`,
      [deal.id],
    );
    expect(count).toEqual({ count: '1' });
  });

  it('WE-05 numbers the loads of two phones without a gap, and adds up every gram', async () => {
    const deal = await dealOf('L1', 'L2');
    const driver = await make.driver({ transporter: await make.transporter({}) });
    await letWeigh(make, deal, driver);
    const { id } = await scale.open(trader.voice, deal.id);
    const loads = Array.from({ length: 20 }, (_, index) => ({
      grade: index % 3 === 0 ? 'L2' : 'L1',
      kg: 20 + index / 10,
      crates: 1,
    }));
    await Promise.all(
      loads.map((load, index) =>
        scale.record(index % 2 === 0 ? trader.voice : driver.voice, id, load),
      ),
    );

    const slip = await scale.open(trader.voice, deal.id);
    expect(slip.rows.map(({ seq }) => seq)).toEqual(loads.map((_, index) => index + 1));
    const grossOf = (grade: string): number =>
      loads
        .filter((load) => load.grade === grade)
        .reduce((sum, load) => sum + Math.round(load.kg * 1000), 0);
    expect(slip.lines).toMatchObject([
      { grade: { code: 'L1' }, crates: 13, grossGrams: grossOf('L1'), tareGrams: 23_400 },
      { grade: { code: 'L2' }, crates: 7, grossGrams: grossOf('L2'), tareGrams: 12_600 },
    ]);
  });

  it('WE-11 takes an outbox in any order, each act once', async () => {
    const deal = await dealOf('L1');
    const { id } = await scale.open(trader.voice, deal.id);
    const loads: Load[] = [1, 2, 3, 4, 5].map((kg) => ({
      grade: 'L1',
      kg: kg * 10,
      crates: 1,
      id: world.id(),
    }));
    const outbox = [...loads.toReversed(), ...loads, ...loads.toReversed()];
    await Promise.all(outbox.map((load) => scale.record(trader.voice, id, load)));
    const fix: Load = { grade: 'L1', kg: 11, crates: 1, id: world.id() };
    const fixes = [1, 2, 3].map(() => scale.correct(trader.voice, loads[0]?.id ?? '', fix));
    await Promise.all(fixes);
    const removed = world.id();
    await Promise.all([1, 2].map(() => scale.remove(trader.voice, loads[4]?.id ?? '', removed)));

    const slip = await scale.open(trader.voice, deal.id);
    expect(slip.rows).toHaveLength(6);
    expect(slip.lines).toMatchObject([{ crates: 4, grossGrams: 101_000 }]);
    const submitted = world.id();
    const [first, again] = await Promise.all([
      scale.submit(trader.voice, id, submitted),
      scale.submit(trader.voice, id, submitted),
    ]);
    expect(again).toEqual(first);
    const answered = world.id();
    const yes = [1, 2, 3].map(() => scale.confirm(lan.voice, id, 'OWN_PHONE', answered));
    for (const slipAfter of await Promise.all(yes)) expect(slipAfter.state).toBe('CONFIRMED');
  });

  it('WE-09 counts the kilograms once when two people confirm at once', async () => {
    const deal = await dealOf('L1');
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const { id } = await scale.open(trader.voice, deal.id);
    await scale.record(trader.voice, id, { grade: 'L1', kg: 101.8, crates: 1 });
    await scale.submit(trader.voice, id);
    const answers = await Promise.all([
      scale.confirm(lan.voice, id),
      scale.confirm(clerk.voice, id, 'WITNESS'),
    ]);
    expect(answers.map(({ code, state }) => state ?? code).toSorted()).toEqual([
      'CONFIRMED',
      'TICKET_STEP_NOT_ALLOWED',
    ]);
    const [line]: object[] = await world.db.query(
      `select weighed_g from lot_grades where id = $1`,
      [deal.lotGradeIds[0]],
    );
    expect(line).toEqual({ weighed_g: '100000' });
  });

  it('WE-09 keeps a confirmed ticket as it is, even from SQL', async () => {
    const deal = await dealOf('L1');
    const { id } = await scale.agree(trader.voice, lan.voice, deal.id, [
      { grade: 'L1', kg: 51.8, crates: 1 },
    ]);
    const attempts = [
      `update weigh_tickets set amount_vnd = amount_vnd - 1 where id = $1`,
      `update weigh_tickets set state = 'VOID' where id = $1`,
      `delete from weigh_tickets where id = $1`,
      `update ticket_lines set vnd_per_kg = 1 where ticket_id = $1`,
      `delete from ticket_lines where ticket_id = $1`,
      `update weigh_rows set gross_g = gross_g + 1 where ticket_id = $1`,
      `update weigh_rows set removed_at = now() where ticket_id = $1`,
      `delete from weigh_rows where ticket_id = $1`,
    ];
    for (const attempt of attempts) {
      await expect(world.db.query(attempt, [id])).rejects.toThrow(
        'a confirmed weigh ticket cannot change',
      );
    }
  });

  it('takes a phone’s clock that runs ahead as now', async () => {
    const deal = await dealOf('L1');
    const { id } = await scale.open(trader.voice, deal.id);
    const RECORD = `mutation ($input: RecordWeighInput!) {
      recordWeigh(input: $input) { ... on WeighTicket { rows { weighedAt } } }
    }`;
    const input = {
      clientMutationId: world.id(),
      ticketId: id,
      gradeCode: 'L1',
      grossGrams: 5_000,
      crates: 0,
    };
    const answer = await trader.voice.ask(RECORD, {
      input: { ...input, weighedAt: '2030-01-01T00:00:00Z' },
    });
    expect(answer).toEqual({ rows: [{ weighedAt: '2026-11-22T22:00:00.000Z' }] });
  });

  it('asks the database so often and no more', async () => {
    const deal = await dealOf('L1');
    const { id } = await scale.open(trader.voice, deal.id);
    const load = { grade: 'L1', kg: 51.8, crates: 1 };
    await scale.record(trader.voice, id, load);

    const recording = await statementsOf(() => scale.record(trader.voice, id, load));
    expect(recording.map(opening)).toEqual([
      'select s.id, s.person_id', // who asks
      'insert into acts', // once
      'select t.id, t.number,', // ticket, terms and standing, locked
      'insert into weigh_rows',
      'update acts set',
      'SELECT "WeighTicketEntity"."id" AS', // the answer: ticket, then its rows and lines
      'select t.id as',
    ]);

    await scale.submit(trader.voice, id);
    const confirming = await statementsOf(() => scale.confirm(lan.voice, id));
    expect(confirming.map(opening)).toEqual([
      'select s.id, s.person_id',
      'insert into acts',
      'select t.id, t.number,',
      'select d.id, d.number,', // the deal, locked
      'SELECT "TicketLineEntity"."ticket_id" AS',
      'select 1 from',
      'with scale as',
      'update deals set',
      'select 1 from',
      'select state from',
      'update orders set',
      'update allocation_lines set',
      'UPDATE "weigh_tickets" SET',
      `select graphile_worker.add_job('event', $1::json,`,
      'update acts set',
      'SELECT "WeighTicketEntity"."id" AS',
      'select t.id as',
    ]);
  });
});

const opening = (statement: string): string => statement.split(/\s+/).slice(0, 3).join(' ');
