import { ApplyHeldChanges } from '../../src/accounts/use-cases/apply-held-changes.js';
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
});
