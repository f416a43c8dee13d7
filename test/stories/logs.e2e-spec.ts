import { createHmac, randomUUID } from 'node:crypto';
import { codeAt } from '../../src/accounts/second-factor.js';
import { JsonLog } from '../../src/platform/logging.js';
import type { Answer } from '../support/ask.js';
import { given, type Given } from '../support/given.js';
import { SmsProvider } from '../support/sms-provider.js';
import { PASSWORD, setUpStaff, STAFF_SIGN_IN } from '../support/staff-sign-in.js';
import { World } from '../support/world.js';

const REQUEST = `mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) { __typename ... on Refused { code } }
}`;
const CREATE_LOT = `mutation ($input: CreateLotInput!) {
  createLot(input: $input) { __typename ... on Refused { code } }
}`;
const WEBHOOK_SECRET = 'shared with the gateways of this test';
const NOTE = 'Cổng xanh cạnh nhà ông Tạ Văn Bính';

describe('what the product writes down about itself', () => {
  const written: string[] = [];
  let sms: SmsProvider;
  let world: World;
  let make: Given;

  beforeAll(async () => {
    sms = await SmsProvider.open();
    const env = { ...sms.env, MESSAGE_WEBHOOK_SECRET: WEBHOOK_SECRET };
    const log = new JsonLog('debug', { write: (line) => void written.push(line) });
    world = await World.open('2026-08-25T09:00:00+07:00', env, log);
    make = await given(world);
  });
  afterAll(async () => {
    await world.close();
    await sms.close();
  });

  it('E12 G8: no code, token, password, number, name or body, whether an act is done, refused or breaks', async () => {
    const secrets: string[] = [PASSWORD, NOTE, 'Tạ Văn Bính'];
    const answers: string[] = [];
    const tell = async (answer: Promise<Partial<Answer<unknown>>>): Promise<void> => {
      const { status, data, errors } = await answer;
      answers.push(JSON.stringify({ status, data, errors }));
    };

    const breaks = (table: string, rule: string): Promise<unknown> =>
      world.db.query(`alter table ${table} add constraint broken check (${rule}) not valid`);

    // Signing in: a wrong code, the right one, the code after the gateway fell silent.
    const lan = await make.grower({ name: 'Nguyễn Thị Lan', phone: '+84912345678' });
    const phone = make.guest();
    await tell(phone.send(REQUEST, { phone: '0912345678' }));
    const code = await make.codeFor('+84912345678');
    await tell(
      make.guest().send(VERIFY, { phone: '0912345678', code: code === '111111' ? '2' : '111111' }),
    );
    await tell(phone.send(VERIFY, { phone: '0912345678', code }));
    sms.isDown = true;
    await tell(make.guest().send(REQUEST, { phone: '0987654321' }));
    const other = await make.codeFor('+84987654321');
    secrets.push(code, phone.session ?? '', other);
    await breaks('people', `phone <> '+84987654321'`);
    await tell(make.guest().send(VERIFY, { phone: '0987654321', code: other }));
    await expect(world.deliverEvents()).rejects.toThrow('503');
    sms.isDown = false;
    await world.deliverEvents();

    // The staff: with a wrong password, with the right one.
    const staff = await make.officeStaff({ name: 'Đặng Thu Hà', phone: '+84933333333' });
    const secret = await setUpStaff(make, '+84933333333');
    world.clock.pass(1);
    const second = codeAt(secret, world.clock.now());
    const desk = make.guest();
    for (const password of ['sai mật khẩu rồi', PASSWORD])
      await tell(
        desk.send(STAFF_SIGN_IN, { input: { phone: '0933333333', password, code: second } }),
      );
    secrets.push(secret, second, desk.session ?? '', staff.voice.session ?? '', 'sai mật khẩu rồi');

    // A lot with words about the place: refused, of a wrong shape, and a column that has gone.
    const lot = {
      clientMutationId: randomUUID(),
      lotId: randomUUID(),
      cropCode: 'NA',
      grades: [{ gradeCode: 'XO', grams: 200_000 }],
      readyFrom: '2026-08-26T04:00:00+07:00',
      readyTo: '2026-08-26T10:00:00+07:00',
      pickupNote: NOTE,
      publish: true,
    };
    await tell(lan.voice.send(CREATE_LOT, { input: { ...lot, cropCode: 'KHONG_CO' } }));
    await tell(lan.voice.send(CREATE_LOT, { input: { ...lot, publish: '0912345678' } }));
    await breaks('lots', `pickup_note = ''`);
    await tell(lan.voice.send(CREATE_LOT, { input: lot }));

    // A gateway that reports: unsigned, of a wrong shape, and a table that takes no more.
    const signed = (id: string, body: string): Record<string, string> => {
      const at = String(Math.floor(world.clock.now().getTime() / 1000));
      const mac = createHmac('sha256', WEBHOOK_SECRET)
        .update(`${id}.${at}.${body}`)
        .digest('base64');
      return {
        'webhook-id': id,
        'webhook-timestamp': at,
        'webhook-signature': `v1,${mac}`,
      };
    };
    const reply = JSON.stringify({ from: '+84912345678', text: `1 ${NOTE}` });
    await breaks('rate_counters', 'false');
    for (const [body, headers] of [
      [reply, {}],
      ['{"from": "+84912345678"}', signed('a', '{"from": "+84912345678"}')],
      [`{"from": "+84912345678", ${NOTE}`, {}],
      [reply, signed('b', reply)],
    ] as const) {
      const answer = await fetch(`${world.url}/webhooks/messages/reply?from=0912345678`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      answers.push(`${answer.status} ${await answer.text()}`);
    }

    const ends = answers.map((one) => /"code":"INTERNAL"|"code":"\w+"|^[45]\d\d/.exec(one)?.[0]);
    expect(ends.filter((end) => end === '"code":"INTERNAL"')).toHaveLength(2);
    expect(ends.filter((end) => end === undefined)).toHaveLength(4);
    expect(ends).toEqual(expect.arrayContaining(['401', '400', '500', '"code":"BAD_REQUEST"']));
    const log = written.join('');
    expect(log).toMatch(/broken/);
    const people = ['Nguyễn Thị Lan', 'Đặng Thu Hà', '912345678', '987654321', '933333333'];
    const found = [...secrets, ...people].filter((one) => one.length > 3 && log.includes(one));
    expect(found).toEqual([]);
    const told = secrets.filter((one) => answers.some((answer) => answer.includes(one)));
    expect(told).toEqual([]);
  });
});
