import { Lots } from '../../src/lots/index.js';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import {
  CREATE_LOT,
  MY_LOTS,
  MY_NOTICES,
  ONE_LOT,
  PAUSE_LOT,
  PUBLISH_LOT,
  REPEAT_LOT,
  RESUME_LOT,
  UPDATE_LOT,
  WITHDRAW_LOT,
  type ShownLot,
} from '../support/lot-documents.js';
import { SELLING } from '../support/selling-documents.js';
import { World } from '../support/world.js';

const FOUND = `{ searchLots(first: 100) { nodes { id } } }`;

describe('whose lot it is', () => {
  let world: World;
  let make: Given;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
  });

  const offerFor = (
    helper: Someone,
    household: Someone,
    over: object = {},
  ): Promise<ShownLot & { code?: string }> =>
    helper.voice.ask(CREATE_LOT, {
      input: {
        clientMutationId: world.id(),
        lotId: world.id(),
        householdId: household.party.id,
        cropCode: 'NA',
        grades: [{ gradeCode: 'L1', grams: 100_000 }],
        readyFrom: '2026-08-25T22:00:00.000Z',
        readyTo: '2026-08-26T05:00:00.000Z',
        pickupNote: 'ngõ cạnh nhà văn hóa',
        publish: true,
        ...over,
      },
    });
  const lotsOf = async (household: Someone): Promise<number> => {
    const rows: unknown[] = await world.db.query(`select 1 from lots where household_id = $1`, [
      household.party.id,
    ]);
    return rows.length;
  };

  it('ID-06 is offered by the cooperative for a member, who is told', async () => {
    const clerk = await make.coopClerk({ name: 'Trần Văn Hòa' });
    await make.joinCoop(clerk, lan);
    const lot = await offerFor(clerk, lan);
    expect(lot).toMatchObject({
      state: 'PUBLISHED',
      isMine: false,
      household: { name: 'Nguyễn Thị Lan' },
    });
    await world.deliverEvents();
    expect(await lan.voice.ask(MY_NOTICES)).toEqual({
      nodes: [
        {
          kind: 'LOT_CREATED_FOR_YOU',
          text: 'Trần Văn Hòa đã đăng bán giúp nhà mình 100 kg na, lấy từ 05:00 26/08. Không đúng thì bấm để rút lại.',
          path: `/app/lo/${lot.id}`,
        },
      ],
    });
    expect(await clerk.voice.ask(MY_LOTS)).toEqual({
      nodes: [{ id: lot.id, household: { name: 'Nguyễn Thị Lan' } }],
    });
    const gone = { clientMutationId: world.id(), lotId: lot.id, reason: 'Nhà không bán nữa' };
    expect(await lan.voice.ask(WITHDRAW_LOT, { input: gone })).toMatchObject({ state: 'CLOSED' });
  });

  it('LI-01 ID-06 is vouched for by the commune’s officer, so that a big lot needs no photo', async () => {
    const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    await make.grant(lan, officer, 'SELL_FOR');
    const big = { grades: [{ gradeCode: 'L1', grams: 900_000 }] };
    const lot = await offerFor(officer, lan, big);
    expect(lot).toMatchObject({ state: 'PUBLISHED' });
    const [row] = await world.db.query(`select confirmed_by from lots where id = $1`, [lot.id]);
    expect(row).toEqual({ confirmed_by: officer.party.id });
    const mine = await officer.voice.ask<{ nodes: { id: string }[] }>(MY_LOTS);
    expect(mine.nodes.map(({ id }) => id)).toContain(lot.id);
  });

  it('is not offered by a stranger, another cooperative, nor an officer of another commune', async () => {
    const neighbour = await make.grower({});
    const clerk = await make.coopClerk({});
    const officer = await make.communeOfficer({ commune: 'Lục Sơn' });
    for (const stranger of [neighbour, clerk, officer]) {
      expect(await offerFor(stranger, lan)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    }
    expect(await lotsOf(lan)).toBe(0);
  });

  it('is not offered while the household is suspended, and says why', async () => {
    await world.db.query(
      `update parties set state = 'SUSPENDED', state_reason = 'hai lần bỏ hẹn' where id = $1`,
      [lan.party.id],
    );
    expect(await offerFor(lan, lan)).toMatchObject({
      code: 'HOUSEHOLD_SUSPENDED',
      message: 'Hộ đang tạm dừng bán: hai lần bỏ hẹn.',
    });
    expect(await lotsOf(lan)).toBe(0);
  });

  it('is changed by nobody else: it is not even found', async () => {
    const lot = await offerFor(lan, lan);
    const neighbour = await make.grower({});
    const as = () => ({ clientMutationId: world.id(), lotId: lot.id });
    const version = { expectedVersion: 1 };
    const asked: [string, object][] = [
      [PUBLISH_LOT, version],
      [PAUSE_LOT, version],
      [RESUME_LOT, version],
      [UPDATE_LOT, { ...version, minTakeGrams: 5 }],
      [WITHDRAW_LOT, { reason: 'phá' }],
      [REPEAT_LOT, { newLotId: world.id() }],
    ];
    for (const [document, over] of asked) {
      const answer = await neighbour.voice.ask(document, { input: { ...as(), ...over } });
      expect(answer).toMatchObject({ __typename: 'Refused', code: 'LOT_NOT_FOUND' });
    }
    const [row] = await world.db.query(
      `select state, version, min_take_g from lots where id = $1`,
      [lot.id],
    );
    expect(row).toEqual({ state: 'PUBLISHED', version: 1, min_take_g: '0' });
    expect(await lotsOf(neighbour)).toBe(0);
    const unknown = { clientMutationId: world.id(), lotId: world.id(), expectedVersion: 1 };
    expect(await lan.voice.ask(PAUSE_LOT, { input: unknown })).toMatchObject({
      code: 'LOT_NOT_FOUND',
    });
  });

  it.each(['trader', 'transporter', 'checkpointOfficer', 'officeStaff', 'admin'] as const)(
    'is not offered, changed or listed by a %s',
    async (who) => {
      const someone = await make[who]({});
      const lot = await offerFor(lan, lan);
      const version = { clientMutationId: world.id(), lotId: lot.id, expectedVersion: 1 };
      const answers = await Promise.all([
        someone.voice.send(CREATE_LOT, {
          input: {
            ...version,
            cropCode: 'NA',
            grades: [],
            readyFrom: new Date(),
            readyTo: new Date(),
            publish: true,
            expectedVersion: undefined,
          },
        }),
        someone.voice.send(PAUSE_LOT, { input: version }),
        someone.voice.send(MY_LOTS),
      ]);
      expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual([
        'FORBIDDEN',
        'FORBIDDEN',
        'FORBIDDEN',
      ]);
    },
  );

  it('ID-08 shows a buyer and a guest the commune, not the household nor its directions', async () => {
    const lot = await offerFor(lan, lan);
    const trader = await make.trader({});
    for (const voice of [trader.voice, make.guest()]) {
      expect(await voice.ask(ONE_LOT, { id: lot.id })).toMatchObject({
        id: lot.id,
        isMine: false,
        household: null,
        pickupNote: null,
        commune: { name: 'Nghĩa Phương' },
      });
    }
    const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    const office = await make.officeStaff({});
    for (const { voice } of [lan, officer, office]) {
      expect(await voice.ask(ONE_LOT, { id: lot.id })).toMatchObject({
        household: { name: 'Nguyễn Thị Lan' },
        pickupNote: 'ngõ cạnh nhà văn hóa',
      });
    }
    const elsewhere = await make.communeOfficer({ commune: 'Lục Sơn' });
    expect(await elsewhere.voice.ask(ONE_LOT, { id: lot.id })).toMatchObject({ household: null });
  });

  it('ID-08 shows the phone and the point of a household to those who speak for it, not to offices', async () => {
    const point = { phone: '0912345678', lat: 21.3, lon: 106.5 };
    await world.db.query(`update parties set phone = $2, lat = $3, lon = $4 where id = $1`, [
      lan.party.id,
      ...Object.values(point),
    ]);
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const lot = await offerFor(lan, lan);
    const CARD = `query ($id: ID!) { lot(id: $id) { household { phone lat lon } } }`;
    const cardFor = ({ voice }: Someone) => voice.ask(CARD, { id: lot.id });
    expect(await cardFor(lan)).toEqual({ household: point });
    expect(await cardFor(clerk)).toEqual({ household: point });
    const hidden = { household: { phone: null, lat: null, lon: null } };
    expect(await cardFor(await make.communeOfficer({ commune: 'Nghĩa Phương' }))).toEqual(hidden);
    expect(await cardFor(await make.officeStaff({}))).toEqual(hidden);
  });

  it('ID-10 is no candidate of an order while its household is suspended', async () => {
    const lot = await offerFor(lan, lan);
    const asked = async () => {
      const window = {
        readyFrom: new Date('2026-08-25T22:00:00.000Z'),
        readyTo: new Date('2026-08-26T05:00:00.000Z'),
      };
      const wish = { cropCode: 'NA', gradeCodes: ['L1'], ...window, buyerId: null };
      return (await world.app.get(Lots).candidates(wish)).map(({ lotId }) => lotId);
    };
    const found = async (): Promise<string[]> =>
      (await make.guest().ask<{ nodes: { id: string }[] }>(FOUND)).nodes.map(({ id }) => id);
    expect(await asked()).toContain(lot.id);
    expect(await found()).toContain(lot.id);
    await world.db.query(
      `update parties set state = 'SUSPENDED', state_reason = 'hai lần bỏ hẹn' where id = $1`,
      [lan.party.id],
    );
    expect(await asked()).not.toContain(lot.id);
    expect(await found()).not.toContain(lot.id);
  });

  it('shows a draft to its own people only, and nothing for an id that is none', async () => {
    const draft = await offerFor(lan, lan, { publish: false });
    const send = async (voice: Voice, id: string) => (await voice.send(ONE_LOT, { id })).data;
    expect(await send(lan.voice, draft.id)).toMatchObject({ lot: { state: 'DRAFT' } });
    expect(await send((await make.trader({})).voice, draft.id)).toEqual({ lot: null });
    expect(await send((await make.grower({})).voice, draft.id)).toEqual({ lot: null });
    expect(await send(make.guest(), 'không phải mã')).toEqual({ lot: null });
  });

  it('LI-14 claims are said once, and by nobody else', async () => {
    const act = (who: Someone, document: string, wish: object): Promise<{ id: string }> =>
      who.voice.ask(document, { input: { clientMutationId: world.id(), ...wish } });
    const claim = { kind: 'VIETGAP', number: 'VIETGAP-TT-12-24-0007', validFrom: '2025-01-10' };
    const declare = (who: Someone, householdId?: string) =>
      act(who, SELLING.declare, { claimId: world.id(), ...claim, householdId });
    const { id } = await declare(lan);
    expect(await declare(lan)).toMatchObject({ code: 'CLAIM_SAID' });
    const householdId = lan.party.id;
    const neighbour = await make.grower({});
    expect(await declare(neighbour, householdId)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    expect(await act(neighbour, SELLING.undeclare, { claimId: id })).toMatchObject({
      code: 'CLAIM_NOT_FOUND',
    });
    expect(await neighbour.voice.ask(SELLING.claims, { householdId })).toEqual([]);
    expect(await lan.voice.ask(SELLING.claims)).toHaveLength(1);
    const trader = await make.trader({});
    for (const [document, wish] of [
      [SELLING.declare, claim],
      [SELLING.undeclare, {}],
    ] as const) {
      const input = { clientMutationId: world.id(), claimId: id, ...wish };
      const answer = await trader.voice.send(document, { input });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});
