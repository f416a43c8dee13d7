import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { answer, givenTalk, TALK } from '../support/given-negotiations.js';
import { givenDeal } from '../support/given-weighing.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

const TICKET = `query ($id: ID!) { weighTicket(id: $id) { priceBand { gradeCode referenceThenVnd referenceNowVnd movedBp
  isOutside adjustmentVndPerKg } } }`;
const MARKET = `query ($id: ID!) { negotiation(id: $id) {
  marketPrices { gradeCode lowVnd mostlyLowVnd mostlyHighVnd highVnd } buyerRecord { tickets deductionBp daysToPay } } }`;

describe('a market that moves between deal and pickup', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let till: Till;
  let lan: Someone;
  let traders: Someone[];

  beforeAll(async () => {
    world = await World.open('2026-08-24T08:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    till = new Till(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    traders = [];
    for (const name of ['Vựa Hùng', 'Vựa Tám', 'Vựa Phương'])
      traders.push(await make.trader({ name }));
  }, 30_000);
  afterAll(() => world.close());

  const LOAD = [{ grade: 'L1', kg: 51, crates: 1, tareKg: 1 }];
  /** A market day: six tickets of three buyers at one price, 2 % taken off the net. */
  const marketDay = async (vndPerKg: number): Promise<void> => {
    for (const buyer of [...traders, ...traders]) {
      const household = await make.grower({});
      const lines = [{ grade: 'L1', kg: 100, vndPerKg }];
      const deduction = { kind: 'PERCENT', basisPoints: 200 } as const;
      const deal = await givenDeal(make, { buyer, household, lines, deduction });
      await scale.agree(buyer.voice, household.voice, deal.id, LOAD);
    }
  };

  it('NG-09, NG-11: both see the market and the buyer before a yes, and the clause is computed on the ticket', async () => {
    const [hung] = traders as [Someone];
    await marketDay(30_000);
    world.clock.moveTo('2026-08-25T08:00:00+07:00');
    const lot = await givenLot(make, lan, { kg: { L1: 100 } });
    const talk = await givenTalk(make, hung, lot, {
      kg: 100,
      band: { moveBp: 1_000, buyerShareBp: 6_000 },
    });
    for (const someone of [hung, lan]) {
      expect(await someone.voice.ask(MARKET, { id: talk.id })).toEqual({
        marketPrices: [
          {
            gradeCode: 'L1',
            lowVnd: 29_400,
            mostlyLowVnd: 29_400,
            mostlyHighVnd: 29_400,
            highVnd: 29_400,
          },
        ],
        buyerRecord: { tickets: 2, deductionBp: 200, daysToPay: null },
      });
    }
    const { dealId } = await answer(make, lan, TALK.accept, talk, 1);
    world.clock.moveTo('2026-08-26T05:00:00+07:00');
    await marketDay(40_000);
    const ticket = await scale.agree(hung.voice, lan.voice, dealId ?? '', LOAD);
    await world.deliverEvents();
    // The reference is what a kilogram brought after the deduction: 29.400 then, 39.200 now; the buyer bears 60 %.
    expect(await lan.voice.ask(TICKET, { id: ticket.id })).toEqual({
      priceBand: [
        {
          gradeCode: 'L1',
          referenceThenVnd: 29_400,
          referenceNowVnd: 39_200,
          movedBp: 3_333,
          isOutside: true,
          adjustmentVndPerKg: 5_880,
        },
      ],
    });
    // 50 kg less 2 % are 49 kg: at 30.000 đ, and 5.880 đ more for each.
    for (const someone of [hung, lan]) {
      const payable = (await till.mine(someone.voice)).find((one) => one.ticket.id === ticket.id);
      expect(payable).toMatchObject({
        amountVnd: 1_758_120,
        parts: [
          {
            kind: 'GOODS',
            grade: { code: 'L1' },
            grams: 49_000,
            vndPerKg: 30_000,
            amountVnd: 1_470_000,
          },
          {
            kind: 'PRICE_BAND',
            grade: { code: 'L1' },
            grams: 49_000,
            vndPerKg: 5_880,
            amountVnd: 288_120,
          },
        ],
      });
    }
    // The market goes on; what was weighed is reckoned by the prices of its own day.
    await marketDay(60_000);
    expect(await lan.voice.ask(TICKET, { id: ticket.id })).toMatchObject({
      priceBand: [{ referenceThenVnd: 29_400, referenceNowVnd: 39_200 }],
    });
    await expect(world.db.query(`update band_references set now_vnd = 1`)).rejects.toThrow(
      'never change',
    );
  });

  it('NG-09: without the clause nothing is computed', async () => {
    const [hung] = traders as [Someone];
    const lot = await givenLot(make, lan, { kg: { L1: 100 } });
    const { dealId } = await answer(make, lan, TALK.accept, await givenTalk(make, hung, lot), 1);
    const ticket = await scale.agree(hung.voice, lan.voice, dealId ?? '', LOAD);
    expect(await lan.voice.ask(TICKET, { id: ticket.id })).toEqual({ priceBand: null });
  });
});
