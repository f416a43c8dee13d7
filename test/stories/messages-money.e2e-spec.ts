import { randomUUID } from 'node:crypto';
import { Notices, PlainTexts } from '../../src/messages/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { SmsProvider } from '../support/sms-provider.js';
import { World } from '../support/world.js';

const STATS = `query ($month: Day) { messageStats(month: $month) { month
  payers { payerId payerName zalo sms otp spentVnd capVnd isNearCap } channels { channel tried failed } } }`;
const TEMPLATES = `{ messageTemplates { kind version zalo sms blanks zaloLength smsLength channels patienceMinutes } }`;
const UPDATE = `mutation ($input: UpdateTemplateInput!) { updateTemplate(input: $input) { __typename
  ... on MessageTemplate { kind version sms smsLength } ... on Refused { code field message } } }`;
const PAYOUT = `mutation ($input: ChangePayoutAccountInput!) { changePayoutAccount(input: $input) {
  __typename ... on Refused { code field } } }`;
const CAP = `mutation ($input: SetMessageCapInput!) { setMessageCap(input: $input) { __typename
  ... on MessageStats { payers { payerId capVnd } } ... on Refused { code } } }`;

interface Stats {
  readonly month: string;
  readonly payers: {
    payerId: string | null;
    sms: number;
    spentVnd: number;
    capVnd: number;
    isNearCap: boolean;
  }[];
  readonly channels: { channel: string; tried: number; failed: number }[];
}

describe('what messages cost and say', () => {
  let sms: SmsProvider;
  let world: World;
  let make: Given;
  let admin: Someone;

  beforeAll(async () => {
    sms = await SmsProvider.open();
    world = await World.open('2026-08-25T16:00:00+07:00', { ...sms.env, SMS_VND: '1000' });
    make = await given(world);
    admin = await make.admin({});
  });
  afterAll(async () => {
    await world.close();
    await sms.close();
  });

  const does = <Answer = { code?: string; field?: string }>(
    voice: Voice,
    document: string,
    input: object,
  ) => voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...input } });
  const cancelled = async (to: Someone): Promise<void> => {
    await world.app.get(UnitOfWork).run((tx) =>
      world.app.get(Notices).tell(tx, randomUUID(), [
        {
          partyId: to.party.id,
          kind: 'RUN_CANCELLED',
          facts: { runNumber: 'CH-7', reason: 'xe hỏng' },
          path: '/app',
        },
      ]),
    );
    await world.deliverEvents();
  };
  const stats = (voice: Voice, month?: string | null): Promise<Stats> =>
    voice.ask(STATS, { month });

  it('NO-09 counts messages and đồng by month and payer, and a cooperative sees its own alone', async () => {
    const coop = await make.coopClerk({ name: 'HTX Na' });
    const [member, loner] = [await make.grower({}), await make.grower({})];
    await make.joinCoop(coop, member);
    await cancelled(member);
    await cancelled(loner);
    const seen = await stats(admin.voice);
    expect(seen.month).toBe('2026-08-01');
    expect(seen.payers).toEqual([
      {
        payerId: null,
        payerName: null,
        zalo: 0,
        sms: 1,
        otp: 0,
        spentVnd: 1_000,
        capVnd: 20_000_000,
        isNearCap: false,
      },
      {
        payerId: coop.party.id,
        payerName: 'HTX Na',
        zalo: 0,
        sms: 1,
        otp: 0,
        spentVnd: 1_000,
        capVnd: 2_000_000,
        isNearCap: false,
      },
    ]);
    expect(seen.channels).toEqual([{ channel: 'SMS', tried: 2, failed: 0 }]);
    const own = await stats(coop.voice);
    expect(own.payers.map(({ payerId }) => payerId)).toEqual([coop.party.id]);
    expect(own.channels).toEqual([]);
    expect((await stats(admin.voice, '2026-07-31')).payers[0]).toMatchObject({
      sms: 0,
      spentVnd: 0,
    });
  });

  it('NO-09 warns the payer once at four fifths, and stops at the cap an administrator set', async () => {
    const coop = await make.coopClerk({ name: 'HTX Khoai' });
    const member = await make.grower({});
    await make.joinCoop(coop, member);
    expect(await does(admin.voice, CAP, { payerId: coop.party.id, capVnd: 5_000 })).toMatchObject({
      __typename: 'MessageStats',
    });
    for (let n = 1; n <= 6; n += 1) await cancelled(member);
    expect((await stats(coop.voice)).payers).toMatchObject([
      { sms: 5, spentVnd: 5_000, isNearCap: true },
    ]);
    const notices = await coop.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      `{ myNotices(first: 20) { nodes { kind text } } }`,
    );
    expect(notices.nodes.filter(({ kind }) => kind === 'MESSAGE_CAP_NEAR')).toEqual([
      {
        kind: 'MESSAGE_CAP_NEAR',
        text: 'Tiền tin nhắn tháng này đã hết 4.000\u00a0₫ trong 5.000\u00a0₫. Hết mức thì chỉ còn thông báo trên máy và gọi điện.',
      },
    ]);
    expect(await does(admin.voice, CAP, { payerId: world.id(), capVnd: 1 })).toMatchObject({
      code: 'MESSAGE_PAYER_UNKNOWN',
    });
  });

  it('NO-09 an answer by text stays past the cap; a warning of a theft goes and is counted, when the gateway is back', async () => {
    const lan = await make.grower({});
    const spent = (await stats(admin.voice)).payers[0]?.spentVnd ?? 0;
    await does(admin.voice, CAP, { payerId: null, capVnd: spent });
    const sent = sms.sent.length;
    const toldPhone = lan.person.phone;
    await world.app
      .get(UnitOfWork)
      .run((tx) => world.app.get(PlainTexts).say(tx, toldPhone, 'Cho Luc Nam: tra loi 1 hoac 2.'));
    await world.deliverEvents();
    expect(sms.sent).toHaveLength(sent);

    sms.isDown = true;
    expect(
      await does(lan.voice, PAYOUT, { bankBin: '970436', bankAccount: '0011002233' }),
    ).toMatchObject({ __typename: 'HeldChanges' });
    await expect(world.deliverEvents()).rejects.toThrow();
    sms.isDown = false;
    const tries: object[] = await world.db.query(
      `select max_attempts from graphile_worker.jobs order by id limit 1`,
    );
    expect(tries).toEqual([{ max_attempts: 12 }]);
    await world.deliverEvents();
    expect(sms.sent.slice(sent).map(({ to }) => to)).toEqual([toldPhone]);
    expect((await stats(admin.voice)).payers[0]?.spentVnd).toBe(spent + 1_000);
    await does(admin.voice, CAP, { payerId: null, capVnd: 1_000_000 });
  });

  it('NO-01 shows each kind’s templates with its channels in order', async () => {
    const templates = await admin.voice.ask<{ kind: string; smsLength: number }[]>(TEMPLATES);
    expect(templates.find(({ kind }) => kind === 'ORDER_OFFERED')).toMatchObject({
      version: 0,
      channels: ['PUSH', 'ZALO', 'SMS'],
      patienceMinutes: 5,
    });
    expect(templates.every(({ smsLength }) => smsLength <= 160)).toBe(true);
  });

  it('NO-09 an administrator writes a version that is sent from then on; an unseen one is not overwritten', async () => {
    const wish = {
      kind: 'RUN_CANCELLED',
      expectedVersion: 0,
      zaloTemplateId: '88',
      zalo: 'Chuyến {ma} hủy: {ly_do}.',
      sms: 'Chuyen {ma} huy: {ly_do}.',
    };
    expect(await does(admin.voice, UPDATE, wish)).toMatchObject({
      kind: 'RUN_CANCELLED',
      version: 1,
    });
    await cancelled(await make.grower({}));
    expect(sms.sent.at(-1)?.text).toBe('Chuyen CH-7 huy: xe hong.');
    expect(await does(admin.voice, UPDATE, wish)).toMatchObject({ code: 'TEMPLATE_CHANGED' });
    const next = { ...wish, expectedVersion: 1 };
    expect(
      await does(admin.voice, UPDATE, { ...next, sms: `Chuyen {ma} ${'x'.repeat(150)}` }),
    ).toMatchObject({
      code: 'TEMPLATE_TOO_LONG',
      field: 'sms',
    });
    expect(await does(admin.voice, UPDATE, { ...next, sms: 'Chuyến {ma} hủy' })).toMatchObject({
      code: 'TEMPLATE_HAS_MARKS',
    });
    expect(await does(admin.voice, UPDATE, { ...next, zalo: 'Chuyến {ma}, {sdt}' })).toMatchObject({
      code: 'TEMPLATE_BLANK_UNKNOWN',
      field: 'zalo',
    });
    expect(await does(admin.voice, UPDATE, { ...next, kind: 'OTP' })).toMatchObject({
      code: 'TEMPLATE_KIND_UNKNOWN',
    });
  });

  it('is the administrator’s: offices read the cost, growers nothing', async () => {
    const [office, lan] = [await make.officeStaff({}), await make.grower({})];
    expect((await stats(office.voice, null)).payers.length).toBeGreaterThan(0);
    const refused = await office.voice.send(UPDATE, {
      input: { clientMutationId: world.id(), kind: 'X', expectedVersion: 0, zalo: 'x', sms: 'x' },
    });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const closed = await lan.voice.send(STATS, {});
    expect(closed.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('NO-09: the cooperative that has sold for a household longest pays, and none that only has it as a member', async () => {
    const [first, second, third] = [
      await make.coopClerk({ name: 'HTX xưa' }),
      await make.coopClerk({ name: 'HTX mới' }),
      await make.coopClerk({ name: 'HTX tên' }),
    ];
    const household = await make.grower({});
    await world.db.query(
      `insert into coop_members (coop_id, household_id, joined_on) values ($1, $2, '2019-01-01')`,
      [third.party.id, household.party.id],
    );
    await make.grant(household, first, 'SELL_FOR');
    await make.grant(household, second, 'SELL_FOR');
    await world.db.query(
      `update party_grants set granted_at = '2021-01-01' where grantee_id = $1`,
      [second.party.id],
    );
    await cancelled(household);
    const spent = async () => {
      const { payers } = await stats(admin.voice);
      const ids = [first, second, third].map(({ party }) => party.id);
      return ids.map((id) => payers.find(({ payerId }) => payerId === id)?.spentVnd ?? 0);
    };
    expect(await spent()).toEqual([1_000, 0, 0]);
    await world.db.query(
      `update party_grants set revoked_at = now(), revoked_by = $2 where grantee_id = $1`,
      [first.party.id, household.person.id],
    );
    await cancelled(household);
    expect(await spent()).toEqual([1_000, 1_000, 0]);
  });
});
