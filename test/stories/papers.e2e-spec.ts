import { createHash } from 'node:crypto';
import { dayOf } from '../../src/kernel/day.js';
import { type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { answer, givenTalk, TALK } from '../support/given-negotiations.js';
import { Morning } from '../support/morning.js';
import { readPdf } from '../support/read-pdf.js';
import type { World } from '../support/world.js';

const FILE = 'fileName sha256 contentBase64';
const DEAL = `query ($id: ID!) { dealPdf(dealId: $id) { ${FILE} } }`;
const ORDER = `query ($id: ID!, $kind: OrderReportKind!) { orderReport(orderId: $id, kind: $kind) { ${FILE} } }`;

interface Pdf {
  readonly fileName: string;
  readonly sha256: string;
  readonly contentBase64: string;
}

describe('papers of deals and orders', () => {
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let order: Awaited<ReturnType<Morning['planned']>>['order'];

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T18:00:00+07:00');
    ({ world, make } = morning);
    hung = morning.trader;
    ({ order } = await morning.planned([400, 300]));
  }, 60_000);
  afterAll(() => world.close());

  /** The file, or null for whoever gets none. */
  async function ask(someone: Someone, document: string, variables: object): Promise<Pdf | null> {
    const { data, errors } = await someone.voice.send<Record<string, Pdf | null>>(
      document,
      variables,
    );
    expect(errors).toEqual([]);
    return Object.values(data ?? {})[0] ?? null;
  }
  /** Long names go over two lines. */
  const textOf = (file: Pdf | null): string =>
    readPdf(Buffer.from(file?.contentBase64 ?? '', 'base64')).replaceAll(/[ \n]+/g, ' ');
  const roleRefused = { errors: [{ extensions: { code: 'FORBIDDEN' } }] };

  it('OR-12: both sides get the same deal sheet, byte for byte, now and after the deal went on', async () => {
    const [deal] = order.deals;
    const id = deal?.id ?? '';
    const file = await ask(hung, DEAL, { id });
    expect(file).toMatchObject({
      fileName: expect.stringMatching(/^thoa-thuan-[0-9a-z-]+\.pdf$/),
      sha256: createHash('sha256')
        .update(Buffer.from(file?.contentBase64 ?? '', 'base64'))
        .digest('hex'),
    });
    await world.db.query(`update lot_grades set ask_vnd_per_kg = 1000`);
    world.clock.pass(60);
    expect(await ask(deal!.household, DEAL, { id })).toEqual(file);
    const text = textOf(file);
    for (const said of [hung.party.name, deal!.household.party.name, 'Bản thỏa thuận mua bán'])
      expect(text).toContain(said);
  });

  it('OR-12: nobody else gets it', async () => {
    const [deal, other] = order.deals;
    const id = deal?.id ?? '';
    for (const stranger of [other!.household, await make.trader({})])
      expect(await ask(stranger, DEAL, { id })).toBeNull();
    expect(await ask(hung, DEAL, { id: world.id() })).toBeNull();
    expect(await ask(hung, DEAL, { id: 'LN-1' })).toBeNull();
    expect(await morning.driver.voice.send(DEAL, { id })).toMatchObject(roleRefused);
  });

  it('OR-12: the buyer gets the confirmation and the pick list of a committed order, and nobody else', async () => {
    const id = order.orderId;
    const confirmation = await ask(hung, ORDER, { id, kind: 'CONFIRMATION' });
    expect(textOf(confirmation)).toContain('700 kg');
    const list = await ask(hung, ORDER, { id, kind: 'PICK_LIST' });
    for (const { household } of order.deals) expect(textOf(list)).toContain(household.party.name);
    expect(textOf(list)).toMatch(/0\d{2,3} \d{3} \d{3}/);
    expect(await ask(hung, ORDER, { id, kind: 'PICK_LIST' })).toEqual(list);
    expect(await ask(await make.trader({}), ORDER, { id, kind: 'PICK_LIST' })).toBeNull();
    const household = order.deals[0]!.household;
    expect(await household.voice.send(ORDER, { id, kind: 'PICK_LIST' })).toMatchObject(roleRefused);
  });

  it('OR-12 ID-08 G2: a printed number is one the household sees was looked at, and counts towards those of a day', async () => {
    const id = order.orderId;
    world.clock.pass(24 * 60);
    const list = await ask(hung, ORDER, { id, kind: 'PICK_LIST' });
    const looks = () =>
      world.db.query(
        `select count(*)::int as n from contact_views where viewer_person_id = $1 and day = $2 and subject_party_id = any($3)`,
        [
          hung.person.id,
          dayOf(world.clock.now()),
          order.deals.map(({ household }) => household.party.id),
        ],
      );
    expect(await looks()).toEqual([{ n: order.deals.length }]);

    world.clock.pass(24 * 60);
    const others = await Promise.all(Array.from({ length: 29 }, () => make.trader({})));
    await world.db.query(
      `insert into contact_views (subject_party_id, viewer_person_id, viewer_party_id, viewer_role, day, first_at, last_at, purpose)
       select s.id, $2, $3, 'TRADER', $4, $5, $5, 'TRADE' from unnest($1::uuid[]) s(id)`,
      [
        others.map(({ party }) => party.id),
        hung.person.id,
        hung.party.id,
        dayOf(world.clock.now()),
        world.clock.now(),
      ],
    );
    const last = await ask(hung, ORDER, { id, kind: 'PICK_LIST' });
    expect(textOf(last).match(/0\d{2,3} \d{3} \d{3}/g)).toHaveLength(1);
    expect(textOf(last)).toContain('chưa hiện');
    expect(await looks()).toEqual([{ n: 1 }]);
    expect(await ask(hung, ORDER, { id, kind: 'PICK_LIST' })).toEqual(last);
    world.clock.pass(24 * 60);
    expect(await ask(hung, ORDER, { id, kind: 'PICK_LIST' })).toEqual(list);
  });

  it('OR-12: what was bargained for stands on the sheet', async () => {
    const lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    const lot = await givenLot(make, lan, { kg: { L1: 100 } });
    const terms = { kg: 80, band: { moveBp: 1_000, buyerShareBp: 6_000 }, depositVnd: 500_000 };
    const { dealId } = await answer(
      make,
      lan,
      TALK.accept,
      await givenTalk(make, hung, lot, terms),
      1,
    );
    const text = textOf(await ask(lan, DEAL, { id: dealId }));
    for (const said of [
      '500.000\u00a0₫',
      'giá chợ lệch quá 10 %',
      'bốc xếp bên mua',
      'sọt bên bán',
    ])
      expect(text).toContain(said);
  });
});
