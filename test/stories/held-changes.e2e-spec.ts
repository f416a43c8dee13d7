import { HeldChangesStore } from '../../src/accounts/data/held-changes.store.js';
import { ApplyHeldChanges } from '../../src/accounts/use-cases/apply-held-changes.js';
import { faultOnce } from '../support/fault-once.js';
import { given, type Given, type Someone } from '../support/given.js';
import { SmsProvider } from '../support/sms-provider.js';
import { World } from '../support/world.js';

const REQUEST = `mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) { __typename ... on Me { person { id } } ... on Refused { code } }
}`;
const PHONE = `mutation ($input: ChangePhoneInput!) {
  changePhone(input: $input) { __typename ... on HeldChanges { waiting { id kind masked effectiveAt } } ... on Refused { code field } }
}`;
const PAYOUT = `mutation ($input: ChangePayoutAccountInput!) {
  changePayoutAccount(input: $input) { __typename ... on HeldChanges { waiting { id kind masked } } ... on Refused { code field } }
}`;
const CANCEL = `mutation ($input: CancelHeldChangeInput!) {
  cancelHeldChange(input: $input) { __typename ... on HeldChanges { waiting { id } } ... on Refused { code } }
}`;
const HELD =
  '__typename ... on HeldChanges { waiting { id kind masked } } ... on Refused { code field }';
const ADD = `mutation ($input: AddPartyPersonInput!) { addPartyPerson(input: $input) { ${HELD} } }`;
const REMOVE = `mutation ($input: RemovePartyPersonInput!) { removePartyPerson(input: $input) { ${HELD} } }`;
const PEOPLE = '{ partyPeople { personId phone isSelf } }';
const RECOVER = `mutation ($input: RecoverPartyInput!) { recoverParty(input: $input) {
  __typename ... on PartyFile { id members { phone } } ... on Refused { code field } } }`;
const WAITING = '{ myHeldChanges { id kind masked } }';
const NOTICES = '{ myNotices(first: 10) { nodes { kind text path } } }';

interface Held {
  readonly code?: string;
  readonly waiting: readonly { readonly id: string; readonly masked: string }[];
}

describe('a new number or account for money', () => {
  let world: World;
  let make: Given;
  let provider: SmsProvider;
  let lan: Someone;

  beforeAll(async () => {
    provider = await SmsProvider.open();
    world = await World.open('2026-11-26T08:00:00+07:00', provider.env);
    make = await given(world);
  });
  afterAll(async () => {
    await world.close();
    await provider.close();
  });
  beforeEach(async () => {
    world.clock.pass(24 * 60);
    lan = await make.grower({});
  });

  const apply = (): Promise<void> => world.app.get(ApplyHeldChanges).run();
  const accountOf = async (someone: Someone): Promise<string> => {
    const [row] = await world.db.query(`select bank_account from parties where id = $1`, [
      someone.party.id,
    ]);
    return row.bank_account;
  };
  const payout = (someone: Someone, more: object = {}) =>
    someone.voice.ask<Held>(PAYOUT, {
      input: {
        clientMutationId: world.id(),
        bankBin: '970405',
        bankAccount: '1234 5678 9012',
        ...more,
      },
    });
  const changePhone = async (someone: Someone, newPhone: string) => {
    await someone.voice.ask(REQUEST, { phone: newPhone });
    const code = await make.codeFor(`+84${newPhone.slice(1)}`);
    return someone.voice.ask<Held>(PHONE, {
      input: { clientMutationId: world.id(), newPhone, code },
    });
  };

  it('E7 AD-03 an account waits a day, is told to everybody of the household and to the old number', async () => {
    const son = await make.newcomer('+84966200001');
    await world.db.query(
      `insert into memberships select id, $1, 'GROWER' from people where phone = '+84966200001'`,
      [lan.party.id],
    );
    const before = provider.sent.length;
    expect(await payout(lan)).toMatchObject({ waiting: [{ kind: 'PAYOUT', masked: '12…012' }] });
    await world.deliverEvents();
    for (const voice of [lan.voice, son]) {
      const { nodes } = await voice.ask<{ nodes: { kind: string; text: string }[] }>(NOTICES);
      expect(nodes[0]).toMatchObject({
        kind: 'CHANGE_HELD',
        path: '/app/doi',
        text: expect.stringContaining('Tài khoản nhận tiền sẽ đổi lúc'),
      });
    }
    expect(provider.sent.slice(before).map(({ to }) => to)).toContain(lan.person.phone);

    world.clock.pass(24 * 60 - 1);
    await apply();
    expect(await accountOf(lan)).toBe('0011004567890');
    world.clock.pass(1);
    await apply();
    await apply();
    expect(await accountOf(lan)).toBe('123456789012');
    expect(await lan.voice.ask(WAITING)).toEqual([]);
  });

  it('E7 a fault with one change holds up no other, and is tried again', async () => {
    const thang = await make.grower({});
    await payout(lan);
    await payout(thang);
    world.clock.pass(24 * 60);
    faultOnce(world.app.get(HeldChangesStore), 'setPayout');
    const made = async () =>
      (await Promise.all([lan, thang].map(accountOf))).filter((one) => one === '123456789012');
    await apply();
    expect(await made()).toHaveLength(1);
    await apply();
    expect(await made()).toHaveLength(2);
  });

  it('E7 whoever it concerns stops it in time, and nobody else', async () => {
    const stranger = await make.grower({});
    const { waiting } = await payout(lan);
    const cancel = (someone: Someone) =>
      someone.voice.ask<Held>(CANCEL, {
        input: { clientMutationId: world.id(), changeId: waiting[0]?.id },
      });
    expect(await cancel(stranger)).toMatchObject({ code: 'CHANGE_GONE' });
    expect(await stranger.voice.ask(WAITING)).toEqual([]);
    expect(await payout(lan)).toMatchObject({ code: 'CHANGE_WAITS' });
    expect(await cancel(lan)).toMatchObject({ waiting: [] });
    world.clock.pass(48 * 60);
    await apply();
    expect(await accountOf(lan)).toBe('0011004567890');
    expect(await cancel(lan)).toMatchObject({ code: 'CHANGE_GONE' });
  });

  it('refuses an account that cannot be one, at its field, and whoever has no account at all', async () => {
    expect(await payout(lan, { bankAccount: '12ab' })).toMatchObject({
      code: 'ACCOUNT_INVALID',
      field: 'bankAccount',
    });
    expect(await payout(lan, { bankBin: 'VCB' })).toMatchObject({
      code: 'BANK_UNKNOWN',
      field: 'bankBin',
    });
    const officer = await make.checkpointOfficer({});
    const input = { clientMutationId: world.id(), bankBin: '970405', bankAccount: '123456789' };
    expect((await officer.voice.send(PAYOUT, { input })).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await make.guest().send(WAITING)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('T1 a number is proved by its own code, waits a day, and then signs every device out', async () => {
    const answer = await changePhone(lan, '0966300001');
    expect(answer).toMatchObject({ waiting: [{ kind: 'PHONE', masked: '09…001' }] });
    await world.deliverEvents();
    world.clock.pass(24 * 60);
    await apply();
    expect((await lan.voice.send('{ me { role } }')).data).toEqual({ me: null });
    const fresh = make.guest();
    await fresh.ask(REQUEST, { phone: '0966300001' });
    const code = await make.codeFor('+84966300001');
    expect(await fresh.ask(VERIFY, { phone: '0966300001', code })).toEqual({
      __typename: 'Me',
      person: { id: lan.person.id },
    });
  });

  it('T1 a number that somebody else signed in with meanwhile is not hers: she keeps her own and is told', async () => {
    await changePhone(lan, '0966300002');
    await make.newcomer('+84966300002');
    world.clock.pass(24 * 60);
    await apply();
    await world.deliverEvents();
    const { nodes } = await lan.voice.ask<{ nodes: object[] }>(NOTICES);
    expect(nodes[0]).toMatchObject({ kind: 'SIGN_IN_PHONE_KEPT', path: '/app/doi' });
    expect(await lan.voice.ask(WAITING)).toEqual([]);
    expect(
      await world.db.query(
        `select applied_at from held_changes where person_id = $1 and cancelled_at is not null`,
        [lan.person.id],
      ),
    ).toEqual([{ applied_at: null }]);
  });

  it('A5 a change told again waits once, and is answered as the first time although its code is spent', async () => {
    const newPhone = '0966300009';
    await lan.voice.ask(REQUEST, { phone: newPhone });
    const code = await make.codeFor('+84966300009');
    const input = { clientMutationId: world.id(), newPhone, code };
    const first = await lan.voice.ask<Held>(PHONE, { input });
    expect(first.waiting).toHaveLength(1);
    expect(await lan.voice.ask<Held>(PHONE, { input })).toEqual(first);
    expect(await lan.voice.ask(WAITING)).toHaveLength(1);
  });

  it('T1 refuses the same number, one somebody has, and a wrong code', async () => {
    const thang = await make.grower({ phone: '+84966400001' });
    const own = `0${lan.person.phone.slice(3)}`;
    expect(
      await lan.voice.ask(PHONE, {
        input: { clientMutationId: world.id(), newPhone: own, code: '123456' },
      }),
    ).toMatchObject({ code: 'PHONE_SAME', field: 'newPhone' });
    expect(
      await lan.voice.ask(PHONE, {
        input: { clientMutationId: world.id(), newPhone: '0966400001', code: '123456' },
      }),
    ).toMatchObject({ code: 'OTP_WRONG', field: 'code' });
    expect(await changePhone(lan, '0966400001')).toMatchObject({
      code: 'PHONE_TAKEN',
      field: 'newPhone',
    });
    expect(await thang.voice.ask(WAITING)).toEqual([]);
  });

  describe('more than one number for a household', () => {
    const codeOf = async (someone: Someone, phone: string): Promise<string> => {
      await someone.voice.ask(REQUEST, { phone });
      return make.codeFor(phone);
    };
    const add = async (someone: Someone, phone: string): Promise<Held> =>
      someone.voice.ask(ADD, {
        input: { clientMutationId: world.id(), phone, code: await codeOf(someone, phone) },
      });
    const remove = async (someone: Someone, personId: string): Promise<Held> =>
      someone.voice.ask(REMOVE, {
        input: {
          clientMutationId: world.id(),
          personId,
          code: await codeOf(someone, someone.person.phone),
        },
      });
    const phonesOf = async (someone: Someone): Promise<string[]> =>
      (await someone.voice.ask<{ phone: string }[]>(PEOPLE)).map(({ phone }) => phone);
    const aDayLater = async (): Promise<void> => {
      world.clock.pass(24 * 60);
      await apply();
    };

    it('ID-05 ID-12 a second number comes by its own code after a day; everybody of the household is told', async () => {
      const phone = '+84966500001';
      expect(await add(lan, phone)).toMatchObject({
        waiting: [{ kind: 'PERSON_ADDED', masked: '09…001' }],
      });
      await world.deliverEvents();
      expect(provider.sent.at(-1)).toMatchObject({ to: lan.person.phone });
      expect(await phonesOf(lan)).toEqual([lan.person.phone]);
      await aDayLater();
      expect(await phonesOf(lan)).toEqual([lan.person.phone, phone]);
      expect(await add(lan, phone)).toMatchObject({ code: 'PERSON_THERE', field: 'phone' });

      const son = make.guest();
      await son.ask(REQUEST, { phone });
      const code = await make.codeFor(phone);
      await son.ask(VERIFY, { phone, code });
      expect(await son.ask('{ me { role party { id } } }')).toEqual({
        role: 'GROWER',
        party: { id: lan.party.id },
      });
    });

    it('ID-12 the last number stays; another goes after a day, is told by SMS and acts no more', async () => {
      expect(await remove(lan, lan.person.id)).toMatchObject({ code: 'LAST_PERSON' });
      await add(lan, '+84966500002');
      await aDayLater();
      const [, son] = await lan.voice.ask<{ personId: string }[]>(PEOPLE);
      const stranger = await make.grower({});
      expect(await remove(stranger, son?.personId ?? '')).toMatchObject({ code: 'PERSON_GONE' });
      world.clock.pass(10);
      expect(await remove(lan, son?.personId ?? '')).toMatchObject({
        waiting: [{ kind: 'PERSON_REMOVED', masked: '09…002' }],
      });
      await world.deliverEvents();
      expect(provider.sent.at(-1)).toMatchObject({
        to: '+84966500002',
        text: expect.stringContaining('bot so nay'),
      });
      await aDayLater();
      expect(await phonesOf(lan)).toEqual([lan.person.phone]);
    });

    it('ID-12 keeps one when both ask that the other goes, and in the schema besides', async () => {
      await add(lan, '+84966500003');
      await aDayLater();
      const [, second] = await lan.voice.ask<{ personId: string }[]>(PEOPLE);
      await remove(lan, lan.person.id);
      world.clock.pass(10);
      await remove(lan, second?.personId ?? '');
      await aDayLater();
      expect(
        await world.db.query(`select 1 from memberships where party_id = $1`, [lan.party.id]),
      ).toHaveLength(1);
      await expect(
        world.db.query(`delete from memberships where party_id = $1`, [lan.party.id]),
      ).rejects.toMatchObject({ constraint: 'party_keeps_somebody' });
    });

    it('ID-12 an administrator gives an orphaned cooperative back, with a reason on record; others cannot', async () => {
      const coop = await make.coopClerk({});
      const admin = await make.admin({});
      const input = {
        partyId: coop.party.id,
        phone: '0966500004',
        reason: 'Người cũ đã xóa tên khỏi chợ',
      };
      const recover = (who: Someone) =>
        who.voice.send(RECOVER, { input: { ...input, clientMutationId: world.id() } });
      expect((await recover(admin)).data).toMatchObject({
        recoverParty: { code: 'PARTY_HAS_PEOPLE' },
      });
      await world.db.query(`update people set erased_at = now() where id = $1`, [coop.person.id]);
      await world.db.query(`delete from memberships where person_id = $1`, [coop.person.id]);
      expect((await recover(lan)).errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await recover(admin)).data).toMatchObject({
        recoverParty: { id: coop.party.id, members: null },
      });
      const [kept] = await world.db.query(
        `select reason, recovered_by from party_recoveries where party_id = $1`,
        [coop.party.id],
      );
      expect(kept).toEqual({ reason: input.reason, recovered_by: admin.person.id });
      expect(
        await world.db.query(
          `select p.phone from people p join memberships m on m.person_id = p.id where m.party_id = $1`,
          [coop.party.id],
        ),
      ).toEqual([{ phone: '+84966500004' }]);
    });
  });
});
