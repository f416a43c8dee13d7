import { drillInForce, testedHoursAgo } from '../support/given-permits.js';
import { givenLot } from '../support/given-lots.js';
import { givenBulkOrder, ORDERS } from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import { Morning } from '../support/morning.js';
import { RUNS } from '../support/run-documents.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const KG = 1000;
const PREVIEW = `query ($communeId: ID!, $from: DateTime!, $to: DateTime) {
  previewClosure(communeId: $communeId, from: $from, to: $to) { __typename
    ... on ClosurePreview { households lots lotGrams offers offerGrams deals dealGrams runs permits
      orders { number grams } runsListed { number plate startsAt } }
    ... on Refused { code field } } }`;
const CLOSE = `mutation ($input: ApplyClosureInput!) { applyClosure(input: $input) {
  __typename ... on CommuneClosure { id } ... on Refused { code } } }`;
const LIFT = `mutation ($input: LiftClosureInput!) { liftClosure(input: $input) {
  __typename ... on CommuneClosure { id } ... on Refused { code } } }`;
const NOTICES = `{ myNotices { nodes { kind text path } } }`;

interface Told {
  readonly kind: string;
  readonly text: string;
  readonly path: string;
}

describe('SM-07 a commune is closed', () => {
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let driver: Someone;
  let office: Someone;
  let lan: Someone;
  let planned: Awaited<ReturnType<Morning['planned']>>;
  let bulk: { readonly id: string; readonly number: string };
  let closed: { readonly id: string };
  let hours: { readonly communeId: string; readonly from: string; readonly to: string };

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T18:00:00+07:00');
    ({ world, make, driver } = morning);
    hung = morning.trader;
    await drillInForce(make);
    await testedHoursAgo(make, driver, 5);
    office = await make.officeStaff({});
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    hours = {
      communeId: make.commune('Nghĩa Phương'),
      from: '2026-08-25T18:00:00+07:00',
      to: '2026-08-28T00:00:00+07:00',
    };
    // A truck that loads there and elsewhere, a lot that is half asked for, and one that can wait until it is open again.
    planned = await morning.planned([400, 300], { communes: ['Nghĩa Phương', 'Lục Sơn'] });
    await morning.act(driver, RUNS.apply, { runId: planned.run.id, persons: 1 });
    const sold = { readyFrom: '2026-08-26T05:00:00+07:00', readyTo: '2026-08-26T10:00:00+07:00' };
    await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000, ...sold });
    await givenLot(make, lan, { kg: { L2: 70 }, readyTo: '2026-08-29T18:00:00+07:00' });
    bulk = await givenBulkOrder(make, hung, { kg: 50 });
    await morning.act(hung, ORDERS.offer, { orderId: bulk.id });
    await world.deliverEvents();
  });
  afterAll(() => world.close());

  const preview = (who: Someone, over: object = {}): Promise<object> =>
    who.voice.ask(PREVIEW, { ...hours, ...over });
  const close = (over: object = {}): Promise<{ readonly id: string }> =>
    morning.act(office, CLOSE, { ...hours, source: 'QĐ 12/QĐ-UBND', ...over });
  const lift = async (closure: { readonly id: string }): Promise<void> => {
    await morning.act(office, LIFT, { closureId: closure.id });
    await world.deliverEvents();
  };
  const heard = async (who: Someone, about = 'COMMUNE_CLOSED'): Promise<Told[]> => {
    const { nodes } = await who.voice.ask<{ nodes: Told[] }>(NOTICES);
    return nodes.filter(({ kind }) => kind === about);
  };
  const openings = async (who: Someone): Promise<string[]> =>
    (await heard(who, 'COMMUNE_OPENED')).map(({ text }) => text);

  it('SM-07: before it is, the office sees lots, kilograms, offers, deals, runs and permits that would be stuck; nothing is written', async () => {
    const before = await fingerprint(world, ['zone_statuses', 'acts', 'notices']);
    const number = await world.db.query(`select number from orders where id = $1`, [
      planned.order.orderId,
    ]);
    expect(await preview(office)).toEqual({
      __typename: 'ClosurePreview',
      households: 2,
      lots: 1,
      lotGrams: 50 * KG,
      offers: 1,
      offerGrams: 50 * KG,
      deals: 1,
      dealGrams: 400 * KG,
      runs: 1,
      permits: 1,
      orders: [
        { number: number[0].number, grams: 400 * KG },
        { number: bulk.number, grams: 50 * KG },
      ],
      runsListed: [
        { number: planned.run.number, plate: '98C-123.45', startsAt: '2026-08-25T22:00:00.000Z' },
      ],
    });
    const nothing = { households: 0, lots: 0, offers: 0, deals: 0, runs: 0, orders: [] };
    expect(await preview(office, { communeId: make.commune('Lan Mẫu') })).toMatchObject(nothing);
    // Nobody has to wait for a night in which nothing is fetched.
    const night = { from: '2026-08-26T19:00:00+07:00', to: '2026-08-26T23:00:00+07:00' };
    expect(await preview(office, night)).toMatchObject(nothing);
    expect(await fingerprint(world, ['zone_statuses', 'acts', 'notices'])).toEqual(before);
  });

  it('SM-07: the preview is the office’s, and refuses what could not be closed', async () => {
    for (const who of [lan, hung, driver]) {
      const { errors } = await who.voice.send(PREVIEW, hours);
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await preview(office, { to: hours.from })).toMatchObject({
      code: 'CLOSURE_WINDOW_WRONG',
      field: 'to',
    });
    expect(await preview(office, { communeId: planned.run.id })).toMatchObject({
      code: 'CLOSURE_UNIT_UNKNOWN',
      field: 'communeId',
    });
  });

  it('SM-07: each household, buyer and transporter with something stuck is told once', async () => {
    closed = await close();
    expect(closed).toMatchObject({ __typename: 'CommuneClosure' });
    await world.deliverEvents();
    const text =
      'Nghĩa Phương phong tỏa từ 18:00 25/08 đến 00:00 28/08. Hàng hẹn trong giờ đó chưa chở ra được. Bấm để xem.';
    const [first, second] = planned.order.deals;
    const told = (path: unknown): object[] => [{ kind: 'COMMUNE_CLOSED', text, path }];
    expect(await heard(first?.household as Someone)).toEqual(told(`/app/don/${first?.id}`));
    expect(await heard(driver)).toEqual(told(`/app/chuyen/${planned.run.id}`));
    expect(await heard(lan)).toEqual(told(expect.stringMatching(/^\/app\/lo\//)));
    expect(await heard(hung)).toEqual(told(expect.stringMatching(/^\/app\/gom\//)));
    expect(await heard(second?.household as Someone)).toEqual([]);
  });

  it('SM-07: its lots are left out of every plan with the reason ZONE, the one that can wait is not', async () => {
    const excluded = async (gradeCode: string): Promise<{ lotId: string; reason: string }[]> => {
      const order = await givenBulkOrder(make, hung, {
        kg: 40,
        gradeCode,
        readyTo: '2026-08-29T18:00:00+07:00',
      });
      const { excluded: out } = await hung.voice.ask<{
        excluded: { lotId: string; reason: string }[];
      }>(ORDERS.preview, { orderId: order.id });
      return out;
    };
    expect((await excluded('L1')).map(({ reason }) => reason)).toContain('ZONE');
    expect((await excluded('L2')).map(({ reason }) => reason)).not.toContain('ZONE');
  });

  it('SM-07: when it is lifted, whoever was told of it hears once from when goods can leave, and nobody else', async () => {
    const { household: far } = planned.order.deals[1] ?? {};
    await lift(closed);
    const text =
      'Nghĩa Phương đã bỏ phong tỏa. Hàng hẹn ở đó chở ra được từ 18:00 25/08. Bấm để xem.';
    for (const who of [planned.order.deals[0]?.household as Someone, driver, lan, hung]) {
      const [told] = await heard(who);
      expect(await heard(who, 'COMMUNE_OPENED')).toEqual([
        { kind: 'COMMUNE_OPENED', text, path: told?.path },
      ]);
    }
    expect(await openings(far as Someone)).toEqual([]);
    await world.deliverEvents();
    expect(await openings(lan)).toHaveLength(1);
  });

  it('SM-07: lifted while another decision holds, it says until when that one does, and nothing while nobody knows', async () => {
    const open = await close({ to: null });
    const other = await close({ source: 'QĐ 13/QĐ-UBND' });
    await world.deliverEvents();
    const before = await openings(driver);
    await lift(open);
    const [text, ...rest] = await openings(driver);
    expect(text).toContain('chở ra được từ 00:00 28/08');
    expect(rest).toEqual(before);
    const endless = await close({ to: null });
    await lift(other);
    expect(await openings(driver)).toEqual([text, ...rest]);
    await lift(endless);
    expect((await openings(driver))[0]).toContain('chở ra được từ 18:00 25/08');
  });
});
