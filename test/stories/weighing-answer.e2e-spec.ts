import { givenDeal, letWeigh, type GivenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { footprint, Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

describe('the household’s answer to its ticket', () => {
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

  const fiftyKilograms = (): Promise<GivenDeal> =>
    givenDeal(make, {
      buyer: trader,
      household: lan,
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
    });

  it('WE-10 goes back to the scale when the household does not agree, and ends in a yes', async () => {
    const deal = await fiftyKilograms();
    const { id } = await scale.open(trader.voice, deal.id);
    await scale.record(trader.voice, id, { grade: 'L1', kg: 40, crates: 1 });
    await scale.submit(trader.voice, id);
    expect(await scale.dispute(lan.voice, id, '  ')).toMatchObject({
      code: 'DISPUTE_REASON_MISSING',
      field: 'reason',
    });
    expect(await scale.dispute(lan.voice, id, 'Thiếu một sọt loại 1.')).toMatchObject({
      state: 'DISPUTED',
    });
    const load = { grade: 'L1', kg: 12, crates: 1 };
    expect(await scale.record(trader.voice, id, load)).toMatchObject({ code: 'TICKET_NOT_OPEN' });

    expect(await scale.open(trader.voice, deal.id)).toMatchObject({
      id,
      state: 'OPEN',
      payableGrams: 38_200,
    });
    await scale.record(trader.voice, id, load);
    expect(await scale.submit(trader.voice, id)).toMatchObject({
      state: 'SUBMITTED',
      payableGrams: 48_400,
    });
    expect(await scale.confirm(lan.voice, id)).toMatchObject({
      state: 'CONFIRMED',
      amountVnd: 1_742_400,
    });
    expect(await scale.dispute(lan.voice, id, 'Muộn rồi.')).toMatchObject({
      code: 'TICKET_STEP_NOT_ALLOWED',
    });
  });

  it('WE-10 hears a dispute for 24 hours and not a second longer', async () => {
    const two = await Promise.all(
      [1, 2].map(async () => {
        const deal = await fiftyKilograms();
        const { id } = await scale.open(trader.voice, deal.id);
        await scale.record(trader.voice, id, { grade: 'L1', kg: 40, crates: 1 });
        await scale.submit(trader.voice, id);
        return id;
      }),
    );
    const submitted = world.clock.now().getTime();
    world.clock.moveTo(new Date(submitted + 24 * 3_600_000));
    expect(await scale.dispute(lan.voice, two[0] ?? '', 'Sai cân.')).toMatchObject({
      state: 'DISPUTED',
    });
    world.clock.moveTo(new Date(submitted + 24 * 3_600_000 + 1));
    expect(await scale.dispute(lan.voice, two[1] ?? '', 'Sai cân.')).toMatchObject({
      code: 'DISPUTE_TOO_LATE',
    });
  });

  it('tells the household to confirm, and the buyer what was answered, once each', async () => {
    await world.deliverEvents();
    const buyer = await make.trader({});
    const household = await make.grower({});
    const deal = await givenDeal(make, {
      buyer,
      household,
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
    });
    const { id } = await scale.agree(buyer.voice, household.voice, deal.id, [
      { grade: 'L1', kg: 41.8, crates: 1 },
    ]);
    const events = await world.deliverEvents();
    const told = events.map(({ name }) => name).filter((name) => name.startsWith('ticket.'));
    expect(told).toEqual(['ticket.submitted', 'ticket.confirmed']);

    const notices: object[] = await world.db.query(
      `select party_id as "partyId", kind, path, facts->>'payableGrams' as grams from notices
       where party_id = any ($1) order by created_at, kind`,
      [[buyer.party.id, household.party.id]],
    );
    expect(notices).toEqual(
      expect.arrayContaining([
        {
          partyId: household.party.id,
          kind: 'TICKET_SUBMITTED',
          path: `/app/can/${id}`,
          grams: '40000',
        },
        {
          partyId: buyer.party.id,
          kind: 'TICKET_CONFIRMED',
          path: `/app/can/${id}`,
          grams: '40000',
        },
      ]),
    );
    expect(notices).toHaveLength(2);
  });

  describe('AL-12 more on the scale than the deal promised', () => {
    /** 50 kg with a tolerance of 5 %, on the scale of the driver who fetches it. */
    async function onScale(kg: number) {
      const deal = await fiftyKilograms();
      await world.db.query(`update orders set tolerance_bp = 500 where id = $1`, [deal.orderId]);
      const driver = await make.driver({ transporter: await make.transporter({}) });
      await letWeigh(make, deal, driver);
      const { id } = await scale.open(driver.voice, deal.id);
      const rowId = world.id();
      await scale.record(driver.voice, id, { grade: 'L1', kg, crates: 0, crate: null, id: rowId });
      return { deal, driver, id, rowId };
    }
    const consentOf = async (id: string): Promise<object | undefined> => {
      const [row]: object[] = await world.db.query(
        `select unasked_g, over_agreed_by, submitted_at from weigh_tickets where id = $1`,
        [id],
      );
      return row;
    };

    it('AL-12 is paid at the price of the deal, nobody asked, up to the tolerance', async () => {
      const { driver, id } = await onScale(52.5);
      expect(await scale.submit(driver.voice, id)).toMatchObject({
        state: 'SUBMITTED',
        payableGrams: 52_500,
        amountVnd: 1_890_000,
      });
      expect(await consentOf(id)).toMatchObject({ unasked_g: '52500', over_agreed_by: null });
    });

    it('AL-12 is not taken from a driver above it: the rest stays with the household and its lot', async () => {
      const { deal, driver, id, rowId } = await onScale(60);
      expect(await scale.submit(driver.voice, id)).toMatchObject({
        code: 'OVER_DEAL',
        message: 'Phiếu 60 kg, người mua mới nhận đến 52,5 kg.',
      });
      expect(await consentOf(id)).toMatchObject({ unasked_g: null, submitted_at: null });
      const before = await footprint(world);
      expect(await scale.submit(driver.voice, id)).toMatchObject({ code: 'OVER_DEAL' });
      expect(await footprint(world)).toBe(before);

      await scale.correct(driver.voice, rowId, { grade: 'L1', kg: 50, crates: 0, crate: null });
      await scale.submit(driver.voice, id);
      expect(await scale.confirm(lan.voice, id)).toMatchObject({
        state: 'CONFIRMED',
        amountVnd: 1_800_000,
      });
      const [line]: object[] = await world.db.query(
        `select reserved_g, weighed_g from lot_grades where id = $1`,
        [deal.lotGradeIds[0]],
      );
      expect(line).toEqual({ reserved_g: '0', weighed_g: '50000' });
    });

    it('AL-12 is told to the buyer once: whose kilograms, how many and what they cost', async () => {
      const { driver, deal, id, rowId } = await onScale(60);
      const told = async (): Promise<object[]> => {
        await world.deliverEvents();
        return world.db.query(
          `select party_id, path, facts - 'ticketNumber' as facts from notices
           where kind = 'TICKET_OVER' and path like '%' || $1 order by id`,
          [deal.id],
        );
      };
      const act = world.id();
      const refused = await scale.submit(driver.voice, id, act);
      expect(await scale.submit(driver.voice, id, act)).toEqual(refused);
      await scale.submit(driver.voice, id);
      const facts = {
        cropCode: 'NA',
        household: lan.party.name,
        overGrams: 7_500,
        costVnd: 270_000,
      };
      expect(await told()).toEqual([
        { party_id: trader.party.id, path: `/app/can-hang/${deal.id}`, facts },
      ]);
      expect(
        await trader.voice.ask(
          `query ($id: ID!) { weighTicket(id: $id)
          { state payableGrams unaskedGrams overAskedAt } }`,
          { id },
        ),
      ).toEqual({
        state: 'OPEN',
        payableGrams: 60_000,
        unaskedGrams: 52_500,
        overAskedAt: world.clock.now().toISOString(),
      });

      // Other kilograms are another question; below the tolerance there is none.
      await scale.correct(driver.voice, rowId, { grade: 'L1', kg: 55, crates: 0, crate: null });
      await scale.submit(driver.voice, id);
      expect(await told()).toMatchObject([{}, { facts: { overGrams: 2_500, costVnd: 90_000 } }]);
    });

    it('AL-12 is not taken from a cooperative of the household either', async () => {
      const { id } = await onScale(52.6);
      const clerk = await make.coopClerk({});
      await make.joinCoop(clerk, lan);
      expect(await scale.submit(clerk.voice, id)).toMatchObject({ code: 'OVER_DEAL' });
    });

    it('AL-12 is paid in full when the buyer submits it, and the ticket keeps who said yes and when', async () => {
      const { deal, driver, id } = await onScale(60);
      await scale.submit(driver.voice, id);
      expect(await scale.submit(trader.voice, id)).toMatchObject({ state: 'SUBMITTED' });
      expect(await consentOf(id)).toEqual({
        unasked_g: '52500',
        over_agreed_by: trader.person.id,
        submitted_at: world.clock.now(),
      });
      await expect(
        world.db.query(`update weigh_tickets set over_agreed_by = null where id = $1`, [id]),
      ).rejects.toThrow('weigh_tickets_over_agreed');

      // Weighed again after the household disagreed, the yes is asked anew.
      await scale.dispute(lan.voice, id, 'Cân sai.');
      await scale.open(driver.voice, deal.id);
      expect(await consentOf(id)).toMatchObject({ over_agreed_by: null });
      expect(await scale.submit(driver.voice, id)).toMatchObject({ code: 'OVER_DEAL' });
      await scale.submit(trader.voice, id);
      expect(await scale.confirm(lan.voice, id)).toMatchObject({
        state: 'CONFIRMED',
        payableGrams: 60_000,
        amountVnd: 2_160_000,
      });
    });
  });
});
