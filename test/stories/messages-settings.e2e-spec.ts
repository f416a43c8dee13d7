import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { Notices } from '../../src/messages/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { PushBrowser } from '../support/push-browser.js';
import { SmsProvider } from '../support/sms-provider.js';
import { World } from '../support/world.js';

const fields = `__typename ... on MessageSettings { id channels quietFrom quietTo muted pushKey }
  ... on Refused { code field }`;
const SETTINGS = `{ messageSettings { channels quietFrom quietTo muted pushKey } }`;
const UPDATE = `mutation ($input: UpdateMessageSettingsInput!) { updateMessageSettings(input: $input) { ${fields} } }`;
const SUBSCRIBE = `mutation ($input: SubscribePushInput!) { subscribePush(input: $input) { ${fields} } }`;
const UNSUBSCRIBE = `mutation ($input: UnsubscribePushInput!) { unsubscribePush(input: $input) { ${fields} } }`;

interface Settings {
  readonly channels: string[];
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly muted: string[];
  readonly pushKey: string;
}

describe('how a person is told', () => {
  let sms: SmsProvider;
  let browser: PushBrowser;
  let world: World;
  let make: Given;
  let lan: Someone;

  beforeAll(async () => {
    [sms, browser] = await Promise.all([SmsProvider.open(), PushBrowser.open()]);
    world = await World.open('2026-08-25T16:00:00+07:00', sms.env);
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });
  afterAll(async () => {
    await world.close();
    await Promise.all([sms.close(), browser.close()]);
  });

  const does = <Answer = { code?: string }>(
    voice: Voice,
    document: string,
    input: object,
  ): Promise<Answer> => voice.ask(document, { input: { clientMutationId: world.id(), ...input } });
  const tell = async (
    someone: Someone,
    kind: 'RUN_CANCELLED' | 'TICKET_SUBMITTED',
  ): Promise<void> => {
    const to = { partyId: someone.party.id, path: '/app/can/1' };
    const wish =
      kind === 'RUN_CANCELLED'
        ? ({ ...to, kind, facts: { runNumber: 'CH-7', reason: 'xe hỏng' } } as const)
        : ({
            ...to,
            kind,
            facts: { ticketNumber: 'PC-1', cropCode: 'NA', payableGrams: 1_000, amountVnd: 32_000 },
          } as const);
    await world.app
      .get(UnitOfWork)
      .run((tx) => world.app.get(Notices).tell(tx, randomUUID(), [wish]));
    await world.deliverEvents();
  };

  it('starts with every channel, quiet from 21:00 to 03:00, nothing muted', async () => {
    expect(await lan.voice.ask<Settings>(SETTINGS)).toMatchObject({
      channels: ['PUSH', 'ZALO', 'SMS'],
      quietFrom: '21:00',
      quietTo: '03:00',
      muted: [],
    });
  });

  it('mutes a topic, but never a question that waits for an answer', async () => {
    const an = await make.grower({});
    await does(an.voice, UPDATE, {
      channels: ['SMS'],
      quietFrom: '20:00',
      quietTo: '05:00',
      muted: ['RUNS', 'TICKETS'],
    });
    await tell(an, 'RUN_CANCELLED');
    await tell(an, 'TICKET_SUBMITTED');
    expect(sms.sent.map(({ text }) => text.slice(0, 13))).toEqual(['Phieu can PC-']);
    expect(await lan.voice.ask<Settings>(SETTINGS)).toMatchObject({ muted: [] });
  });

  it('refuses hours that are none, and changes nothing', async () => {
    const wish = { channels: ['SMS'], quietFrom: '25:00', quietTo: '05:00', muted: [] };
    expect(await does(lan.voice, UPDATE, wish)).toEqual({
      __typename: 'Refused',
      code: 'QUIET_HOURS_MALFORMED',
      field: 'quietFrom',
    });
    expect(await lan.voice.ask<Settings>(SETTINGS)).toMatchObject({ quietFrom: '21:00' });
  });

  it('shows a guest nothing', async () => {
    const answer = await make.guest().send(SETTINGS);
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('NO-08 notifies the browser that subscribed, sealed for it alone and signed by this server', async () => {
    const before = sms.sent.length;
    await does(lan.voice, SUBSCRIBE, browser.address);
    await tell(lan, 'TICKET_SUBMITTED');
    expect(browser.shown).toMatchObject([
      {
        title: 'Chợ Lục Nam',
        body: 'Phiếu cân PC-1: 1 kg na, 32.000\u00a0₫. Xem và xác nhận.',
        path: '/app/can/1',
      },
    ]);
    expect(sms.sent).toHaveLength(before);
    const { pushKey } = await lan.voice.ask<Settings>(SETTINGS);
    const [, token = '', key] =
      /^vapid t=([^,]+), ?k=(.+)$/.exec(browser.authorizations[0] ?? '') ?? [];
    expect(key).toBe(pushKey);
    expect(isSignedBy(token, pushKey)).toBe(true);
  });

  it('falls through to SMS once the browser is gone, and forgets it', async () => {
    const before = sms.sent.length;
    browser.isGone = true;
    await tell(lan, 'TICKET_SUBMITTED');
    expect(sms.sent.slice(before).map(({ to }) => to)).toEqual([lan.person.phone]);
    const rows = await world.db.query(`select 1 from push_subscriptions`);
    expect(rows).toEqual([]);
    browser.isGone = false;
  });

  it('ends when the person says so; nobody else can end it', async () => {
    const stranger = await make.grower({});
    const { endpoint } = browser.address;
    const count = async (): Promise<number> =>
      (await world.db.query(`select 1 from push_subscriptions`)).length;
    await does(lan.voice, SUBSCRIBE, browser.address);
    await does(stranger.voice, UNSUBSCRIBE, { endpoint });
    expect(await count()).toBe(1);
    await does(lan.voice, UNSUBSCRIBE, { endpoint });
    expect(await count()).toBe(0);
  });

  it('sends to no address that is not a push service', async () => {
    const inside = { ...browser.address, endpoint: 'http://169.254.169.254/latest' };
    expect(await does(lan.voice, SUBSCRIBE, inside)).toMatchObject({
      code: 'PUSH_ADDRESS_MALFORMED',
    });
  });
});

/** Whether a VAPID token (a JWT with ES256) was signed with the key whose raw public point this is. */
function isSignedBy(token: string, publicPoint: string): boolean {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicPoint, 'base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  return verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
}
