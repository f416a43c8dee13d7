import type { Voice } from '../support/ask.js';
import { given, type Given } from '../support/given.js';
import { World } from '../support/world.js';

const REQUEST = `mutation ($phone: String!) {
  requestOtp(input: { phone: $phone }) { __typename ... on Refused { code } }
}`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) { __typename ... on Me { role } ... on Refused { code } }
}`;
const DEVICES = '{ myDevices { id name isThis } }';
const END = `mutation ($input: SignOutDeviceInput!) {
  signOutDevice(input: $input) { __typename ... on DevicesSignedOut { count } ... on Refused { code } }
}`;
const END_OTHERS = `mutation ($input: SignOutOtherDevicesInput!) {
  signOutOtherDevices(input: $input) { __typename ... on DevicesSignedOut { count } ... on Refused { code } }
}`;
const NOTICES = '{ myNotices(first: 10) { nodes { kind text path } } }';
const CHANGE_PHONE = `mutation ($input: ChangePhoneInput!) {
  changePhone(input: $input) { __typename ... on Refused { code } }
}`;
const SET_PIN = `mutation ($input: SetPinInput!) { setPin(input: $input) { __typename } }`;
const RESET_PIN = `mutation ($input: ResetPinInput!) { resetPin(input: $input) { __typename ... on Refused { code } } }`;
const ANDROID = {
  'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile Safari/537.36',
};

interface Device {
  readonly id: string;
  readonly name: string | null;
  readonly isThis: boolean;
}

describe('the devices of a person', () => {
  let world: World;
  let make: Given;

  beforeAll(async () => {
    world = await World.open('2026-11-26T08:00:00+07:00');
    make = await given(world);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(60));

  const national = (phone: string): string => `0${phone.slice(3)}`;
  const signIn = async (phone: string, voice: Voice = make.guest(ANDROID)): Promise<Voice> => {
    await voice.ask(REQUEST, { phone: national(phone) });
    const code = await make.codeFor(phone);
    await voice.ask(VERIFY, { phone: national(phone), code });
    return voice;
  };

  it('ID-13 are listed by name, and one of them is signed out from another', async () => {
    const phone = '+84912100001';
    await make.grower({ phone });
    const old = await signIn(phone);
    world.clock.pass(20);
    const fresh = await signIn(phone, make.guest());
    const devices = await fresh.ask<Device[]>(DEVICES);
    expect(devices.map(({ name, isThis }) => [name, isThis])).toEqual([
      [null, true],
      ['Chrome · Android', false],
      [null, false],
    ]);
    const end = (voice: Voice, deviceId: string) =>
      voice.ask(END, { input: { clientMutationId: world.id(), deviceId } });
    expect(await end(fresh, devices[1]?.id ?? '')).toEqual({
      __typename: 'DevicesSignedOut',
      count: 1,
    });
    expect((await old.send(DEVICES)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');

    const stranger = await make.grower({});
    expect(await end(stranger.voice, devices[0]?.id ?? '')).toMatchObject({
      code: 'DEVICE_UNKNOWN',
    });
    expect((await make.guest().send(DEVICES)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('E9 all others end with one press, and the one in hand stays', async () => {
    const phone = '+84912100002';
    const lan = await make.grower({ phone });
    const inHand = await signIn(phone);
    const input = { clientMutationId: world.id() };
    expect(await inHand.ask(END_OTHERS, { input })).toMatchObject({ count: 1 });
    expect(await inHand.ask(END_OTHERS, { input })).toMatchObject({ count: 1 });
    expect((await lan.voice.send(DEVICES)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await inHand.ask<Device[]>(DEVICES)).toHaveLength(1);
  });

  it('T1 a new one is told to the person on those she had, once, and an old one is not', async () => {
    const phone = '+84912100003';
    const lan = await make.grower({ phone });
    const son = await make.newcomer('+84912100004');
    await world.db.query(
      `insert into memberships select id, $1, 'GROWER' from people where phone = '+84912100004'`,
      [lan.party.id],
    );
    const added = await signIn(phone);
    await world.deliverEvents();
    world.clock.pass(20);
    await signIn(phone, added);
    await world.deliverEvents();
    const { nodes } = await lan.voice.ask<{ nodes: object[] }>(NOTICES);
    expect(nodes).toEqual([
      expect.objectContaining({
        kind: 'DEVICE_ADDED',
        path: '/app/may',
        text: expect.stringContaining('Chrome · Android vừa đăng nhập bằng số của bạn'),
      }),
    ]);
    expect((await son.ask<{ nodes: object[] }>(NOTICES)).nodes).toEqual([]);
  });

  it('T1 whoever took her SIM and acts for no profile is told of all the same: the browser, the number, the profile’s code', async () => {
    const phone = '+84912100007';
    const lan = await make.grower({ phone });
    await lan.voice.ask(SET_PIN, { input: { clientMutationId: world.id(), pin: '2580' } });
    const thief = await signIn(phone);
    expect(await thief.ask('{ me { role } }')).toEqual({ role: 'NEWCOMER' });
    const codeTo = async (number: string): Promise<string> => {
      world.clock.pass(10);
      await thief.ask(REQUEST, { phone: national(number) });
      return make.codeFor(number);
    };
    const newPhone = '0912100008';
    const code = await codeTo('+84912100008');
    expect(
      await thief.ask(CHANGE_PHONE, { input: { clientMutationId: world.id(), newPhone, code } }),
    ).toMatchObject({ __typename: 'HeldChanges' });
    const input = {
      clientMutationId: world.id(),
      partyId: lan.party.id,
      code: await codeTo(phone),
    };
    expect(await thief.ask(RESET_PIN, { input })).toMatchObject({ __typename: 'PinSet' });
    await world.deliverEvents();
    const { nodes } = await lan.voice.ask<{ nodes: object[] }>(NOTICES);
    expect(nodes).toEqual(
      ['PIN_RESET', 'CHANGE_HELD', 'DEVICE_ADDED'].map((kind) => expect.objectContaining({ kind })),
    );
    expect(nodes).toContainEqual(
      expect.objectContaining({
        text: expect.stringContaining('Mã bốn số của một hồ sơ dùng số này vừa được bỏ'),
        path: '/app/may',
      }),
    );
  });

  it('E5 a code asked for by a known browser works in that browser alone', async () => {
    const phone = '+84912100005';
    const own = await signIn(phone);
    world.clock.pass(20);
    await own.ask(REQUEST, { phone: national(phone) });
    const code = await make.codeFor(phone);
    expect(await make.guest().ask(VERIFY, { phone: national(phone), code })).toMatchObject({
      code: 'OTP_WRONG',
    });
    expect(await own.ask(VERIFY, { phone: national(phone), code })).toMatchObject({
      __typename: 'Me',
    });
  });

  it('E11 the cookie is out of reach of scripts and other sites, and the table keeps hashes alone', async () => {
    const phone = '+84912100006';
    const voice = make.guest();
    const asked = await voice.send(REQUEST, { phone: national(phone) });
    const code = await make.codeFor(phone);
    const verified = await voice.send(VERIFY, { phone: national(phone), code });
    const cookies = [...asked.cookies, ...verified.cookies];
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['clns-may', 'clns']);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly;.*SameSite=Lax|SameSite=Lax/);
    expect(cookies.every((cookie) => cookie.includes('HttpOnly'))).toBe(true);
    const secrets = cookies.map((cookie) =>
      cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';')),
    );
    const kept: object[] = await world.db.query(
      `select to_jsonb(s) from sessions s union all select to_jsonb(o) from otp_challenges o`,
    );
    for (const secret of [...secrets, code])
      expect(JSON.stringify(kept)).not.toContain(`"${secret}"`);
  });
});
