import type { Voice } from '../support/ask.js';
import { given, type Given } from '../support/given.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const REQUEST = `mutation ($phone: String!) {
  requestOtp(input: { phone: $phone }) { __typename ... on OtpSent { minutes } ... on Refused { code message nextStep field } }
}`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) { __typename ... on Refused { code message nextStep field } }
}`;

/** As production counts, on a clock that stands. */
describe('codes are counted', () => {
  let world: World;
  let make: Given;

  beforeAll(async () => {
    world = await World.open('2026-11-26T01:00:00+07:00', {
      OTP_DAY_BUDGET_VND: '32000',
    });
    Object.assign(world.config.otpBudgets, {
      perPhoneHour: 5,
      perPhoneDay: 10,
      perNetworkHour: 1000,
      perDeviceHour: 1000,
      perPrefixDay: 12,
    });
    make = await given(world);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.pass(24 * 60);
  });

  const national = (phone: string): string => `0${phone.slice(3)}`;
  const ask = (phone: string, voice: Voice = make.guest()) =>
    voice.ask<{ __typename: string; code?: string }>(REQUEST, { phone: national(phone) });

  it('E1 a minute after the first, two after the second; not at all after one that was used', async () => {
    const phone = '+84971000001';
    expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
    expect(await ask(phone)).toMatchObject({
      code: 'OTP_WAIT',
      nextStep: 'Chờ 60 giây rồi hãy xin mã khác.',
    });
    world.clock.pass(1);
    expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
    world.clock.pass(1);
    expect(await ask(phone)).toMatchObject({ code: 'OTP_WAIT' });
    await make.guest().ask(VERIFY, { phone: national(phone), code: await make.codeFor(phone) });
    expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
  });

  it('ID-02: three codes in any quarter of an hour for one number, to the millisecond, whatever hour it began in', async () => {
    const phone = '+84972000002';
    const start = world.clock.now().getTime() + 14 * 60_000;
    const at = (ms: number): void => world.clock.moveTo(new Date(start + ms));
    for (const minute of [0, 1, 3]) {
      at(minute * 60_000);
      expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
    }
    for (const ms of [8 * 60_000, 15 * 60_000 - 1]) {
      at(ms);
      expect(await ask(phone)).toMatchObject({ code: 'OTP_TOO_MANY_SENDS' });
    }
    at(15 * 60_000);
    expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
    const [{ sent }] = await world.db.query(
      `select count(*)::int as sent from otp_challenges where phone = $1 and created_at > $2`,
      [phone, new Date(start)],
    );
    expect(sent).toBe(3);
  });

  it('ID-02: who presses again while she must wait waits no longer, and takes nothing of her network', async () => {
    const budgets = { ...world.config.otpBudgets };
    Object.assign(world.config.otpBudgets, { perNetworkHour: 6 });
    const phone = '+84972000005';
    const start = world.clock.now().getTime();
    const at = (minute: number): void => world.clock.moveTo(new Date(start + minute * 60_000));
    for (const minute of [0, 1, 3, 15, 20]) {
      at(minute);
      expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
    }
    for (const minute of [44, 49, 54, 59]) {
      at(minute);
      expect(await ask(phone)).toMatchObject({ code: 'OTP_TOO_MANY_SENDS' });
    }
    expect(await ask('+84976000005')).toMatchObject({ __typename: 'OtpSent' });
    at(60);
    expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
    Object.assign(world.config.otpBudgets, budgets);
    at(0);
  });

  it('ID-02: who asks many times at once is sent no more than three', async () => {
    const phone = '+84972000003';
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(phone)));
    expect(answers.filter(({ __typename }) => __typename === 'OtpSent')).toHaveLength(3);
    const [{ sent }] = await world.db.query(
      `select coalesce(sum(count), 0)::int as sent from rate_counters
       where bucket like 'otp-send:%' and window_start = $1`,
      [world.clock.now()],
    );
    expect(sent).toBe(3);
  });

  it('ID-02: a code lives five minutes, is good once, and takes five tries', async () => {
    const phone = '+84972000004';
    const verify = (code: string) =>
      make
        .guest()
        .ask<{ __typename: string; code?: string }>(VERIFY, { phone: national(phone), code });
    await ask(phone);
    const late = await make.codeFor(phone);
    world.clock.pass(5);
    expect(await verify(late)).toMatchObject({ code: 'OTP_WRONG' });
    await ask(phone);
    const tried = await make.codeFor(phone);
    for (let n = 0; n < 4; n += 1) expect(await verify('x')).toMatchObject({ code: 'OTP_WRONG' });
    expect(await verify(tried)).toMatchObject({ __typename: 'Me' });
    expect(await verify(tried)).toMatchObject({ code: 'OTP_WRONG' });
    world.clock.pass(15);
    await ask(phone);
    const spent = await make.codeFor(phone);
    for (let n = 0; n < 5; n += 1) await verify('x');
    expect(await verify(spent)).toMatchObject({ code: 'OTP_WRONG' });
  });

  it('ID-02 §4.4 five in any hour and ten a day for one phone', async () => {
    const phone = '+84972000001';
    const sent: number[] = [];
    for (let minute = 0; minute < 180; minute += 5) {
      if ((await ask(phone)).code === undefined) sent.push(minute);
      world.clock.pass(5);
    }
    expect(sent).toHaveLength(10);
    for (const first of sent)
      expect(
        sent.filter((minute) => minute >= first && minute < first + 60).length,
      ).toBeLessThanOrEqual(5);
  });

  it('E6 twelve a day for ten thousand numbers side by side', async () => {
    const got: (string | undefined)[] = [];
    for (let n = 0; n < 14; n += 1)
      got.push((await ask(`+849730000${String(n).padStart(2, '0')}`)).code);
    expect(got.slice(0, 12).every((code) => code === undefined)).toBe(true);
    expect(got.slice(12)).toEqual(['OTP_TOO_MANY_SENDS', 'OTP_TOO_MANY_SENDS']);
  });

  it('E3 so many an hour for one network, and for one browser', async () => {
    const budgets = { ...world.config.otpBudgets };
    Object.assign(world.config.otpBudgets, { perNetworkHour: 2 });
    const got: (string | undefined)[] = [];
    for (let n = 0; n < 3; n += 1) got.push((await ask(`+8496${n}000001`)).code);
    expect(got).toEqual([undefined, undefined, 'OTP_TOO_MANY_SENDS']);
    world.clock.pass(59.99);
    expect(await ask('+84963000001')).toMatchObject({ code: 'OTP_TOO_MANY_SENDS' });
    world.clock.pass(0.01);
    expect(await ask('+84963000001')).toMatchObject({ __typename: 'OtpSent' });

    Object.assign(world.config.otpBudgets, { perNetworkHour: 1000, perDeviceHour: 2 });
    const browser = make.guest();
    const ofOne: (string | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) ofOne.push((await ask(`+8496${n}000002`, browser)).code);
    // Its first request came before it had a mark.
    expect(ofOne).toEqual([undefined, undefined, undefined, 'OTP_TOO_MANY_SENDS']);
    Object.assign(world.config.otpBudgets, budgets);
  });

  it('E6 no more money than a day may cost, and a fifth of it is for browsers that are known', async () => {
    const phone = '+84974000001';
    const known = make.guest();
    await ask(phone, known);
    await known.ask(VERIFY, { phone: national(phone), code: await make.codeFor(phone) });
    // 32,000 đ buy forty messages at 800 đ; thirty-two of them go to browsers nobody knows.
    await world.db.query(
      `update rate_counters set count = 32 where bucket = 'otp-send-day' and window_start > $1`,
      [new Date(world.clock.now().getTime() - 24 * 3_600_000)],
    );
    expect(await ask('+84975000001')).toMatchObject({ code: 'OTP_DAY_SPENT' });
    world.clock.pass(20);
    expect(await ask(phone, known)).toMatchObject({ __typename: 'OtpSent' });
    const day = await world.db.query(
      `select count from rate_counters where bucket = 'otp-send-day' order by window_start desc limit 1`,
    );
    expect(day).toEqual([{ count: 34 }]);
  });

  it('E2 the counters lie in the database, so that another process goes on counting', async () => {
    const phone = '+84976000001';
    await ask(phone);
    const buckets: { bucket: string }[] = await world.db.query(
      `select bucket from rate_counters where window_start > $1`,
      [new Date(world.clock.now().getTime() - 24 * 3_600_000)],
    );
    const kinds = new Set(buckets.map(({ bucket }) => bucket.split(':')[0]));
    for (const kind of ['otp-send', 'otp-send-hour', 'otp-send-day', 'otp-send-net'])
      expect(kinds).toContain(kind);
    expect(JSON.stringify(buckets)).not.toContain('976000001');
  });

  it('E3 a thousand wrong codes stop strangers, and let in who was here before', async () => {
    const phone = '+84977000001';
    const known = make.guest();
    await ask(phone, known);
    await known.ask(VERIFY, { phone: national(phone), code: await make.codeFor(phone) });
    world.clock.pass(60);
    await ask('+84978000001');
    const strange = await make.codeFor('+84978000001');
    await ask(phone, known);
    const own = await make.codeFor(phone);
    await world.db.query(`insert into rate_counters values ('otp-wrong', $1, 1000)`, [
      new Date(Math.floor(world.clock.now().getTime() / 3_600_000) * 3_600_000),
    ]);
    expect(await make.guest().ask(VERIFY, { phone: '0978000001', code: strange })).toMatchObject({
      code: 'OTP_TOO_MANY_TRIES',
    });
    expect(await known.ask(VERIFY, { phone: national(phone), code: own })).toMatchObject({
      __typename: 'Me',
    });
  });

  it('E3 a wrong code costs everybody a try only where a code lives, and its own network always', async () => {
    const counted = async () => {
      const rows: { bucket: string; count: number }[] = await world.db.query(
        `select bucket, count from rate_counters where bucket like 'otp-wrong%' and window_start > $1`,
        [new Date(world.clock.now().getTime() - 3_600_000)],
      );
      const of = (kind: string) =>
        rows.find(({ bucket }) => bucket.split(':')[0] === kind)?.count ?? 0;
      return { everybody: of('otp-wrong'), network: of('otp-wrong-ip') };
    };
    const guess = (phone: string) =>
      make.guest().ask<{ code?: string }>(VERIFY, { phone, code: 'x' });
    expect(await guess('0978000002')).toMatchObject({ code: 'OTP_WRONG' });
    expect(await counted()).toEqual({ everybody: 0, network: 1 });
    await ask('+84978000003');
    await guess('0978000003');
    expect(await counted()).toEqual({ everybody: 1, network: 2 });
    const right = await make.codeFor('+84978000003');
    await make.guest().ask(VERIFY, { phone: '0978000003', code: right });
    expect(await counted()).toEqual({ everybody: 1, network: 2 });

    await world.db.query(`update rate_counters set count = 198 where bucket like 'otp-wrong-ip:%'`);
    const atOnce = await Promise.all([4, 5, 6, 7, 8].map((n) => guess(`097800000${n}`)));
    expect(atOnce.filter(({ code }) => code === 'OTP_WRONG')).toHaveLength(2);
    expect(atOnce.filter(({ code }) => code === 'OTP_TOO_MANY_TRIES')).toHaveLength(3);
  });

  it('E3 a network that has spent its own messages spends none of a phone’s, and still sends to browsers that were here before', async () => {
    const phone = '+84977000002';
    const { perNetworkHour } = world.config.otpBudgets;
    const own = '+84977000003';
    const known = make.guest();
    await ask(own, known);
    await known.ask(VERIFY, { phone: national(own), code: await make.codeFor(own) });
    Object.assign(world.config.otpBudgets, { perNetworkHour: 0 });
    for (let n = 0; n < 4; n += 1)
      expect(await ask(phone)).toMatchObject({ code: 'OTP_TOO_MANY_SENDS' });
    expect(await ask(own, known)).toMatchObject({ __typename: 'OtpSent' });
    Object.assign(world.config.otpBudgets, { perNetworkHour });
    expect(await ask(phone)).toMatchObject({ __typename: 'OtpSent' });
  });

  it('E4 asks and tells the same of a phone that is known and of one that is not', async () => {
    const registered = '+84979000001';
    const nobody = '+84979000002';
    await make.grower({ phone: registered });
    const seen = async (phone: string) => {
      const answers: object[] = [];
      const statements = await statementsOf(async () => {
        const asked = await make.guest().send(REQUEST, { phone: national(phone) });
        const wrong = await make.guest().send(VERIFY, { phone: national(phone), code: 'x' });
        for (const { status, data, errors } of [asked, wrong])
          answers.push({ status, data, errors });
      });
      return { answers, statements };
    };
    const known = await seen(registered);
    expect(known.statements.length).toBeGreaterThan(5);
    expect(await seen(nobody)).toEqual(known);
  });
});
