import { ApplyHeldChanges } from '../../src/accounts/use-cases/apply-held-changes.js';
import { Forgetters } from '../../src/privacy/forgetters.js';
import { Forget } from '../../src/privacy/use-cases/forget.js';
import { givenDeal } from '../support/given-weighing.js';
import { faultOnce } from '../support/fault-once.js';
import { given, type Given, type Someone } from '../support/given.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

const ERASE = `mutation ($input: DataSubjectInput!) {
  anonymisePerson(input: $input) { __typename ... on ErasureState { erasure { effectiveAt dueAt } } ... on Refused { code message } }
}`;
const CANCEL = `mutation ($input: DataSubjectInput!) {
  cancelErasure(input: $input) { __typename ... on ErasureState { erasure { id } } ... on Refused { code } }
}`;
const PAYOUT = `mutation ($input: ChangePayoutAccountInput!) { changePayoutAccount(input: $input) { __typename } }`;
const DEAL = `query ($id: ID!) { deal(id: $id) { household { name phone } } }`;
const SAID = ['cổng xanh nhà Hoa', 'con ốm', 'VG-HOA-1', 'Hoa chưa thấy tiền', 'Na cho Hoa'];

describe('being forgotten', () => {
  let world: World;
  let make: Given;
  let trader: Someone;
  let lan: Someone;

  const input = (more: object = {}) => ({
    input: { clientMutationId: world.id(), personId: null, ...more },
  });
  const deal = (household: Someone, buyer = trader) =>
    givenDeal(make, { buyer, household, lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }] });
  /** What somebody says of herself beside her name, wherever it may be said. */
  const saidOf = async ({ person, party }: Someone): Promise<void> => {
    await world.db.query(
      `update lots set pickup_note = 'cổng xanh nhà Hoa', close_note = 'con ốm' where household_id = $1`,
      [party.id],
    );
    await world.db.query(
      `insert into claims (id, household_id, kind, number, valid_from, created_by, created_at)
       values (gen_random_uuid(), $1, 'VIETGAP', 'VG-HOA-1', vn_day($3::timestamptz), $2, $3)`,
      [party.id, person.id, world.clock.now()],
    );
    await world.db.query(
      `insert into help_calls (id, household_id, person_id, note, asked_at)
       values (gen_random_uuid(), $1, $2, 'Hoa chưa thấy tiền', $3)`,
      [party.id, person.id, world.clock.now()],
    );
    await world.db.query(
      `insert into saved_searches (id, person_id, party_id, name, filter, alerts, created_at)
       values (gen_random_uuid(), $2, $1, 'Na cho Hoa', '{}', false, $3)`,
      [party.id, person.id, world.clock.now()],
    );
    await world.db.query(
      `insert into assisted_acts (id, household_id, party_id, person_id, role, kind, subject_id, facts, before, created_at)
       select gen_random_uuid(), $1, $3, $4, 'COOP_CLERK', kind, gen_random_uuid(), facts::jsonb, before::jsonb, $2
       from (values ('LOT_CHANGED', '{}', '{"pickupNote": "cổng xanh nhà Hoa"}'),
                    ('CLAIM_DECLARED', '{"number": "VG-HOA-1"}', null)) as said (kind, facts, before)`,
      [party.id, world.clock.now(), lan.party.id, lan.person.id],
    );
  };
  const erase = async (at?: Date): Promise<void> => {
    if (at) world.clock.moveTo(at);
    await world.app.get(Forget).erase();
  };

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    trader = await make.trader({ name: 'Vựa Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });
  afterAll(() => world.close());

  it('E7 waits a day, in which it can be taken back', async () => {
    const thang = await make.grower({});
    const asked = await thang.voice.ask(ERASE, input());
    const now = world.clock.now();
    expect(asked).toMatchObject({
      erasure: { effectiveAt: new Date(now.getTime() + 86_400_000).toISOString() },
    });
    expect(await thang.voice.ask(ERASE, input())).toMatchObject({ code: 'ERASURE_WAITS' });
    expect(await lan.voice.ask(CANCEL, input({ personId: thang.person.id }))).toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
    expect(await thang.voice.ask(CANCEL, input())).toEqual({
      __typename: 'ErasureState',
      erasure: null,
    });
    expect(await thang.voice.ask(CANCEL, input())).toMatchObject({ code: 'NO_ERASURE' });
    await erase(new Date(now.getTime() + 2 * 86_400_000));
    expect(await thang.voice.ask('{ me { person { phone } } }')).toEqual({
      person: { phone: thang.person.phone },
    });
  });

  it('AD-05 G3 forgets name, number and sign-ins within two working days; weighed kilograms and sums stay', async () => {
    const household = await make.grower({ name: 'Vi Thị Hoa' });
    const buyer = await make.trader({});
    const { id, orderId } = await deal(household, buyer);
    expect(await household.voice.ask(ERASE, input())).toMatchObject({ code: 'STILL_OWED' });

    const till = new Till(world);
    await new Scale(world).agree(buyer.voice, household.voice, id, [
      { grade: 'L1', kg: 50, crates: 1 },
    ]);
    await world.deliverEvents();
    const [owed] = (await till.ofOrder(buyer.voice, orderId))?.payables ?? [];
    await till.declare(buyer.voice, [owed?.id ?? '']);
    await till.receive(household.voice, owed?.id ?? '');
    await world.deliverEvents();
    const sums = () =>
      world.db.query(
        `select (select sum(amount_vnd) from payables) as vnd, (select sum(payable_g) from weigh_tickets) as grams,
                (select count(*) from deals) as deals, (select sum(weighed_g) from lot_grades) as weighed`,
      );
    const before = await sums();

    const now = world.clock.now();
    await saidOf(household);
    const asked = await household.voice.ask<{ erasure: { dueAt: string } }>(ERASE, input());
    await erase();
    expect((await household.voice.send('{ me { role } }')).data).toEqual({
      me: { role: 'GROWER' },
    });
    const dayLater = new Date(now.getTime() + 86_400_000);
    expect(dayLater.getTime()).toBeLessThanOrEqual(Date.parse(asked.erasure.dueAt));
    await erase(dayLater);
    await erase();

    expect((await household.voice.send('{ me { role } }')).data).toEqual({ me: null });
    expect(await sums()).toEqual(before);
    const everything = await world.db.query(
      `select to_jsonb(p) from people p where p.id = $1 union all
       select to_jsonb(p) from parties p where p.id = $2 union all
       select to_jsonb(s) from sessions s where s.person_id = $1 union all
       select to_jsonb(n) from notices n where n.person_id = $1 union all
       select to_jsonb(l) from lots l where l.household_id = $2 union all
       select to_jsonb(c) from claims c where c.household_id = $2 union all
       select to_jsonb(h) from help_calls h where h.household_id = $2 union all
       select to_jsonb(a) from assisted_acts a where a.household_id = $2 union all
       select to_jsonb(s) from saved_searches s where s.person_id = $1`,
      [household.person.id, household.party.id],
    );
    const left = JSON.stringify(everything);
    for (const word of [
      'Vi Thị Hoa',
      ...SAID,
      household.person.phone,
      '0011004567890',
      '"device": "test"',
    ])
      expect(left).not.toContain(word);
    expect(await buyer.voice.ask(DEAL, { id })).toEqual({
      household: { name: 'Hộ đã xóa tên', phone: null },
    });
  });

  it('ID-05 G3 of households that share a telephone only the one that asked is forgotten; the last takes the number with it', async () => {
    const mother = await make.grower({ name: 'Lục Thị Mẹ' });
    const son = await make.grower({ name: 'Lục Văn Con', person: mother.person });
    await world.db.query(`update people set name = 'Lục Thị Mẹ' where id = $1`, [mother.person.id]);
    await deal(son);
    await world.db.query(
      `insert into notices (id, person_id, party_id, event_id, kind, facts, path, due_at, created_at)
       select gen_random_uuid(), $1, unnest($2::uuid[]), gen_random_uuid(), 'HOUSEHOLD_ENTERED',
              '{"by": "HTX"}', '/app', null, $3`,
      [mother.person.id, [mother.party.id, son.party.id], world.clock.now()],
    );
    const known = (): Promise<object[]> =>
      world.db.query(
        `select p.name, p.state, p.bank_account as account from parties p where p.id = any($1) order by p.id = $2 desc`,
        [[mother.party.id, son.party.id], mother.party.id],
      );
    const sonBefore = (await known())[1];
    const now = world.clock.now();
    expect(await mother.voice.ask(ERASE, input())).toMatchObject({ __typename: 'ErasureState' });
    const waits = '{ myErasure { effectiveAt } }';
    expect(await mother.voice.ask(waits)).not.toBeNull();
    expect(await son.voice.ask(waits)).toBeNull();
    expect(await son.voice.ask(CANCEL, input())).toMatchObject({ code: 'NO_ERASURE' });
    await erase(new Date(now.getTime() + 86_400_000));

    expect(await known()).toEqual([
      { name: 'Hộ đã xóa tên', state: 'CLOSED', account: null },
      sonBefore,
    ]);
    expect(await son.voice.ask('{ me { role person { name phone } } }')).toEqual({
      role: 'GROWER',
      person: { name: 'Lục Văn Con', phone: mother.person.phone },
    });
    expect(await mother.voice.ask('{ me { role memberships { party { name } } } }')).toEqual({
      role: 'NEWCOMER',
      memberships: [{ party: { name: 'Lục Văn Con' } }],
    });
    const left = await world.db.query(
      `select party_id from notices where person_id = $1 and party_id = $2`,
      [mother.person.id, mother.party.id],
    );
    expect(left).toEqual([]);

    expect(await son.voice.ask(ERASE, input())).toMatchObject({ code: 'STILL_OWED' });
    await world.db.query(`update deals set state = 'CANCELLED' where household_id = $1`, [
      son.party.id,
    ]);
    await son.voice.ask(ERASE, input());
    await erase(new Date(now.getTime() + 2 * 86_400_000));
    expect((await known())[1]).toMatchObject({ name: 'Hộ đã xóa tên' });
    expect(
      await world.db.query(`select 1 from people where phone = $1`, [mother.person.phone]),
    ).toEqual([]);
  });

  it('AD-05 E7 what waited when she was forgotten, in one profile or wholly, writes no account back', async () => {
    const mother = await make.grower({});
    const son = await make.grower({ person: mother.person });
    for (const who of [mother, son]) {
      const asked = world.clock.now();
      await who.voice.ask(ERASE, input());
      world.clock.pass(1);
      const account = { bankBin: '970405', bankAccount: '998877665544' };
      const wish = { input: { clientMutationId: world.id(), ...account } };
      expect(await who.voice.ask(PAYOUT, wish)).toEqual({ __typename: 'HeldChanges' });
      await erase(new Date(asked.getTime() + 86_400_000));
      world.clock.pass(1);
      await world.app.get(ApplyHeldChanges).run();
      expect(
        await world.db.query(
          `select p.state, p.bank_account as account, h.bank_account as held
           from parties p left join held_changes h on h.party_id = p.id where p.id = $1`,
          [who.party.id],
        ),
      ).toEqual([{ state: 'CLOSED', account: null, held: null }]);
    }
  });

  it('G3 a clerk who grows herself is not forgotten at home from the desk of the cooperative', async () => {
    const home = await make.grower({ name: 'Hoàng Thị Thư' });
    const desk = await make.coopClerk({ name: 'HTX Đất Lành', person: home.person });
    expect(await desk.voice.ask(ERASE, input())).toMatchObject({
      code: 'ERASURE_OF_OTHER_PROFILE',
    });
    expect(await home.voice.ask(ERASE, input())).toMatchObject({ __typename: 'ErasureState' });
    expect(await home.voice.ask(CANCEL, input())).toMatchObject({ erasure: null });
  });

  it('G3 a fault with one of them holds up nobody else, and is tried again', async () => {
    const asked = [await make.grower({}), await make.grower({})];
    for (const one of asked) await one.voice.ask(ERASE, input());
    const known = () => Promise.all(asked.map((one) => one.voice.ask('{ me { role } }')));
    world.clock.pass(24 * 60);
    faultOnce(world.app.get(Forgetters), 'person');
    await erase();
    expect((await known()).filter((me) => me === null)).toHaveLength(1);
    await erase();
    expect(await known()).toEqual([null, null]);
  });

  it('G4 codes, counters and old sign-ins are gone when their time is over', async () => {
    const phone = '0966000001';
    await make
      .guest()
      .ask(`mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`, {
        phone,
      });
    const left = () =>
      world.db.query(
        `select (select count(*)::int from otp_challenges where phone = '+84966000001') as codes,
                (select count(*)::int from rate_counters where window_start <= $1) as counters`,
        [world.clock.now()],
      );
    await world.app.get(Forget).forgetOld();
    expect(await left()).toEqual([{ codes: 1, counters: expect.any(Number) }]);
    world.clock.pass(3 * 24 * 60);
    await world.app.get(Forget).forgetOld();
    expect(await left()).toEqual([{ codes: 0, counters: 0 }]);
  });
});
