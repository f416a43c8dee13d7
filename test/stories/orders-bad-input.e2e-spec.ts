import { STANDING } from '../support/given-standing.js';
import { CHANGES } from '../support/given-changes.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  lineOf,
  TALK,
  termsInput,
  givenTalk,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { bulkInput, givenBulkOrder, ORDERS } from '../support/given-orders.js';
import { orderOfDeals, type OrderOfDeals } from '../support/given-runs.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const refused = '... on Refused { code message nextStep field }';
const BOXES = {
  open: `mutation ($input: OpenBoxSaleInput!) { openBoxSale(input: $input) { __typename ... on BoxSale { id place } ${refused} } }`,
  place: `mutation ($input: PlaceBoxOrderInput!) { placeBoxOrder(input: $input) { __typename ... on BoxOrder { id address } ${refused} } }`,
};
// The documents of standing orders do not ask for the next step.
const standing = STANDING.create.replace('code field message', 'code field message nextStep');

const TABLES = [
  'orders',
  'order_lines',
  'negotiations',
  'negotiation_offers',
  'order_changes',
  'standing_orders',
  'box_sales',
  'box_orders',
  'lot_grades',
  'lot_holds',
];
const KG = 1000;
const MOST = Number.MAX_SAFE_INTEGER;
const BIG = 2 ** 31 - 1;
const NOW = '2026-08-25T08:00:00+07:00';
const at = (hours: number): string =>
  new Date(new Date(NOW).getTime() + hours * 3_600_000).toISOString();
const percent = (basisPoints: number): object => ({
  deduction: { kind: 'PERCENT', basisPoints },
});
const crate = (gramsPerCrate: number): object => ({
  deduction: { kind: 'FIXED_PER_CRATE', gramsPerCrate },
});

/** What is wrong, the refusal and the field it names. */
type Row = readonly [over: object, code: string, field: string];
type Inputs = 'order' | 'offer' | 'counter' | 'change' | 'standing' | 'sale' | 'boxes';

interface Answered {
  readonly code?: string;
  readonly field?: string | null;
  readonly message?: string;
  readonly nextStep?: string;
}

describe('what cannot be meant, field by field', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  let lot: GivenLot;
  let talk: ShownTalk;
  let deals: OrderOfDeals;
  let placeShown: string;
  let wishes: Readonly<
    Record<Inputs, { who: Someone; document: string; input: Record<string, unknown> }>
  >;

  beforeAll(async () => {
    world = await World.open(NOW);
    make = await given(world);
    hung = await make.trader({ name: 'Thân Văn Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    lot = await givenLot(make, lan, { kg: { L1: 400 } });
    talk = await givenTalk(make, await make.trader({ name: 'Vựa Phương' }), lot);
    deals = await orderOfDeals(make, hung, { kg: [400] });
    const template = await givenBulkOrder(make, hung, { kg: 500 });
    const sale = {
      lotId: lot.id,
      gradeCode: 'L1',
      boxGrams: 5 * KG,
      boxes: 10,
      vndPerBox: 180_000,
      ordersUntil: at(12),
      readyFrom: at(21),
      readyTo: at(26),
      place: 'Nhà văn hóa thôn Dùm',
      byCourier: true,
    };
    const opened = await lan.voice.ask<{ id: string; place: string }>(BOXES.open, {
      input: { ...sale, place: ' Nhà văn hóa\u0007\n thôn Dùm ', clientMutationId: world.id() },
    });
    placeShown = opened.place;
    const { isPhoneDeal: _, ...terms } = termsInput(make, {});
    wishes = {
      order: { who: hung, document: ORDERS.create, input: bulkInput(make, { kg: 500 }) },
      offer: {
        who: hung,
        document: TALK.make,
        input: { ...termsInput(make, {}), lots: [{ lotId: lot.id, lines: [lineOf({})] }] },
      },
      counter: {
        who: lan,
        document: TALK.counter,
        input: { ...terms, negotiationId: talk.id, seq: talk.liveSeq, lines: [lineOf({})] },
      },
      change: {
        who: hung,
        document: CHANGES.propose,
        input: { orderId: deals.orderId, deals: [changed(300 * KG)], seen: '' },
      },
      standing: {
        who: hung,
        document: standing,
        input: { orderId: template.id, weekdays: [2], leadHours: 24, lines: [wanted()] },
      },
      sale: { who: lan, document: BOXES.open, input: sale },
      boxes: { who: hung, document: BOXES.place, input: { saleId: opened.id, boxes: 1 } },
    };
  }, 60_000);
  afterAll(() => world.close());

  const wanted = (over: object = {}): object => ({ gradeCode: 'L1', grams: 500 * KG, ...over });
  const changed = (grams: number, gradeCode = 'L1'): object => ({
    dealId: deals.deals[0]?.id,
    grades: [{ gradeCode, grams }],
  });
  const lots = (...lines: object[]): object => ({ lots: [{ lotId: lot.id, lines }] });

  async function send(name: Inputs, over: object) {
    const { who, document, input } = wishes[name];
    const { data, errors } = await who.voice.send<Record<string, Answered>>(document, {
      input: { ...input, ...over, clientMutationId: world.id() },
    });
    return { answer: Object.values(data ?? {})[0], errors };
  }

  async function refusesAll(name: Inputs, rows: readonly Row[]): Promise<void> {
    const before = await fingerprint(world, TABLES);
    const answers = [];
    for (const [over] of rows) {
      const { answer, errors } = await send(name, over);
      const isSaid = Boolean(answer?.message?.trim() && answer.nextStep?.trim());
      answers.push([over, answer?.code, answer?.field, isSaid, errors]);
    }
    expect(answers).toEqual(rows.map((row) => [...row, true, []]));
    expect(await fingerprint(world, TABLES)).toEqual(before);
  }

  it('OR-01, AP-02: an order from many lots', () =>
    refusesAll('order', [
      [{ lines: [] }, 'ORDER_LINES_MISSING', 'lines'],
      [{ lines: [wanted({ grams: 0 })] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'lines.0.grams'],
      [
        { lines: [wanted(), wanted({ gradeCode: 'L2', grams: MOST })] },
        'ORDER_GRAMS_IMPLAUSIBLE',
        'lines.1.grams',
      ],
      [{ lines: [wanted(), wanted()] }, 'ORDER_GRADE_TWICE', 'lines.1.gradeCode'],
      [{ lines: [wanted({ gradeCode: 'VAI1' })] }, 'ORDER_GRADE_UNKNOWN', 'lines.0.gradeCode'],
      [{ lines: [wanted({ maxVndPerKg: 0 })] }, 'ORDER_PRICE_IMPLAUSIBLE', 'lines.0.maxVndPerKg'],
      [
        { lines: [wanted({ maxVndPerKg: MOST })] },
        'ORDER_PRICE_IMPLAUSIBLE',
        'lines.0.maxVndPerKg',
      ],
      [{ cropCode: 'SẦU RIÊNG' }, 'CROP_UNKNOWN', 'cropCode'],
      [{ cropCode: 'N'.repeat(5_000) }, 'CROP_UNKNOWN', 'cropCode'],
      [{ cropCode: '__proto__' }, 'CROP_UNKNOWN', 'cropCode'],
      [{ varietyCode: 'NA\u0007' }, 'ORDER_VARIETY_UNKNOWN', 'varietyCode'],
      [{ destinationId: 'chợ nào đó' }, 'DESTINATION_UNKNOWN', 'destinationId'],
      [{ communeIds: ['xã nào đó'] }, 'COMMUNE_UNKNOWN', 'communeIds.0'],
      [{ readyFrom: at(-30), readyTo: at(-2) }, 'ORDER_WINDOW_OVER', 'readyTo'],
      [{ readyTo: at(1) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
      [{ readyFrom: at(24 * 100) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyFrom'],
      [{ readyTo: at(24 * 30) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
      [{ toleranceBp: 10_100 }, 'TOLERANCE_IMPLAUSIBLE', 'toleranceBp'],
      [{ toleranceBp: -1 }, 'TOLERANCE_IMPLAUSIBLE', 'toleranceBp'],
      [{ minGrams: MOST }, 'ORDER_MINIMUM_ABOVE_WISH', 'minGrams'],
      [{ householdCapGrams: 0 }, 'HOUSEHOLD_CAP_IMPLAUSIBLE', 'householdCapGrams'],
      [percent(10_000), 'DEDUCTION_IMPLAUSIBLE', 'deduction.basisPoints'],
      [percent(-1), 'DEDUCTION_IMPLAUSIBLE', 'deduction.basisPoints'],
      [crate(0), 'DEDUCTION_IMPLAUSIBLE', 'deduction.gramsPerCrate'],
      [crate(MOST), 'DEDUCTION_IMPLAUSIBLE', 'deduction.gramsPerCrate'],
      [{ paymentDays: -1 }, 'PAYMENT_DAYS_IMPLAUSIBLE', 'paymentDays'],
      [{ offerTtlMinutes: 0 }, 'OFFER_TIME_IMPLAUSIBLE', 'offerTtlMinutes'],
      [{ offerTtlMinutes: BIG }, 'OFFER_TIME_IMPLAUSIBLE', 'offerTtlMinutes'],
      [{ depositBp: 10_001 }, 'SURETY_IMPLAUSIBLE', 'depositBp'],
      [{ cancelTerms: { afterDispatchBp: 0, atGateBp: BIG } }, 'SURETY_IMPLAUSIBLE', 'cancelTerms'],
      [{ cutOff: { until: at(-1) } }, 'CUT_OFF_IMPLAUSIBLE', 'cutOff.until'],
      [
        { cutOff: { until: at(1), extendUntil: at(1) } },
        'CUT_OFF_IMPLAUSIBLE',
        'cutOff.extendUntil',
      ],
      [{ pooledListingId: world.id() }, 'POOL_UNKNOWN', 'pooledListingId'],
    ]));

  it.each([
    'crateGrams',
    'leastLineGrams',
    'householdCapBp',
    'mostPickupPoints',
    'mostRoadMetres',
    'mostTruckloads',
  ])('AL-14, AP-02: a limit of nothing, or of more than there is (%s)', (limit) =>
    refusesAll(
      'order',
      [0, BIG].map((value) => [
        { limits: { [limit]: value } },
        'ALLOCATION_LIMIT_IMPLAUSIBLE',
        `limits.${limit}`,
      ]),
    ),
  );

  /** `where`: the path of the lot among several, which a counter-offer has none of. */
  const terms = (line: (over: object) => object, where = ''): readonly Row[] => [
    [line({ grams: 0 }), 'ORDER_GRAMS_IMPLAUSIBLE', `${where}lines.0.grams`],
    [line({ grams: MOST }), 'ORDER_GRAMS_IMPLAUSIBLE', `${where}lines.0.grams`],
    [line({ vndPerKg: 0 }), 'ORDER_PRICE_IMPLAUSIBLE', `${where}lines.0.vndPerKg`],
    [line({ vndPerKg: MOST }), 'ORDER_PRICE_IMPLAUSIBLE', `${where}lines.0.vndPerKg`],
    [line({ gradeCode: 'VAI1' }), 'NEGOTIATION_GRADE_NOT_OFFERED', `${where}lines.0.gradeCode`],
    [{ readyFrom: at(-30), readyTo: at(-2) }, 'ORDER_WINDOW_OVER', 'readyTo'],
    [{ readyTo: at(1) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
    [{ readyFrom: at(24 * 100) }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyFrom'],
    [{ toleranceBp: 10_100 }, 'TOLERANCE_IMPLAUSIBLE', 'toleranceBp'],
    [percent(10_000), 'DEDUCTION_IMPLAUSIBLE', 'deduction.basisPoints'],
    [{ paymentDays: -1 }, 'PAYMENT_DAYS_IMPLAUSIBLE', 'paymentDays'],
    [{ depositVnd: MOST }, 'NEGOTIATION_DEPOSIT_IMPLAUSIBLE', 'depositVnd'],
    [{ answerMinutes: 0 }, 'OFFER_TIME_IMPLAUSIBLE', 'answerMinutes'],
    [{ answerMinutes: BIG }, 'OFFER_TIME_IMPLAUSIBLE', 'answerMinutes'],
    [{ band: { moveBp: BIG, buyerShareBp: 0 } }, 'NEGOTIATION_BAND_IMPLAUSIBLE', 'band'],
    [
      { tiers: [{ gradeCode: 'L1', fromGrams: MOST, vndPerKg: 0 }] },
      'NEGOTIATION_TIER_IMPLAUSIBLE',
      'tiers',
    ],
  ];

  it('NG-02: an offer', () =>
    refusesAll('offer', [
      ...terms((over) => lots({ ...lineOf({}), ...over }), 'lots.0.'),
      [lots(), 'ORDER_LINES_MISSING', 'lots.0.lines'],
      [lots(lineOf({}), lineOf({})), 'ORDER_GRADE_TWICE', 'lots.0.lines.1.gradeCode'],
      // More together than a number can say.
      [
        lots({ ...lineOf({}), grams: MOST }, { ...lineOf({}), grams: MOST }),
        'ORDER_GRAMS_IMPLAUSIBLE',
        'lots.0.lines.0.grams',
      ],
      [{ lots: [] }, 'NEGOTIATION_LOTS_IMPLAUSIBLE', 'lots'],
      [{ lots: [{ lotId: world.id(), lines: [lineOf({})] }] }, 'ORDERED_LOT_NOT_FOUND', 'lots.0'],
    ]));

  it('NG-02: a counter-offer', () =>
    refusesAll('counter', [
      ...terms((over) => ({ lines: [{ ...lineOf({}), ...over }] })),
      [{ lines: [] }, 'ORDER_LINES_MISSING', 'lines'],
      [{ lines: [lineOf({}), lineOf({})] }, 'ORDER_GRADE_TWICE', 'lines.1.gradeCode'],
    ]));

  it('OR-05: a change of what was agreed', () =>
    refusesAll('change', [
      [{ orderId: 'đơn nào đó' }, 'ORDER_NOT_FOUND', 'orderId'],
      [{ deals: [] }, 'CHANGE_DEALS_IMPLAUSIBLE', 'deals'],
      [{ deals: [changed(0)] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'deals.0.grades.0.grams'],
      [{ deals: [changed(MOST)] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'deals.0.grades.0.grams'],
      [{ deals: [changed(KG, 'VAI1')] }, 'CHANGE_GRADE_UNKNOWN', 'deals.0.grades.0.gradeCode'],
      [{ hours: { readyFrom: at(-30), readyTo: at(-2) } }, 'ORDER_WINDOW_OVER', 'hours.readyTo'],
      [
        { hours: { readyFrom: at(5), readyTo: at(4) } },
        'ORDER_WINDOW_IMPLAUSIBLE',
        'hours.readyTo',
      ],
      [
        { hours: { readyFrom: at(24 * 100), readyTo: at(24 * 101) } },
        'ORDER_WINDOW_IMPLAUSIBLE',
        'hours.readyFrom',
      ],
      [{ seen: 'x'.repeat(5_000) }, 'CHANGE_CONSEQUENCES_CHANGED', 'seen'],
    ]));

  it('OR-07: an order that comes again', () =>
    refusesAll('standing', [
      [{ weekdays: [] }, 'STANDING_WEEKDAYS_MISSING', 'weekdays'],
      [{ weekdays: [8, -1] }, 'STANDING_WEEKDAYS_MISSING', 'weekdays'],
      [{ leadHours: -1 }, 'STANDING_LEAD_IMPLAUSIBLE', 'leadHours'],
      [{ leadHours: BIG }, 'STANDING_LEAD_IMPLAUSIBLE', 'leadHours'],
      [{ lines: [] }, 'ORDER_LINES_MISSING', 'lines'],
      [{ lines: [wanted(), wanted()] }, 'ORDER_GRADE_TWICE', 'lines.1.gradeCode'],
      [{ lines: [wanted({ grams: MOST })] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'lines.0.grams'],
      [{ lines: [wanted({ maxVndPerKg: 0 })] }, 'ORDER_PRICE_IMPLAUSIBLE', 'lines.0.maxVndPerKg'],
      [{ lines: [wanted({ gradeCode: 'VAI1' })] }, 'ORDER_GRADE_UNKNOWN', 'lines.0.gradeCode'],
    ]));

  it('OR-09: fruit by the box', async () => {
    // It was typed with a line break and a sign nobody sees.
    expect(placeShown).toBe('Nhà văn hóa thôn Dùm');
    await refusesAll('sale', [
      [{ lotId: world.id() }, 'LOT_NOT_FOUND', 'lotId'],
      [{ gradeCode: 'VAI1' }, 'ORDER_GRADE_UNKNOWN', 'gradeCode'],
      [{ boxGrams: 0 }, 'BOX_SIZE_IMPLAUSIBLE', 'boxGrams'],
      [{ boxGrams: MOST }, 'BOX_SIZE_IMPLAUSIBLE', 'boxGrams'],
      [{ boxes: -1 }, 'BOXES_IMPLAUSIBLE', 'boxes'],
      [{ boxes: BIG }, 'BOXES_IMPLAUSIBLE', 'boxes'],
      [{ boxes: 900 }, 'LOT_NOT_ENOUGH', 'boxes'],
      [{ vndPerBox: 0 }, 'BOX_PRICE_IMPLAUSIBLE', 'vndPerBox'],
      [{ vndPerBox: MOST }, 'BOX_PRICE_IMPLAUSIBLE', 'vndPerBox'],
      [{ ordersUntil: at(-1) }, 'BOX_HOURS_IMPLAUSIBLE', 'ordersUntil'],
      [{ readyTo: at(20) }, 'BOX_HOURS_IMPLAUSIBLE', 'readyTo'],
      [{ readyFrom: at(24 * 60), readyTo: at(24 * 61) }, 'BOX_HOURS_IMPLAUSIBLE', 'readyTo'],
      [{ place: ' \u0007\n ' }, 'BOX_PLACE_MISSING', 'place'],
      [{ place: 'x'.repeat(5_000) }, 'BOX_PLACE_MISSING', 'place'],
    ]);
    await refusesAll('boxes', [
      [{ saleId: world.id() }, 'BOX_SALE_NOT_FOUND', 'saleId'],
      [{ boxes: 0 }, 'BOXES_IMPLAUSIBLE', 'boxes'],
      [{ boxes: BIG }, 'BOXES_IMPLAUSIBLE', 'boxes'],
      [{ address: '\u0007\u0007\u0007\u0007\u0007\u0007' }, 'BOX_ADDRESS_MISSING', 'address'],
      [{ address: 'x'.repeat(5_000) }, 'BOX_ADDRESS_MISSING', 'address'],
    ]);
  });

  it('AP-02: less than nothing, and text nobody can keep, are said to be so before anything runs', async () => {
    const bad: readonly (readonly [Inputs, object])[] = [
      ['order', { lines: [wanted({ grams: -1 })] }],
      ['order', { cropCode: 'NA\0' }],
      ['order', { readyTo: '9999-12-31T00:00:00Z' }],
      ['offer', { depositVnd: -1 }],
      ['counter', { lines: [{ ...lineOf({}), vndPerKg: -1 }] }],
      ['change', { deals: [changed(-1)] }],
      ['standing', { lines: [wanted({ grams: 0.5 })] }],
      ['sale', { boxGrams: -1 }],
      ['boxes', { boxes: 2 ** 31 }],
    ];
    const before = await fingerprint(world, TABLES);
    for (const [name, over] of bad) {
      const { errors } = await send(name, over);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_REQUEST']);
    }
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('AP-02, AL-01: ten tonnes where two are offered are answered with what there is and what comes nearest', async () => {
    for (const kg of [400, 400, 400, 450]) {
      await givenLot(make, await make.grower({}), { kg: { L1: kg } });
    }
    await givenLot(make, await make.grower({}), { kg: { L2: 300 } });
    const order = await givenBulkOrder(make, hung, { kg: 10_000 });
    const before = await fingerprint(world, TABLES);
    const preview = await hung.voice.ask<{
      lines: readonly { grams: number }[];
      nearest: readonly { kind: string; sentence: string }[];
    }>(ORDERS.preview, { orderId: order.id });
    expect(await fingerprint(world, TABLES)).toEqual(before);
    // Fifty kilograms of the first lot are sold by the box.
    const free = 2_000 * KG;
    expect(preview).toMatchObject({
      __typename: 'AllocationPreview',
      wantedGrams: 10_000 * KG,
      plannedGrams: free,
      shortfalls: [{ gradeCode: 'L1', grams: 10_000 * KG - free }],
    });
    expect(preview.lines.reduce((sum, { grams }) => sum + grams, 0)).toBe(free);
    expect(preview.nearest.map(({ kind }) => kind)).toEqual(['TAKE_LESS', 'OTHER_GRADE']);
    expect(preview.nearest.every(({ sentence }) => sentence.trim() !== '')).toBe(true);
  });
});
