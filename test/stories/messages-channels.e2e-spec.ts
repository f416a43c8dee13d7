import { createHmac, randomUUID } from 'node:crypto';
import { Notices, type NoticeWish } from '../../src/messages/index.js';
import { DeliveriesStore } from '../../src/messages/data/deliveries.store.js';
import { CarryMessages } from '../../src/messages/use-cases/carry-messages.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { given, type Given, type Someone } from '../support/given.js';
import { SmsProvider } from '../support/sms-provider.js';
import { World } from '../support/world.js';
import { ZaloProvider } from '../support/zalo-provider.js';

const WEBHOOK_SECRET = 'shared with the gateways of this test';
const AFTERNOON = '2026-08-25T16:00:00+07:00';

describe('a message that must reach a phone', () => {
  let sms: SmsProvider;
  let zalo: ZaloProvider;
  let world: World;
  let make: Given;

  beforeAll(async () => {
    [sms, zalo] = await Promise.all([SmsProvider.open(), ZaloProvider.open()]);
    world = await World.open(AFTERNOON, {
      ...sms.env,
      ...zalo.env,
      MESSAGE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    });
    make = await given(world);
    const admin = await make.admin({});
    await world.db.query(
      `insert into message_templates (kind, version, zalo_template_id, zalo, sms, written_by, created_at)
       values ('ORDER_OFFERED', 1, '217', 'Đơn {ma}: {kg} {hang}. 1 nhận, 2 không, trước {han}.',
         'Don {ma}: {kg} {hang}. 1 nhan, 2 khong, truoc {han}.', $1, $2)`,
      [admin.person.id, world.clock.now()],
    );
  });
  afterAll(async () => {
    await world.close();
    await Promise.all([sms.close(), zalo.close()]);
  });
  beforeEach(() => {
    world.clock.moveTo(AFTERNOON);
    sms.isDown = false;
    zalo.isDown = false;
    sms.sent.length = 0;
    zalo.sent.length = 0;
  });

  const offer = (to: Someone, number = 'LN-0825-4K7'): NoticeWish => ({
    partyId: to.party.id,
    kind: 'ORDER_OFFERED',
    facts: {
      orderNumber: number,
      cropCode: 'NA',
      gradeCode: 'L2',
      grams: 300_000,
      vndPerKg: 32_000,
      readyFrom: '2026-08-25T22:00:00.000Z',
      expiresAt: '2026-08-26T10:00:00.000Z',
    },
    path: '/app/don',
  });
  const cancelled = (to: Someone): NoticeWish => ({
    partyId: to.party.id,
    kind: 'RUN_CANCELLED',
    facts: { runNumber: 'CH-1', reason: 'xe hỏng' },
    path: '/app',
  });
  const told = async (wish: NoticeWish): Promise<void> => {
    await world.app
      .get(UnitOfWork)
      .run((tx) => world.app.get(Notices).tell(tx, randomUUID(), [wish]));
    await world.deliverEvents();
  };
  const look = (): Promise<void> => world.app.get(CarryMessages).run();
  const later = async (minutes: number): Promise<void> => {
    world.clock.pass(minutes);
    await look();
  };
  /** Channel, state and reason of what was tried for the newest message of a person. */
  const triedFor = async ({ person }: Someone): Promise<string[]> => {
    const rows: { said: string }[] = await world.db.query(
      `select concat_ws(' ', d.channel, d.state, d.reason) as said from deliveries d join notices n on n.id = d.notice_id
       where n.person_id = $1 order by d.tried_at, d.channel desc`,
      [person.id],
    );
    return rows.map(({ said }) => said);
  };
  const zaloPhone = ({ person }: Someone): string => person.phone.slice(1);

  it('NO-01 goes by Zalo as an approved template, and by SMS when nobody says it arrived', async () => {
    const lan = await make.grower({});
    await told(offer(lan));
    expect(zalo.sent).toMatchObject([
      {
        phone: zaloPhone(lan),
        template_id: '217',
        template_data: { ma: 'LN-0825-4K7', kg: '300 kg', hang: 'na', han: '17:00 26/08' },
      },
    ]);
    await later(4);
    expect(sms.sent).toEqual([]);
    await later(1);
    expect(sms.sent).toEqual([
      {
        to: lan.person.phone,
        text: 'Don LN-0825-4K7: 300 kg na. 1 nhan, 2 khong, truoc 17:00 26/08.',
      },
    ]);
    await later(60);
    expect(await triedFor(lan)).toEqual(['ZALO SENT', 'SMS SENT']);
    expect([sms.sent, zalo.sent].map((sent) => sent.length)).toEqual([1, 1]);
  });

  it('NO-08 goes by SMS at once when the phone has no Zalo, or Zalo is down', async () => {
    const hoa = await make.grower({});
    zalo.withoutAccount.add(zaloPhone(hoa));
    await told(offer(hoa));
    expect(await triedFor(hoa)).toEqual(['ZALO FAILED ZALO_-118', 'SMS SENT']);
    zalo.isDown = true;
    const minh = await make.grower({});
    await told(offer(minh));
    expect(await triedFor(minh)).toEqual(['ZALO FAILED UNREACHABLE', 'SMS SENT']);
    expect(sms.sent.map(({ to }) => to)).toEqual([hoa.person.phone, minh.person.phone]);
  });

  it('NO-08 tries the last channel again after 1 and 2 minutes, and sends once when it is back', async () => {
    zalo.isDown = true;
    sms.isDown = true;
    const tu = await make.grower({});
    await told(offer(tu));
    await later(1);
    await later(1);
    const [row] = await world.db.query(
      `select d.attempts from deliveries d join notices n on n.id = d.notice_id where n.person_id = $1 and channel = 'SMS'`,
      [tu.person.id],
    );
    expect(row).toEqual({ attempts: 2 });
    sms.isDown = false;
    await later(1);
    await later(30);
    expect(sms.sent).toHaveLength(1);
    expect(await triedFor(tu)).toEqual(['ZALO FAILED UNREACHABLE', 'SMS SENT']);
  });

  it('NO-01 waits for the end of the quiet hours; a cancelled run does not', async () => {
    world.clock.moveTo('2026-08-25T22:30:00+07:00');
    const nga = await make.grower({});
    await told(offer(nga));
    await told(cancelled(nga));
    expect(sms.sent.map(({ text }) => text)).toEqual([
      'Chuyen CH-1 da huy: xe hong. Khoan mang hang ra diem lay.',
    ]);
    world.clock.moveTo('2026-08-26T02:59:00+07:00');
    await look();
    expect(zalo.sent).toEqual([]);
    world.clock.moveTo('2026-08-26T03:00:00+07:00');
    await look();
    expect(zalo.sent).toHaveLength(1);
  });

  it('is not sent again once it was read in the app, or the offer is over', async () => {
    const sau = await make.grower({});
    await told(offer(sau));
    await world.db.query(`update notices set read_at = $2 where person_id = $1`, [
      sau.person.id,
      world.clock.now(),
    ]);
    await later(10);
    const bay = await make.grower({});
    world.clock.moveTo('2026-08-26T17:00:00+07:00');
    await told(offer(bay));
    expect(await triedFor(bay)).toEqual([]);
    expect(sms.sent).toEqual([]);
  });

  it('is carried once by however many processes look at the same moment', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => make.grower({})));
    for (const person of people) zalo.withoutAccount.add(zaloPhone(person));
    const uow = world.app.get(UnitOfWork);
    await uow.run((tx) =>
      world.app.get(Notices).tell(
        tx,
        randomUUID(),
        people.map((one) => offer(one)),
      ),
    );
    await Promise.all([look(), look(), look(), look()]);
    expect(sms.sent.map(({ to }) => to).toSorted()).toEqual(
      people.map(({ person }) => person.phone).toSorted(),
    );
    await world.deliverEvents();
    expect(sms.sent).toHaveLength(12);
  });

  it('NO-08 is told apart by the gateway when two processes hold it at once, and paid for once', async () => {
    const { uow, deliveries } = {
      uow: world.app.get(UnitOfWork),
      deliveries: world.app.get(DeliveriesStore),
    };
    const thu = await make.grower({});
    await told(offer(thu));
    const [notice]: { id: string }[] = await world.db.query(
      `select id from notices where person_id = $1`,
      [thu.person.id],
    );
    await world.db.query(`delete from deliveries where notice_id = $1`, [notice?.id]);
    const begin = () =>
      uow.run((tx) =>
        deliveries.begin(
          tx,
          {
            id: randomUUID(),
            noticeId: notice?.id ?? '',
            channel: 'SMS',
            words: 'x',
            vnd: 0,
          },
          world.clock.now(),
        ),
      );
    const [one, other] = await Promise.all([begin(), begin()]);
    expect(other.id).toBe(one.id);
    expect(one.attempts + other.attempts).toBe(3);
  });

  it('NO-09 costs its cooperative until the month’s cap, then not a đồng more', async () => {
    const coop = await make.coopClerk({});
    await world.db.query(`insert into message_caps (payer_id, cap_vnd) values ($1, 1000)`, [
      coop.party.id,
    ]);
    const members = await Promise.all([make.grower({}), make.grower({})]);
    for (const member of members) {
      await make.joinCoop(coop, member);
      zalo.withoutAccount.add(zaloPhone(member));
      await told(cancelled(member));
    }
    const tried = await Promise.all(members.map(triedFor));
    expect(tried.map((one) => one.at(-1))).toEqual(['SMS SENT', 'SMS FAILED CAP']);
    const [spent] = await world.db.query(
      `select sms, spent_vnd::int as vnd, month::text from message_spend where payer_id = $1`,
      [coop.party.id],
    );
    expect(spent).toEqual({ sms: 1, vnd: 800, month: '2026-08-01' });
  });

  describe('a delivery report', () => {
    const report = async (
      body: object,
      { id = randomUUID(), ageS = 0, secret = WEBHOOK_SECRET } = {},
    ): Promise<number> => {
      const words = JSON.stringify(body);
      const timestamp = String(Math.floor(world.clock.now().getTime() / 1000) - ageS);
      const signature = createHmac('sha256', secret)
        .update(`${id}.${timestamp}.${words}`)
        .digest('base64');
      const response = await fetch(`${world.url}/webhooks/messages/delivery`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': `v1,${signature}`,
        },
        body: words,
      });
      return response.status;
    };
    const sentByZalo = async (): Promise<{ person: Someone; reference: string }> => {
      const person = await make.grower({});
      await told(offer(person));
      return { person, reference: zalo.sent.at(-1)?.tracking_id ?? '' };
    };

    it('NO-02 says that it arrived, so that no SMS follows', async () => {
      const { person, reference } = await sentByZalo();
      expect(await report({ reference, state: 'DELIVERED' })).toBe(204);
      await later(30);
      expect(await triedFor(person)).toEqual(['ZALO DELIVERED']);
      await report({ reference, state: 'READ' });
      await report({ reference, state: 'DELIVERED' });
      expect(await triedFor(person)).toEqual(['ZALO READ']);
    });

    it('NO-08 says that it failed, and the next channel is tried at once', async () => {
      const { person, reference } = await sentByZalo();
      await report({ reference, state: 'FAILED', reason: 'BLOCKED' });
      await look();
      expect(await triedFor(person)).toEqual(['ZALO FAILED BLOCKED', 'SMS SENT']);
    });

    it('is taken once, fresh, and signed; anything else changes nothing', async () => {
      const { person, reference } = await sentByZalo();
      expect(
        await report({ reference, state: 'READ' }, { secret: 'a key of somebody else, long' }),
      ).toBe(401);
      expect(await report({ reference, state: 'READ' }, { ageS: 301 })).toBe(401);
      expect(await report({ reference: 'x', state: 'READ' })).toBe(400);
      expect(await triedFor(person)).toEqual(['ZALO SENT']);
      const id = randomUUID();
      expect(await report({ reference: randomUUID(), state: 'READ' }, { id })).toBe(204);
      expect(await report({ reference, state: 'READ' }, { id })).toBe(204);
      expect(await triedFor(person)).toEqual(['ZALO SENT']);
    });
  });
});
