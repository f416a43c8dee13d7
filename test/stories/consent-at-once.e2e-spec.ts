import { readFileSync } from 'node:fs';
import { AssistedActs, type AssistedKind } from '../../src/accounts/index.js';
import type { Role } from '../../src/platform/access/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { COUNTER, CounterScene } from '../support/counter-scene.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  stockOf,
  waitingOffers,
} from '../support/given-orders.js';
import { givenLot } from '../support/given-lots.js';
import { givenDeal } from '../support/given-weighing.js';
import type { Given, Someone } from '../support/given.js';
import { held, type Held } from '../support/held.js';
import { Till } from '../support/settlement-acts.js';
import { fingerprint } from '../support/unchanged.js';
import { Scale } from '../support/weighing-acts.js';
import type { World } from '../support/world.js';

const WRITTEN = ['lots', 'lot_grades', 'lot_holds', 'assisted_acts'];
const [, KINDS = ''] =
  /^enum AssistedKind \{\n([\s\S]*?)^\}/m.exec(readFileSync('schema.graphql', 'utf8')) ?? [];
const EVERY_KIND = [...KINDS.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, kind]) => kind as AssistedKind);

describe('ID-06: a word that is taken back while somebody acts on it', () => {
  const scene = new CounterScene();
  const { does, offerFor, standing } = scene;
  let world: World;
  let make: Given;
  let lan: Someone;
  let coop: Someone;
  let officer: Someone;
  let hung: Someone;
  let other: Held | undefined;

  beforeAll(async () => {
    ({ world, make } = await scene.open());
    hung = await make.trader({ name: 'Vựa Hùng' });
  }, 30_000);
  afterAll(() => scene.close());
  afterEach(() => other?.letGo());
  beforeEach(async () => {
    ({ lan, coop, officer } = await scene.settle());
  });

  const POWERS = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'] as const;
  const trust = async (): Promise<void> => {
    for (const power of POWERS) await make.grant(lan, coop, power);
  };
  const grantId = async (power: string): Promise<string> => {
    const [row]: { id: string }[] = await world.db.query(
      `select id from party_grants where grantor_id = $1 and power = $2 and revoked_at is null`,
      [lan.party.id, power],
    );
    return row?.id ?? '';
  };
  const revoke = async (power = 'SELL_FOR') =>
    does(lan, COUNTER.revoke, { grantId: await grantId(power) });
  const asked = async (): Promise<string> => {
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    return (await waitingOffers(coop))[0]!.id;
  };

  it('stops what was judged before and is written after, in words that say so, and nothing is changed', async () => {
    await make.grant(lan, coop, 'SELL_FOR');
    const before = await fingerprint(world, WRITTEN);
    // Somebody else makes a lot of the same id meanwhile, and thinks better of it.
    const lotId = world.id();
    other = await held(
      world,
      `insert into lots (id, household_id, commune_id, crop_code, state, ready_from, ready_to, lat, lon, min_take_g,
         created_by, created_at) values ($1, $2, $3, 'NA', 'DRAFT', now(), now() + interval '1 day', 21, 106, 0, $4, now())`,
      [lotId, lan.party.id, make.commune('Nghĩa Phương'), lan.person.id],
    );
    const offered = offerFor(coop, lan, lotId);
    await other.untilWaiting(1);
    expect(await revoke()).toMatchObject({ __typename: 'GrantRevoked' });
    await other.letGo();
    expect(await offered).toMatchObject({
      code: 'CONSENT_WITHDRAWN',
      message: 'Hộ vừa thôi nhờ bên mình việc này, nên chưa có gì thay đổi.',
      nextStep: 'Hỏi lại hộ; nếu hộ vẫn muốn nhờ thì xin phép rồi làm lại.',
      facts: [{ name: 'householdId', value: lan.party.id }],
    });
    expect(await fingerprint(world, WRITTEN)).toEqual(before);
  });

  it('stops an answer that had its order locked already, and frees nothing and promises nothing', async () => {
    await trust();
    const lot = await givenLot(make, lan, { kg: { L1: 100 } });
    const offerId = await asked();
    const stock = await stockOf(make, lot);
    other = await held(world, 'select 1 from lot_grades where lot_id = $1 for update', [lot.id]);
    const answered = answerOffer(make, coop, offerId, false);
    await other.untilWaiting(1);
    await revoke();
    await other.letGo();
    expect(await answered).toMatchObject({ code: 'CONSENT_WITHDRAWN' });
    expect(await stockOf(make, lot)).toEqual(stock);
    expect(await waitingOffers(lan)).toMatchObject([{ id: offerId, state: 'OFFERED' }]);
  });

  it('waits in no circle when taking it back needs the order that the answer holds', async () => {
    await trust();
    const lot = await offerFor(coop);
    const offerId = await asked();
    other = await held(world, 'select 1 from lot_grades where lot_id = $1 for update', [lot.id]);
    const answered = answerOffer(make, coop, offerId, true);
    await other.untilWaiting(1);
    const revoked = revoke();
    await other.untilWaiting(2);
    await other.letGo();
    expect(await answered).toMatchObject({ code: 'CONSENT_WITHDRAWN' });
    expect(await revoked).toMatchObject({
      consequences: [
        { kind: 'OFFERS_WITHDRAWN', count: 1 },
        { kind: 'LOTS_KEPT', count: 1 },
      ],
    });
    const [{ deadlocks }] = await world.db.query(
      `select deadlocks::int from pg_stat_database where datname = current_database()`,
    );
    expect(deadlocks).toBe(0);
  });

  it('stops the word about money as well, which rests on a word of its own', async () => {
    await trust();
    const lines = [{ grade: 'L1', kg: 100, vndPerKg: 30_000 }];
    const deal = await givenDeal(make, { buyer: hung, household: lan, lines });
    const load = [{ grade: 'L1', kg: 101, crates: 1, tareKg: 1 }];
    await new Scale(world).agree(hung.voice, lan.voice, deal.id, load);
    await world.deliverEvents();
    const till = new Till(world);
    const payableId = (await till.mine(lan.voice))[0]?.id ?? '';
    await till.declare(hung.voice, [payableId]);
    other = await held(world, 'select 1 from deals where id = $1 for update', [deal.id]);
    const received = till.receive(coop.voice, payableId);
    await other.untilWaiting(1);
    await revoke('RECEIVE_PAYMENT');
    await other.letGo();
    expect(await received).toMatchObject({ code: 'CONSENT_WITHDRAWN' });
    expect(await till.mine(lan.voice)).toMatchObject([{ state: 'DECLARED_PAID' }]);
  });

  it('taken back while the act is being written waits for it: the act stands, and the next is none', async () => {
    await make.grant(lan, coop, 'SELL_FOR');
    other = await held(world, 'lock table assisted_acts in share mode');
    const offered = offerFor(coop);
    await other.untilWaiting(1);
    const revoked = revoke();
    await other.untilWaiting(2);
    expect(await standing()).toBe(1);
    await other.letGo();
    expect(await offered).toMatchObject({ state: 'PUBLISHED' });
    // What was written by then is among what the household is told stays.
    expect(await revoked).toMatchObject({ consequences: [{ kind: 'LOTS_KEPT', count: 1 }] });
    expect(await standing()).toBe(0);
    expect(await offerFor(coop)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
  });

  it('that a stranger tries to take back stops nothing meanwhile', async () => {
    await make.grant(lan, coop, 'SELL_FOR');
    const id = await grantId('SELL_FOR');
    other = await held(world, 'lock table assisted_acts in share mode');
    const offered = offerFor(coop);
    await other.untilWaiting(1);
    expect(await does(await make.grower({}), COUNTER.revoke, { grantId: id })).toMatchObject({
      code: 'GRANT_NOT_FOUND',
    });
    await other.letGo();
    expect(await offered).toMatchObject({ state: 'PUBLISHED' });
  });

  describe('for each of the acts', () => {
    /** What becomes of an act that writes something first and is recorded then. */
    const tried = async (who: Someone, role: Role, kind: AssistedKind): Promise<string> => {
      const { person, party } = who;
      const actor = { personId: person.id, partyId: party.id, role, sessionId: null, locale: 'vi' };
      const deed = { householdId: lan.party.id, kind, subjectId: world.id(), facts: {} };
      const wish = { actor, operation: 'anything', key: world.id(), request: {} } as const;
      const done = await world.app.get(UnitOfWork).once({ ...wish, actor } as never, async (tx) => {
        await tx.query(`update parties set state_reason = $2 where id = $1`, [lan.party.id, kind]);
        await world.app.get(AssistedActs).record(tx, actor as never, deed);
        return 'DONE';
      });
      return typeof done === 'string' ? done : done.refused;
    };
    const reason = async (): Promise<string | null> =>
      (await world.db.query(`select state_reason from parties where id = $1`, [lan.party.id]))[0]
        .state_reason;

    it('there are as many as the schema says', () => {
      expect(EVERY_KIND).toHaveLength(37);
    });

    it.each(EVERY_KIND)('%s stands on the word and falls with it', async (kind) => {
      await trust();
      expect(await tried(coop, 'COOP_CLERK', kind)).toBe('DONE');
      await world.db.query(`update parties set state_reason = null where id = $1`, [lan.party.id]);
      for (const power of POWERS) await revoke(power);
      // A sale is closed by whoever opened it.
      const isClosing = kind === 'BOX_SALE_CLOSED';
      const after = isClosing ? 'DONE' : 'CONSENT_WITHDRAWN';
      expect(await tried(coop, 'COOP_CLERK', kind)).toBe(after);
      expect(await reason()).toBe(isClosing ? kind : null);
    });

    it('an officer keeps the numbers of her commune without a word, and nothing else', async () => {
      const free: AssistedKind[] = [];
      for (const kind of EVERY_KIND)
        if ((await tried(officer, 'COMMUNE_OFFICER', kind)) === 'DONE') free.push(kind);
      expect(free.toSorted()).toEqual([
        'BOX_SALE_CLOSED',
        'CONTAINER_SET',
        'FIELD_EVENT_REPORTED',
        'HARVEST_REPORTED',
        'PLAN_SAVED',
      ]);
    });
  });
});
