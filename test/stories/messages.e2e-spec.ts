import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LatestCodes, Notices, RecordedPhones, type NoticeWish } from '../../src/messages/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { SmsProvider } from '../support/sms-provider.js';
import { World } from '../support/world.js';

const REQUEST = `mutation ($phone: String!) {
  requestOtp(input: { phone: $phone }) { __typename ... on Refused { code } }
}`;
const MINE = `query ($first: Int, $after: String) {
  myNotices(first: $first, after: $after) {
    nodes { id partyId kind text path createdAt readAt } pageInfo { endCursor hasNextPage }
  }
}`;
const READ = `mutation ($input: ReadNoticesInput!) {
  readNotices(input: $input) { __typename ... on NoticesRead { count } ... on Refused { code } }
}`;

interface Mine {
  nodes: { id: string; kind: string; text: string; path: string; readAt: string | null }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

const mine = (voice: Voice, page: object = { first: 20 }): Promise<Mine> =>
  voice.ask<Mine>(MINE, page);

describe('messages about what happened', () => {
  let world: World;
  let make: Given;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(1));

  const tell = (eventId: string, ...wishes: NoticeWish[]): Promise<void> =>
    world.app.get(UnitOfWork).run((tx) => world.app.get(Notices).tell(tx, eventId, wishes));

  const offered = (partyId: string, orderNumber: string): NoticeWish => ({
    partyId,
    kind: 'ORDER_OFFERED',
    facts: {
      orderNumber,
      cropCode: 'NA',
      gradeCode: 'L2',
      grams: 300_000,
      vndPerKg: 32_000,
      readyFrom: '2026-08-25T22:00:00.000Z',
      expiresAt: '2026-08-25T14:00:00.000Z',
    },
    path: '/don/1',
  });

  it('NO-05 names the order, kilograms, price and hours, in the reader’s language', async () => {
    await tell(randomUUID(), offered(lan.party.id, 'LN-4K7'));
    const [notice] = (await mine(lan.voice)).nodes;
    expect(notice).toMatchObject({
      kind: 'ORDER_OFFERED',
      path: '/don/1',
      readAt: null,
      text: 'Đơn LN-4K7 hỏi mua 300 kg na loại 2, 32.000\u00a0₫/kg, lấy từ 05:00 26/08. Trả lời trước 21:00 25/08.',
    });
  });

  it('NO-06 tells a person of one event once, though she is a member of both parties and it is delivered twice', async () => {
    const trader = await make.trader({ person: lan.person });
    const eventId = randomUUID();
    await tell(eventId, offered(lan.party.id, 'LN-5A1'), offered(trader.party.id, 'LN-5A1'));
    await tell(eventId, offered(lan.party.id, 'LN-5A1'));
    const texts = (await mine(lan.voice)).nodes.filter(({ text }) => text.includes('LN-5A1'));
    expect(texts).toHaveLength(1);
  });

  it('NO-06 tells every phone of a household', async () => {
    const son = await make.newcomer('+84955555501');
    const [{ id }] = await world.db.query(`select id from people where phone = '+84955555501'`);
    await world.db.query(`insert into memberships values ($1, $2, 'GROWER')`, [id, lan.party.id]);
    await tell(randomUUID(), offered(lan.party.id, 'LN-6B2'));
    expect((await mine(son)).nodes).toHaveLength(1);
    expect((await mine(lan.voice)).nodes[0]?.text).toContain('LN-6B2');
  });

  it('pages stably while new messages come', async () => {
    const thang = await make.grower({});
    for (let n = 1; n <= 3; n += 1) {
      world.clock.pass(1);
      await tell(randomUUID(), offered(thang.party.id, `LN-${n}`));
    }
    const first = await mine(thang.voice, { first: 2 });
    await tell(randomUUID(), offered(thang.party.id, 'LN-9'));
    const second = await mine(thang.voice, { first: 2, after: first.pageInfo.endCursor });
    const numbers = [...first.nodes, ...second.nodes].map(({ text }) => text.slice(4, 8));
    expect(numbers).toEqual(['LN-3', 'LN-2', 'LN-1']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const broken = Buffer.from('["gần đây","x"]').toString('base64url');
    const answer = await thang.voice.send(MINE, { after: broken });
    expect(answer.errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('marks own messages as read, and nobody else’s', async () => {
    const owner = await make.grower({});
    const stranger = await make.grower({});
    await tell(randomUUID(), offered(owner.party.id, 'LN-7'));
    const ids = (await mine(owner.voice)).nodes.map(({ id }) => id);
    const input = () => ({ input: { clientMutationId: world.id(), ids } });
    expect(await stranger.voice.ask(READ, input())).toEqual({
      __typename: 'NoticesRead',
      count: 0,
    });
    expect((await mine(owner.voice)).nodes[0]?.readAt).toBeNull();
    expect(await owner.voice.ask(READ, input())).toEqual({ __typename: 'NoticesRead', count: 1 });
    expect((await mine(owner.voice)).nodes[0]?.readAt).toBe(world.clock.now().toISOString());
  });

  it('shows a guest nothing', async () => {
    const answer = await make.guest().send(MINE);
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('a sign-in code on its way to the phone', () => {
  let provider: SmsProvider;
  let world: World;
  let make: Given;

  beforeAll(async () => {
    provider = await SmsProvider.open();
    world = await World.open('2026-08-25T18:00:00+07:00', {
      ...provider.env,
      PUBLIC_URL: 'https://cho.example',
    });
    make = await given(world);
  });
  afterAll(async () => {
    await world.close();
    await provider.close();
  });

  it('NO-07 goes out as one SMS without marks that the phone can fill in by itself', async () => {
    await make.guest().ask(REQUEST, { phone: '0912345678' });
    const code = await make.codeFor('+84912345678');
    await world.deliverEvents();
    expect(provider.sent).toEqual([
      {
        to: '+84912345678',
        text: `Ma dang nhap Cho Luc Nam: ${code}. Dung trong 5 phut. Khong dua ma nay cho ai.\n\n@cho.example #${code}`,
      },
    ]);
    const rows = await world.db.query(
      `select state, attempts, reference from sms_messages where phone = '+84912345678'`,
    );
    expect(rows).toEqual([{ state: 'SENT', attempts: 1, reference: 'sms-1' }]);
  });

  it('NO-08 waits in the queue while the gateway is down, and is sent once it is back', async () => {
    provider.isDown = true;
    const before = provider.sent.length;
    await make.guest().ask(REQUEST, { phone: '0912345679' });
    await expect(world.deliverEvents()).rejects.toThrow('the SMS gateway answered 503');
    provider.isDown = false;
    await world.deliverEvents();
    expect(provider.sent.slice(before).map(({ to }) => to)).toEqual(['+84912345679']);
    const rows = await world.db.query(
      `select state, attempts from sms_messages where phone = '+84912345679'`,
    );
    expect(rows).toEqual([{ state: 'SENT', attempts: 2 }]);
  });

  it('is dropped when it ran out before the gateway came back', async () => {
    const before = provider.sent.length;
    await make.guest().ask(REQUEST, { phone: '0912345680' });
    world.clock.pass(6);
    await world.deliverEvents();
    expect(provider.sent).toHaveLength(before);
    const rows = await world.db.query(
      `select state from sms_messages where phone = '+84912345680'`,
    );
    expect(rows).toEqual([{ state: 'FAILED' }]);
  });

  it('keeps no code in memory outside the demonstration', async () => {
    await make.guest().ask(REQUEST, { phone: '0912345681' });
    await world.deliverEvents();
    expect(world.app.get(LatestCodes).codeOf('+84912345681')).toBeUndefined();
  });
});

describe('a sign-in code in the demonstration', () => {
  it('is appended to the file of OTP_SINK and kept for the demonstration’s page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cho-luc-nam-codes-'));
    const path = join(folder, 'codes.jsonl');
    const world = await World.open('2026-08-25T18:00:00+07:00', {
      SEED: 'demo',
      OTP_SINK: `file:${path}`,
    });
    try {
      const make = await given(world);
      await make.guest().ask(REQUEST, { phone: '0912345678' });
      const code = await make.codeFor('+84912345678');
      await world.deliverEvents();
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
        phone: '+84912345678',
        code,
        at: '2026-08-25T11:00:00.000Z',
      });
      expect(world.app.get(LatestCodes).codeOf('+84912345678')).toBe(code);
      world.app.get(RecordedPhones).record('+84900000001', 'SMS', 'Xe 98C-123.45 đến lúc 5:40');
      const shown = await (await fetch(`${world.url}/demo`)).text();
      expect(shown).toContain('Xe 98C-123.45 đến lúc 5:40');
    } finally {
      await world.close();
      rmSync(folder, { recursive: true });
    }
  });
});
