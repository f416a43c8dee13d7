import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

const REQUEST = `mutation ($phone: String!) {
  requestOtp(input: { phone: $phone }) { __typename ... on OtpSent { minutes } ... on Refused { code message nextStep field } }
}`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) {
    __typename
    ... on Me { role person { name phone } party { name } memberships { role } }
    ... on Refused { code message nextStep field }
  }
}`;
const VOUCH = `mutation ($input: IssueSignInCodeInput!) { issueSignInCode(input: $input) {
  __typename ... on SignInCode { code expiresAt } ... on Refused { code field } } }`;

describe('signing in by phone', () => {
  let world: World;
  let make: Given;

  beforeAll(async () => {
    world = await World.open('2026-11-23T04:00:00+07:00');
    make = await given(world);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(60));

  it('ID-01 ID-02 sends one code and opens a session with it, once', async () => {
    const lan = await make.grower({ name: 'Nguyễn Thị Lan', phone: '+84912345678' });
    const voice = make.guest();

    expect(await voice.ask(REQUEST, { phone: '0912 345 678' })).toEqual({
      __typename: 'OtpSent',
      minutes: 5,
    });
    const code = await make.codeFor('+84912345678');
    const me = await voice.ask(VERIFY, { phone: '0912345678', code });
    expect(me).toEqual({
      __typename: 'Me',
      role: 'GROWER',
      person: { name: 'Nguyễn Thị Lan', phone: '+84912345678' },
      party: { name: lan.party.name },
      memberships: [{ role: 'GROWER' }],
    });

    expect(await make.guest().ask(VERIFY, { phone: '0912345678', code })).toMatchObject({
      code: 'OTP_WRONG',
    });
  });

  it('ID-02 answers the same for a phone nobody registered', async () => {
    expect(await make.guest().ask(REQUEST, { phone: '0987654321' })).toEqual({
      __typename: 'OtpSent',
      minutes: 5,
    });
  });

  it('ID-02 locks a phone for fifteen minutes after five wrong codes, even for the right one', async () => {
    const phone = '0911111111';
    await make.guest().ask(REQUEST, { phone });
    const code = await make.codeFor('+84911111111');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await make.guest().ask(VERIFY, { phone, code: wrong })).toMatchObject({
        code: 'OTP_WRONG',
        field: 'code',
      });
    }
    expect(await make.guest().ask(VERIFY, { phone, code })).toMatchObject({ code: 'OTP_WRONG' });
    expect(await make.guest().ask(REQUEST, { phone })).toMatchObject({
      code: 'OTP_LOCKED',
      nextStep: 'Chờ 15 phút rồi thử lại.',
    });
    world.clock.pass(16);
    expect(await make.guest().ask(REQUEST, { phone })).toMatchObject({ __typename: 'OtpSent' });
  });

  it('ID-02 lets a code live five minutes', async () => {
    const phone = '0922222222';
    await make.guest().ask(REQUEST, { phone });
    const code = await make.codeFor('+84922222222');
    world.clock.pass(5);
    expect(await make.guest().ask(VERIFY, { phone, code })).toMatchObject({ code: 'OTP_WRONG' });
  });

  it('ID-02 sends at most three codes in a quarter of an hour', async () => {
    const phone = '0933333333';
    for (const minutes of [1, 2, 5]) {
      expect(await make.guest().ask(REQUEST, { phone })).toMatchObject({ __typename: 'OtpSent' });
      world.clock.pass(minutes);
    }
    expect(await make.guest().ask(REQUEST, { phone })).toMatchObject({
      code: 'OTP_TOO_MANY_SENDS',
    });
  });

  it('refuses a number that is no mobile, at its field', async () => {
    expect(await make.guest().ask(REQUEST, { phone: '0123' })).toMatchObject({
      code: 'PHONE_INVALID',
      field: 'phone',
      message: 'Số điện thoại chưa đúng.',
    });
  });

  it('ID-04 lets one person act as another of her parties, and no other', async () => {
    const lan = await make.grower({});
    const other = await make.grower({});
    const trader = await make.trader({ person: lan.person });
    const SWITCH = `mutation ($partyId: ID!, $role: Role!) {
      switchParty(input: { partyId: $partyId, role: $role }) { __typename ... on Me { role } ... on Refused { code } }
    }`;
    expect(await lan.voice.ask(SWITCH, { partyId: trader.party.id, role: 'TRADER' })).toEqual({
      __typename: 'Me',
      role: 'TRADER',
    });
    expect(await lan.voice.ask(SWITCH, { partyId: other.party.id, role: 'GROWER' })).toEqual({
      __typename: 'Refused',
      code: 'PARTY_NOT_YOURS',
    });
  });

  it('registers a household for a newcomer, once however often it is sent', async () => {
    const newcomer = await make.newcomer('+84944444444');
    const CREATE = `mutation ($input: CreateHouseholdInput!) {
      createHousehold(input: $input) { __typename ... on Me { role party { name kind } memberships { role } } ... on Refused { code field } }
    }`;
    const input = {
      clientMutationId: world.id(),
      name: 'Vi Văn Thắng',
      unitId: make.commune('Nghĩa Phương'),
      cropCode: 'NA',
    };
    const once = await newcomer.ask(CREATE, { input });
    expect(once).toMatchObject({
      role: 'GROWER',
      party: { name: 'Vi Văn Thắng', kind: 'HOUSEHOLD' },
      memberships: [{ role: 'GROWER' }],
    });
    expect(await newcomer.ask(CREATE, { input })).toEqual(once);
    expect(await newcomer.ask(CREATE, { input: { ...input, name: 'Người khác' } })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('signs the device out', async () => {
    const lan = await make.grower({});
    expect(await lan.voice.ask('mutation { signOut }')).toBe(true);
    expect((await lan.voice.send('{ me { role } }')).data).toEqual({ me: null });
  });

  describe('a code of an officer', () => {
    let lan: Someone;
    let officer: Someone;
    beforeEach(async () => {
      lan = await make.grower({});
      officer = await make.communeOfficer({});
    });
    const vouch = (phone: string, who = officer, reason = 'Đã xem căn cước') =>
      who.voice.ask<{ code: string }>(VOUCH, {
        input: { clientMutationId: world.id(), phone, reason },
      });
    const enter = (phone: string, code: string) =>
      make.guest().ask<{ __typename: string; code?: string }>(VERIFY, { phone, code });

    it('E10 lets somebody in whom no message reaches, once, within its minutes and its territory', async () => {
      const { phone } = lan.person;
      expect(await vouch(phone, officer, ' ')).toMatchObject({ code: 'VOUCHER_REASON_MISSING' });
      const afar = await make.grower({ commune: 'Bảo Đài' });
      for (const other of [afar.person.phone, '+84966700001', officer.person.phone])
        expect(await vouch(other)).toMatchObject({ code: 'VOUCHER_NOT_YOURS', field: 'phone' });

      const { code } = await vouch(phone);
      expect(code).toMatch(/^\d{6}$/);
      expect(await enter(afar.person.phone, code)).toMatchObject({ code: 'OTP_WRONG' });
      expect(await enter(phone, code)).toMatchObject({ person: { phone } });
      expect(await enter(phone, code)).toMatchObject({ code: 'OTP_WRONG' });

      await world.db.query(`insert into rate_counters values ('otp-wrong', $1, 1000)`, [
        new Date(Math.floor(world.clock.now().getTime() / 3_600_000) * 3_600_000),
      ]);
      const sprayed = await vouch(phone);
      expect(await enter(phone, '12345')).toMatchObject({ code: 'OTP_TOO_MANY_TRIES' });
      expect(await enter(phone, sprayed.code)).toMatchObject({ __typename: 'Me' });
      await world.db.query(`delete from rate_counters where bucket = 'otp-wrong'`);

      const late = await vouch(phone);
      world.clock.pass(15);
      expect(await enter(phone, late.code)).toMatchObject({ code: 'OTP_WRONG' });
      const first = await vouch(phone);
      const second = await vouch(phone);
      if (first.code !== second.code)
        expect(await enter(phone, first.code)).toMatchObject({ code: 'OTP_WRONG' });
      expect(await enter(phone, second.code)).toMatchObject({ __typename: 'Me' });

      const refused = await lan.voice.send(VOUCH, {
        input: { clientMutationId: world.id(), phone: afar.person.phone, reason: 'x' },
      });
      expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
      const acts = await world.db.query(
        `select response from acts where operation = 'issueSignInCode'`,
      );
      expect(JSON.stringify(acts)).not.toContain(second.code);
      expect(
        await world.db.query(`select distinct reason from sign_in_vouchers where issued_by = $1`, [
          officer.person.id,
        ]),
      ).toEqual([{ reason: 'Đã xem căn cước' }]);
    });

    it('E10 is worthless after five wrong tries', async () => {
      const { phone } = lan.person;
      const { code } = await vouch(phone);
      const wrong = code === '000000' ? '111111' : '000000';
      for (let n = 0; n < 5; n += 1) await enter(phone, wrong);
      expect(await enter(phone, code)).toMatchObject({ code: 'OTP_WRONG' });
    });

    it('E8 a number that slept for a year opens nothing by a message alone, and with an officer’s code again', async () => {
      const { phone } = lan.person;
      const byMessage = async () => {
        const stranger = make.guest();
        await stranger.ask(REQUEST, { phone });
        return enter(phone, await make.codeFor(phone));
      };
      expect(await byMessage()).toMatchObject({ __typename: 'Me' });
      await world.db.query(
        `update sessions set last_seen_at = $2::timestamptz - interval '366 days' where person_id = $1`,
        [lan.person.id, world.clock.now()],
      );
      await world.db.query(
        `update people set last_signed_in_at = $2::timestamptz - interval '366 days' where id = $1`,
        [lan.person.id, world.clock.now()],
      );
      world.clock.pass(60);
      expect(await byMessage()).toMatchObject({ code: 'PHONE_ASLEEP' });
      world.clock.pass(60);
      expect(await enter(phone, (await vouch(phone)).code)).toMatchObject({ __typename: 'Me' });
      world.clock.pass(60);
      expect(await byMessage()).toMatchObject({ __typename: 'Me' });
    });
  });
});
