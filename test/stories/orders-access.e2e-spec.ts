import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  bulkInput,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
  type ShownDeal,
  type ShownOffer,
  type ShownOrder,
} from '../support/given-orders.js';
import { SELLING } from '../support/selling-documents.js';
import { World } from '../support/world.js';

const KG = 1000;

describe('who may do and see what with orders', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let rival: Someone;
  let lan: Someone;
  let neighbour: Someone;
  let coop: Someone;
  let otherCoop: Someone;
  let office: Someone;
  let here: Someone;
  let elsewhere: Someone;
  let everyone: Record<string, Someone>;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    rival = await make.trader({ name: 'Vựa Tám' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    neighbour = await make.grower({ name: 'Vi Văn Thắng', commune: 'Nghĩa Phương' });
    coop = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    otherCoop = await make.coopClerk({ name: 'HTX Huyền Sơn' });
    await make.joinCoop(coop, lan);
    office = await make.officeStaff({});
    here = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    elsewhere = await make.communeOfficer({ commune: 'Lan Mẫu' });
    everyone = {
      GROWER: neighbour,
      COOP_CLERK: otherCoop,
      TRADER: rival,
      TRANSPORTER: await make.transporter({}),
      CHECKPOINT_OFFICER: await make.checkpointOfficer({}),
      COMMUNE_OFFICER: elsewhere,
      OFFICE_STAFF: office,
      ADMIN: await make.admin({}),
    };
  }, 30_000);
  afterAll(() => world.close());
  // Staff sessions end after hours, so the clock stands; earlier lots leave the market instead.
  beforeEach(() =>
    world.db.query(
      `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where state <> 'CLOSED'`,
    ),
  );

  /** Everything orders and lots keep, as one number that changes with any of it. */
  const fingerprint = async (): Promise<string> => {
    const [row] = await world.db.query(
      `select md5(concat(
         (select string_agg(o::text, '|' order by o.id) from orders o),
         (select string_agg(l::text, '|' order by l.id) from order_lines l),
         (select string_agg(l::text, '|' order by l.id) from allocation_lines l),
         (select string_agg(p::text, '|' order by p.id) from allocation_plans p),
         (select string_agg(d::text, '|' order by d.id) from deals d),
         (select string_agg(g::text, '|' order by g.id) from lot_grades g),
         (select string_agg(h::text, '|' order by h.id) from lot_holds h),
         (select count(*) from acts), (select count(*) from graphile_worker._private_jobs))) as print`,
    );
    return row.print;
  };
  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    const before = await fingerprint();
    await work();
    expect(await fingerprint()).toBe(before);
  };
  /** The code an operation answers with: of a fault, of a refusal, or 'done'. */
  const outcome = async (
    someone: Someone,
    document: string,
    variables: object,
  ): Promise<string> => {
    const { data, errors } = await someone.voice.send<Record<string, { code?: string } | null>>(
      document,
      variables,
    );
    if (errors[0]) return errors[0].extensions.code;
    const [answer] = Object.values(data ?? {});
    return answer === null || answer === undefined ? 'null' : (answer.code ?? 'done');
  };
  const input = (wish: object) => ({ input: { clientMutationId: world.id(), ...wish } });

  const asked = async (): Promise<{ order: ShownOrder; offer: ShownOffer; lotId: string }> => {
    const { id: lotId } = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const created = await givenBulkOrder(make, hung, {
      kg: 100,
      communeIds: [make.commune('Nghĩa Phương')],
    });
    const order = await act(make, hung, ORDERS.offer, { orderId: created.id });
    const offer = (await waitingOffers(lan)).find((one) => one.orderId === order.id);
    if (!offer) throw new Error('nothing was offered');
    return { order, offer, lotId };
  };
  const agreed = async (): Promise<{ order: ShownOrder; deal: ShownDeal; offer: ShownOffer }> => {
    const { order, offer } = await asked();
    await answerOffer(make, lan, offer.id, true);
    const committed = await act(make, hung, ORDERS.commit, { orderId: order.id });
    const [deal] = committed.deals;
    if (!deal) throw new Error('no deal');
    return { order: committed, deal, offer };
  };

  it('only a trader opens orders, bulk or of one lot', async () => {
    const { id: lotId } = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const place = { lotId, gradeCode: 'L1', grams: 10 * KG };
    await unchanged(async () => {
      for (const [role, someone] of Object.entries(everyone)) {
        if (role === 'TRADER') continue;
        expect([
          role,
          await outcome(someone, ORDERS.create, { input: bulkInput(make, { kg: 100 }) }),
        ]).toEqual([role, 'FORBIDDEN']);
        expect([role, await outcome(someone, ORDERS.place, input(place))]).toEqual([
          role,
          'FORBIDDEN',
        ]);
      }
      const guest = await make.guest().send(ORDERS.place, input(place));
      expect(guest.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });
    expect(await outcome(rival, ORDERS.create, { input: bulkInput(make, { kg: 100 }) })).toBe(
      'done',
    );
    expect(await outcome(rival, ORDERS.place, input(place))).toBe('done');
  });

  it('only its buyer previews, offers, commits and cancels; to a rival the order does not exist', async () => {
    const { order, offer } = await asked();
    const { id: orderId } = order;
    await unchanged(async () => {
      for (const [role, someone] of Object.entries(everyone)) {
        const expected = role === 'TRADER' ? 'ORDER_NOT_FOUND' : 'FORBIDDEN';
        expect([role, await outcome(someone, ORDERS.preview, { orderId })]).toEqual([
          role,
          expected,
        ]);
        expect([role, await outcome(someone, ORDERS.offer, input({ orderId }))]).toEqual([
          role,
          expected,
        ]);
        expect([role, await outcome(someone, ORDERS.commit, input({ orderId }))]).toEqual([
          role,
          expected,
        ]);
        expect([
          role,
          await outcome(someone, ORDERS.cancel, input({ orderId, reason: 'phá đơn' })),
        ]).toEqual([role, expected]);
      }
    });
    expect(await outcome(hung, ORDERS.preview, { orderId })).toBe('done');
    await answerOffer(make, lan, offer.id, true);
    expect(await outcome(hung, ORDERS.commit, input({ orderId }))).toBe('done');
  });

  it('only the household or its own cooperative answers; to everybody else the offer does not exist', async () => {
    const { offer } = await asked();
    const answer = (accept: boolean) => input({ offerId: offer.id, accept });
    await unchanged(async () => {
      for (const accept of [true, false]) {
        for (const [role, someone] of Object.entries(everyone)) {
          const expected =
            role === 'GROWER' || role === 'COOP_CLERK' ? 'OFFER_NOT_FOUND' : 'FORBIDDEN';
          expect([role, await outcome(someone, ORDERS.respond, answer(accept))]).toEqual([
            role,
            expected,
          ]);
        }
        expect(await outcome(hung, ORDERS.respond, answer(accept))).toBe('FORBIDDEN');
      }
    });
    const membersOffers = await waitingOffers(coop);
    expect(membersOffers.find((one) => one.id === offer.id)).toMatchObject({
      household: { name: 'Nguyễn Thị Lan' },
    });
    expect(await waitingOffers(otherCoop)).toEqual([]);
    expect(await waitingOffers(neighbour)).toEqual([]);
    expect(await outcome(coop, ORDERS.respond, answer(true))).toBe('done');
    const [{ answered_by: answeredBy }] = await world.db.query(
      `select answered_by from allocation_lines where id = $1`,
      [offer.id],
    );
    expect(answeredBy).toBe(coop.person.id);
  });

  it('an act key of one person replays nothing for another', async () => {
    const { offer } = await asked();
    const same = input({ offerId: offer.id, accept: true });
    expect(await outcome(lan, ORDERS.respond, same)).toBe('done');
    expect(await outcome(neighbour, ORDERS.respond, same)).toBe('OFFER_NOT_FOUND');
  });

  it('an order is read by its buyer and by the offices of its communes', async () => {
    const { order } = await asked();
    const read = (someone: Someone) => outcome(someone, ORDERS.read, { id: order.id });
    expect(await read(hung)).toBe('done');
    expect(await read(office)).toBe('done');
    expect(await read(here)).toBe('done');
    expect(await read(elsewhere)).toBe('null');
    expect(await read(rival)).toBe('null');
    for (const someone of [lan, coop]) expect(await read(someone)).toBe('FORBIDDEN');

    const listed = async (someone: Someone) =>
      (await someone.voice.ask<{ nodes: { id: string }[] }>(ORDERS.mine, { first: 100 })).nodes.map(
        (node) => node.id,
      );
    expect(await listed(hung)).toContain(order.id);
    expect(await listed(here)).toContain(order.id);
    expect(await listed(elsewhere)).not.toContain(order.id);
    expect(await listed(rival)).not.toContain(order.id);
  });

  it('a deal is read by its two sides, the household’s cooperative and the office of its commune', async () => {
    const { deal } = await agreed();
    const read = (someone: Someone) => outcome(someone, ORDERS.deal, { id: deal.id });
    for (const someone of [hung, lan, coop, office, here]) expect(await read(someone)).toBe('done');
    for (const someone of [rival, neighbour, otherCoop, elsewhere])
      expect(await read(someone)).toBe('null');

    const listed = async (someone: Someone) =>
      (
        await someone.voice.ask<{ nodes: { id: string }[] }>(ORDERS.deals, { first: 100 })
      ).nodes.map((node) => node.id);
    for (const someone of [hung, lan, coop]) expect(await listed(someone)).toContain(deal.id);
    for (const someone of [rival, neighbour, otherCoop])
      expect(await listed(someone)).not.toContain(deal.id);
    expect(await outcome(office, ORDERS.deals, { first: 10 })).toBe('FORBIDDEN');
  });

  it('ID-08 before acceptance the buyer learns nothing of the household, the household only the buyer’s name', async () => {
    const { order, offer } = await asked();
    expect(order.offers).toMatchObject([{ commune: { name: 'Nghĩa Phương' }, household: null }]);
    expect(JSON.stringify(order)).not.toContain(lan.party.id);
    expect(offer).toMatchObject({
      buyer: { name: 'Vựa Hùng', phone: null, lat: null },
      household: { name: 'Nguyễn Thị Lan', phone: null, lat: null },
    });
  });

  it('LI-14 ID-08 the number of a certificate is for the two sides of a deal and the household’s own people', async () => {
    const number = 'VIETGAP-TT-12-24-0007';
    const paper = { claimId: world.id(), kind: 'VIETGAP', number, validFrom: '2025-01-10' };
    await act(make, lan, SELLING.declare, paper);
    const { deal, offer } = await agreed();
    const claims = 'claims { id kind number validFrom validTo }';
    const ofLot = (someone: Someone) =>
      someone.voice.ask<object>(`query ($id: ID!) { lot(id: $id) { ${claims} } }`, {
        id: offer.lotId,
      });
    const ofDeal = (someone: Someone) =>
      someone.voice.send(`query ($id: ID!) { deal(id: $id) { ${claims} } }`, { id: deal.id });
    for (const someone of [hung, lan, coop, office, here])
      expect((await ofDeal(someone)).data).toMatchObject({
        deal: { claims: [{ id: paper.claimId, kind: 'VIETGAP', number }] },
      });
    for (const someone of [rival, neighbour, otherCoop, elsewhere])
      expect((await ofDeal(someone)).data).toEqual({ deal: null });
    expect(await ofLot(rival)).toMatchObject({ claims: [{ kind: 'VIETGAP', number: null }] });
  });

  it('ID-08 after acceptance both sides and the cooperative see phone and point, an office never', async () => {
    const { deal, order } = await agreed();
    const read = (someone: Someone) => someone.voice.ask<ShownDeal>(ORDERS.deal, { id: deal.id });
    for (const someone of [hung, lan, coop]) {
      expect(await read(someone)).toMatchObject({
        buyer: { name: 'Vựa Hùng', phone: hung.person.phone },
        household: { name: 'Nguyễn Thị Lan', phone: lan.person.phone },
      });
    }
    for (const someone of [office, here]) {
      expect(await read(someone)).toMatchObject({
        buyer: { name: 'Vựa Hùng', phone: null },
        household: { name: 'Nguyễn Thị Lan', phone: null },
      });
    }
    expect(order.offers).toMatchObject([
      { household: { name: 'Nguyễn Thị Lan', phone: lan.person.phone, lat: expect.any(Number) } },
    ]);
  });

  it('an office sees of an order only what lies in its territory', async () => {
    const far = await make.grower({ name: 'Hộ Lan Mẫu', commune: 'Lan Mẫu' });
    await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    await givenLot(make, far, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const { id: orderId } = await givenBulkOrder(make, hung, { kg: 200 });
    await act(make, hung, ORDERS.offer, { orderId });
    const namesSeenBy = async (someone: Someone) =>
      (await someone.voice.ask<ShownOrder>(ORDERS.read, { id: orderId })).offers.map(
        (offer) => offer.household?.name,
      );
    expect(await namesSeenBy(here)).toEqual(['Nguyễn Thị Lan']);
    expect(await namesSeenBy(elsewhere)).toEqual(['Hộ Lan Mẫu']);
    expect(new Set(await namesSeenBy(office))).toEqual(new Set(['Hộ Lan Mẫu', 'Nguyễn Thị Lan']));
  });

  it('AL-15 only a household that was looked at is told why; others learn nothing of the order', async () => {
    const { order } = await asked();
    const { id: orderId } = order;
    expect(await outcome(lan, ORDERS.explanation, { orderId })).toBe('done');
    expect(await outcome(neighbour, ORDERS.explanation, { orderId })).toBe('null');
    // Its buyer may ask of a lot, and other buyers learn nothing; without a lot there is nothing to say.
    expect(await outcome(hung, ORDERS.explanation, { orderId })).toBe('null');
    for (const someone of [coop, office]) {
      expect(await outcome(someone, ORDERS.explanation, { orderId })).toBe('FORBIDDEN');
    }
  });

  it('SM-02 the coverage answer is for traders, cooperatives and offices', async () => {
    const wish = { cropCode: 'NA', gradeCodes: ['L1'], grams: 100 * KG, day: '2026-09-01' };
    for (const [role, someone] of Object.entries(everyone)) {
      const isFor = ['TRADER', 'COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF'].includes(role);
      expect([role, await outcome(someone, ORDERS.coverage, wish)]).toEqual([
        role,
        isFor ? 'done' : 'FORBIDDEN',
      ]);
    }
  });
});
