import { givenDeal, type GivenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { Till } from '../support/settlement-acts.js';
import { footprint, Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

describe('who may see and answer for money', () => {
  let world: World;
  let make: Given;
  let till: Till;
  let trader: Someone;
  let lan: Someone;
  let clerk: Someone;
  let deal: GivenDeal;
  let payableId: string;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    till = new Till(world);
    trader = await make.trader({});
    lan = await make.grower({});
    clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    deal = await givenDeal(make, {
      buyer: trader,
      household: lan,
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
    });
    const scale = new Scale(world);
    await scale.agree(trader.voice, lan.voice, deal.id, [{ grade: 'L1', kg: 51.8, crates: 1 }]);
    await world.deliverEvents();
    const settlement = await till.ofOrder(trader.voice, deal.orderId);
    payableId = settlement?.payables[0]?.id ?? '';
  });

  const isForbidden = (act: Promise<unknown>): Promise<void> =>
    expect(act).rejects.toThrow('FORBIDDEN');

  it('lets the payer declare, and the payee or its cooperative answer', async () => {
    expect((await till.declare(trader.voice, [payableId])).payables).toMatchObject([
      { state: 'DECLARED_PAID' },
    ]);
    expect(await till.contest(clerk.voice, payableId, 'Hộ báo chưa nhận.')).toMatchObject({
      state: 'CONTESTED',
    });
    expect(await till.receive(clerk.voice, payableId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('refuses another trader, household or cooperative as if nothing were there, and nothing changes', async () => {
    await till.declare(trader.voice, [payableId]);
    const before = await footprint(world);
    const { voice } = await make.trader({});
    expect(await till.declare(voice, [payableId])).toMatchObject({ code: 'PAYABLE_NOT_FOUND' });
    expect(await till.declare(voice, [world.id()])).toMatchObject({ code: 'PAYABLE_NOT_FOUND' });
    expect(await till.declare(voice, ['PC-1123-0001'])).toMatchObject({
      code: 'PAYABLE_NOT_FOUND',
    });
    for (const stranger of [await make.grower({}), await make.coopClerk({})]) {
      expect(await till.receive(stranger.voice, payableId)).toMatchObject({
        code: 'PAYABLE_NOT_FOUND',
      });
      expect(await till.contest(stranger.voice, payableId, 'Chưa nhận.')).toMatchObject({
        code: 'PAYABLE_NOT_FOUND',
      });
    }
    expect(await footprint(world)).toBe(before);
  });

  it('forbids whole roles what is not theirs, and nothing changes', async () => {
    await till.declare(trader.voice, [payableId]);
    const before = await footprint(world);
    const office = await make.officeStaff({});
    const driver = await make.driver({ transporter: await make.transporter({}) });
    for (const { voice } of [lan, clerk, office, driver]) {
      await isForbidden(till.declare(voice, [payableId]));
    }
    for (const { voice } of [trader, office, driver]) {
      await isForbidden(till.receive(voice, payableId));
      await isForbidden(till.contest(voice, payableId, 'Chưa nhận.'));
    }
    await expect(till.receive(make.guest(), payableId)).rejects.toThrow('UNAUTHENTICATED');
    expect(await footprint(world)).toBe(before);
  });

  it('lists what one owes or is owed, and nobody else’s', async () => {
    const isListed = async ({ voice }: Someone): Promise<boolean> =>
      (await till.mine(voice)).some(({ id }) => id === payableId);
    for (const side of [trader, lan, clerk]) expect(await isListed(side)).toBe(true);
    const strangers = [await make.trader({}), await make.grower({}), await make.coopClerk({})];
    for (const stranger of strangers) expect(await isListed(stranger)).toBe(false);
    await isForbidden(till.mine((await make.officeStaff({})).voice));
  });

  it('shows of an order what one may see: all to the payer, the own part to a household', async () => {
    const thang = await make.grower({});
    const other = await givenDeal(make, {
      buyer: trader,
      household: thang,
      orderId: deal.orderId,
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 30_000 }],
    });
    const scale = new Scale(world);
    await scale.agree(trader.voice, thang.voice, other.id, [{ grade: 'L1', kg: 51.8, crates: 1 }]);
    await world.deliverEvents();

    const totalOf = async ({ voice }: Someone): Promise<number | undefined> =>
      (await till.ofOrder(voice, deal.orderId))?.totalVnd;
    expect(await totalOf(trader)).toBe(3_300_000);
    expect(await totalOf(lan)).toBe(1_800_000);
    expect(await totalOf(clerk)).toBe(1_800_000);
    expect(await totalOf(thang)).toBe(1_500_000);
    expect(await totalOf(await make.trader({}))).toBeUndefined();
    expect(await totalOf(await make.grower({}))).toBeUndefined();
    expect(await till.ofOrder(trader.voice, 'LN-1123')).toBeNull();
  });

  it('shows officers the sums of their communes, and no account number', async () => {
    const office = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    expect(await till.ofOrder(office.voice, deal.orderId)).toMatchObject({
      totalVnd: 1_800_000,
      payables: [{ vietQr: null, bankName: null, bankAccount: null }],
    });
    const elsewhere = await make.communeOfficer({ commune: 'Cương Sơn' });
    expect(await till.ofOrder(elsewhere.voice, deal.orderId)).toBeNull();
  });

  it('pages through payables, newest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        nodes: { id: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      } = await trader.voice.ask(
        `query ($after: String) { myPayables(first: 2, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    const all: { id: string }[] = await world.db.query(
      `select id from payables order by created_at desc, id desc`,
    );
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('ID-08 gives phone and place to payer and payee only', async () => {
    const query = `query ($orderId: ID!) { settlementForOrder(orderId: $orderId) { payables { payee { name lat } } } }`;
    const latOf = async ({ voice }: Someone) => {
      const answer = await voice.ask<{ payables: { payee: { lat: number | null } }[] }>(query, {
        orderId: deal.orderId,
      });
      return answer.payables[0]?.payee.lat;
    };
    expect(await latOf(trader)).toEqual(expect.any(Number));
    expect(await latOf(clerk)).toBeNull();
  });
});
