import { Lots } from '../../src/lots/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import { act, bulkInput, ORDERS } from '../support/given-orders.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const LISTING = `id coopName note lotCount householdCount closedAt communes { name } crop { code }
  grades { grade { code } freeGrams leastVndPerKg mostVndPerKg }`;
const REFUSED = '... on Refused { code field }';
const mutation = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on PooledListing { ${LISTING} } ${REFUSED} } }`;
const CREATE = mutation('createPooledListing', 'CreatePooledListingInput');
const CHANGE = mutation('changePooledListing', 'ChangePooledListingInput');
const CLOSE = mutation('closePooledListing', 'ClosePooledListingInput');
const ONE = `query ($id: ID!) { pooledListing(id: $id) { ${LISTING} } }`;
const ALL = `query ($cropCode: String) { pooledListings(cropCode: $cropCode) { nodes { ${LISTING} } } }`;
const MINE = `{ myPooledListings { nodes { id closedAt } } }`;
const LOTS = `query ($listingId: ID!) { pooledListingLots(listingId: $listingId) {
  nodes { id household { name } grades { freeGrams } } } }`;
const MERGE = `mutation ($input: MergeLotsInput!) { mergeLots(input: $input) {
  __typename ... on Lot { id version grades { grade { code } offeredGrams freeGrams } } ${REFUSED} } }`;

interface Shown {
  readonly id: string;
  readonly lotCount: number;
  readonly grades: readonly { readonly freeGrams: number }[];
}

describe('LI-10 lots of members under their cooperative’s name', () => {
  let world: World;
  let make: Given;
  let clerk: Someone;
  let lan: Someone;
  let thang: Someone;
  let hung: Someone;
  let ofLan: GivenLot;
  let ofThang: GivenLot;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    hung = await make.trader({});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    clerk = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    thang = await make.grower({ name: 'Vi Văn Thắng', commune: 'Lục Sơn' });
    for (const member of [lan, thang]) await make.joinCoop(clerk, member);
    ofLan = await givenLot(make, lan, { kg: { L1: 100, L2: 50 }, askVndPerKg: 32_000 });
    ofThang = await givenLot(make, thang, { kg: { L1: 80 }, askVndPerKg: 30_000 });
  });

  const create = (lots: readonly GivenLot[], over: object = {}, who = clerk): Promise<Shown> =>
    act<Shown>(make, who, CREATE, {
      listingId: world.id(),
      cropCode: 'NA',
      lotIds: lots.map(({ id }) => id),
      note: ' Na dai  chân đồi ',
      ...over,
    });
  const read = (id: string) => make.guest().ask<Shown>(ONE, { id });
  const reserve = (lot: GivenLot, kg: number) => {
    const wish = { holdId: world.id(), lotGradeId: lot.lines['L1'] ?? '', grams: kg * 1000 };
    return world.app
      .get(UnitOfWork)
      .run((tx) => world.app.get(Lots).reserve(tx, [{ ...wish, expiresAt: null }]));
  };

  it('shows a clerk what can be pooled: lots of her members on the market, not those pooled already', async () => {
    const toPool = async (who: Someone): Promise<string[]> => {
      const { nodes } = await who.voice.ask<{ nodes: { id: string }[] }>(
        `{ lotsToPool { nodes { id } } }`,
      );
      return nodes.map(({ id }) => id).toSorted();
    };
    const both = [ofThang.id, ofLan.id].toSorted();
    const elsewhere = await make.coopClerk({ name: 'HTX khác' });
    expect(await toPool(clerk)).toEqual(both);
    expect(await toPool(elsewhere)).toEqual([]);
    const pool = await create([ofLan]);
    expect(await toPool(clerk)).toEqual([ofThang.id]);
    await act(make, clerk, CLOSE, { listingId: pool.id });
    expect(await toPool(clerk)).toEqual(both);
  });

  it('LI-09: what a household shows to others first is neither offered to its clerk nor pooled, unless it lets her see', async () => {
    const toan = await make.grower({ name: 'Lý Văn Toàn', commune: 'Lục Sơn' });
    await world.db.query(
      `insert into coop_members (coop_id, household_id, joined_on) values ($1, $2, '2020-01-01')`,
      [clerk.party.id, toan.party.id],
    );
    const ofToan = await givenLot(make, toan, { kg: { L1: 90 }, askVndPerKg: 31_000 });
    const toPool = async (): Promise<boolean> => {
      const { nodes } = await clerk.voice.ask<{ nodes: { id: string }[] }>(
        `{ lotsToPool { nodes { id } } }`,
      );
      return nodes.some(({ id }) => id === ofToan.id);
    };
    expect(await toPool()).toBe(true);
    const later = new Date(world.clock.now().getTime() + 3_600_000);
    await world.db.query(`update lots set open_to_all_at = $2 where id = $1`, [ofToan.id, later]);
    expect(await toPool()).toBe(false);
    expect(await create([ofToan])).toMatchObject({ code: 'POOL_LOT_NOT_FOUND' });
    await make.grant(toan, clerk, 'SEE_LOTS');
    expect(await toPool()).toBe(true);
    expect(await create([ofToan])).toMatchObject({ lotCount: 0 });
  });

  it('is a view: what is set aside of a lot is gone from the listing, and no kilogram is written twice', async () => {
    const listing = await create([ofLan, ofThang]);
    expect(listing).toMatchObject({
      coopName: 'HTX Na Nghĩa Phương',
      note: 'Na dai  chân đồi',
      lotCount: 2,
      householdCount: 2,
      closedAt: null,
      grades: [
        { grade: { code: 'L1' }, freeGrams: 180_000, leastVndPerKg: 30_000, mostVndPerKg: 32_000 },
        { grade: { code: 'L2' }, freeGrams: 50_000, leastVndPerKg: 32_000, mostVndPerKg: 32_000 },
      ],
    });
    const before = await fingerprint(world, ['pooled_listings', 'pooled_lots']);
    await reserve(ofThang, 80);
    expect(await read(listing.id)).toMatchObject({
      lotCount: 1,
      householdCount: 1,
      grades: [{ freeGrams: 100_000 }, { freeGrams: 50_000 }],
    });
    expect(await fingerprint(world, ['pooled_listings', 'pooled_lots'])).toEqual(before);
  });

  it('is ordered from as it is: only its lots are asked, each household for its own', async () => {
    const other = await make.grower({});
    await givenLot(make, other, { kg: { L1: 500 }, askVndPerKg: 20_000 });
    const listing = await create([ofLan, ofThang]);
    const { clientMutationId: _, ...wish } = bulkInput(make, { kg: 150 });
    const order = await act(make, hung, ORDERS.create, { ...wish, pooledListingId: listing.id });
    const plan = await hung.voice.ask<{ lines: { lotId: string; grams: number }[] }>(
      ORDERS.preview,
      { orderId: order.id },
    );
    expect(new Set(plan.lines.map(({ lotId }) => lotId))).toEqual(new Set([ofLan.id, ofThang.id]));
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const left = (await read(listing.id)).grades.map(({ freeGrams }) => freeGrams);
    expect(left).toEqual([30_000, 50_000]);

    const wrong = { ...wish, cropCode: 'DUA_LE', pooledListingId: listing.id };
    expect(await act(make, hung, ORDERS.create, wrong)).toMatchObject({
      code: 'POOL_UNKNOWN',
      field: 'pooledListingId',
    });
  });

  it('keeps whose lots they are: the cooperative sees names, a buyer does not', async () => {
    const listing = await create([ofLan, ofThang]);
    const names = async ({ voice }: Pick<Someone, 'voice'>) => {
      const { nodes } = await voice.ask<{ nodes: { household: { name: string } | null }[] }>(LOTS, {
        listingId: listing.id,
      });
      return new Set(nodes.map(({ household }) => household?.name ?? null));
    };
    expect(await names(clerk)).toEqual(new Set(['Nguyễn Thị Lan', 'Vi Văn Thắng']));
    expect(await names(hung)).toEqual(new Set([null]));
  });

  it('takes a lot once, of one crop, of members, and changes nothing when refused', async () => {
    await create([ofLan]);
    const stranger = await givenLot(make, await make.grower({}));
    const melon = await givenLot(make, lan, { cropCode: 'DUA_LE' });
    const before = await fingerprint(world, ['pooled_listings', 'pooled_lots']);
    const refusals: [readonly GivenLot[], string][] = [
      [[], 'POOL_LOTS_MISSING'],
      [[ofThang, ofLan], 'POOL_LOT_TAKEN'],
      [[ofThang, stranger], 'POOL_LOT_NOT_FOUND'],
      [[ofThang, melon], 'POOL_LOT_OTHER_CROP'],
    ];
    for (const [lots, code] of refusals)
      expect(await create(lots)).toMatchObject({ code, field: 'lotIds' });
    expect(await fingerprint(world, ['pooled_listings', 'pooled_lots'])).toEqual(before);
    const grower = await lan.voice.send(CREATE, {
      input: { clientMutationId: world.id(), listingId: world.id(), cropCode: 'NA', lotIds: [] },
    });
    expect(grower.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('loses and gains lots, a household that leaves takes its lots along, and closes without touching them', async () => {
    const { id: listingId } = await create([ofLan]);
    const swap = { listingId, addLotIds: [ofThang.id], removeLotIds: [ofLan.id] };
    expect(await act(make, clerk, CHANGE, swap)).toMatchObject({ grades: [{ freeGrams: 80_000 }] });
    const back = { listingId, addLotIds: [ofLan.id], removeLotIds: [] };
    expect(await act(make, clerk, CHANGE, back)).toMatchObject({ lotCount: 2 });
    await world.db.query(`delete from coop_members where household_id = $1`, [thang.party.id]);
    expect(await read(listingId)).toMatchObject({ lotCount: 1 });

    const other = await make.coopClerk({});
    for (const document of [CHANGE, CLOSE]) {
      const input = document === CHANGE ? back : { listingId };
      expect(await act(make, other, document, input)).toMatchObject({ code: 'POOL_NOT_FOUND' });
    }
    const lots = await fingerprint(world, ['lots', 'lot_grades']);
    expect(await act(make, clerk, CLOSE, { listingId })).toMatchObject({
      closedAt: world.clock.now().toISOString(),
    });
    expect(await fingerprint(world, ['lots', 'lot_grades'])).toEqual(lots);
    const open = await make.guest().ask<{ nodes: Shown[] }>(ALL, { cropCode: 'NA' });
    expect(open.nodes.map(({ id }) => id)).not.toContain(listingId);
    expect(await clerk.voice.ask(MINE)).toMatchObject({ nodes: [{ id: listingId }] });
    expect(await create([ofLan])).toMatchObject({ __typename: 'PooledListing' });
  });

  describe('two lots of one household', () => {
    it('become one, gram for gram, by its own people only', async () => {
      const small = await givenLot(make, lan, { kg: { L1: 30 } });
      const wish = { lotId: small.id, intoLotId: ofLan.id, expectedVersion: 1 };
      expect(await act(make, thang, MERGE, wish)).toMatchObject({ code: 'LOT_NOT_FOUND' });
      expect(await act(make, lan, MERGE, { ...wish, expectedVersion: 2 })).toMatchObject({
        code: 'LOT_CHANGED',
      });
      expect(await act(make, lan, MERGE, wish)).toMatchObject({
        id: ofLan.id,
        version: 2,
        grades: [{ offeredGrams: 130_000 }, { offeredGrams: 50_000 }],
      });
      const [row] = await world.db.query(
        `select close_reason, merged_into from lots where id = $1`,
        [small.id],
      );
      expect(row).toEqual({ close_reason: 'MERGED', merged_into: ofLan.id });
      expect(await act(make, lan, MERGE, { ...wish, expectedVersion: 2 })).toMatchObject({
        code: 'LOT_STEP_NOT_ALLOWED',
      });
    });

    it('stay two while somebody counts on the one that would go', async () => {
      const small = await givenLot(make, lan, { kg: { L1: 30 } });
      await reserve(small, 10);
      const before = await fingerprint(world, ['lots', 'lot_grades']);
      const wish = { lotId: small.id, intoLotId: ofLan.id, expectedVersion: 1 };
      expect(await act(make, lan, MERGE, wish)).toMatchObject({ code: 'LOT_PROMISED' });
      expect(await fingerprint(world, ['lots', 'lot_grades'])).toEqual(before);
    });
  });
});
