import { given, type Given } from '../support/given.js';
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
});
