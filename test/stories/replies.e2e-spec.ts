import { randomUUID } from 'node:crypto';
import { CarryMessages } from '../../src/messages/use-cases/carry-messages.js';
import { ExpireOffers } from '../../src/orders/use-cases/expire-offers.js';
import type { Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  counter,
  givenTalk,
  makeOffer,
  TALK,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { replyScene } from '../support/reply-scene.js';

describe('answers that do not come from the app', () => {
  const scene = replyScene();
  const { grower, asks, replies, lastTo, progress } = scene;

  it('NO-03 “1” accepts once, like a tap in the app, however often it is handed on', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    expect(lastTo(lan)).toMatch(/^Don LN-\d{4}-\w+ hoi mua 300 kg na loai 1, 30\.000d\/kg/);
    const id = randomUUID();
    await replies(lan, '1 nhé', id);
    await replies(lan, '1 nhé', id);
    expect(await progress(order)).toMatchObject({ accepted: 1, acceptedGrams: 300_000 });
    expect(scene.sms.sent.filter(({ text }) => text.startsWith('Da ghi'))).toEqual([
      {
        to: lan.person.phone,
        text: `Da ghi: nha minh nhan ban 300 kg cho don ${order.number}. Cho Luc Nam se bao gio xe den.`,
      },
    ]);
    await replies(lan, '1');
    expect(lastTo(lan)).toContain('da nhan ban roi');
  });

  it('NO-03 handed on again after a crash it answers what it answered, and no newer question', async () => {
    const lan = await grower(500);
    const first = await asks({ kg: 200 });
    const id = randomUUID();
    scene.dies();
    await replies(lan, '1', id);
    const second = await asks({ kg: 300 });
    await replies(lan, '1', id);
    expect(lastTo(lan)).toContain(`Don ${first.number}: nha minh da nhan ban roi`);
    await replies(lan, '1', id);
    expect(await progress(first)).toMatchObject({ accepted: 1 });
    expect(await progress(second)).toMatchObject({ accepted: 0, waiting: 1 });
    await replies(lan, '1');
    expect(await progress(second)).toMatchObject({ accepted: 1 });
  });

  it('NO-03 “2”, “không” decline, with the code or without', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    await replies(lan, `Không bán ${order.number.toLowerCase()}`);
    expect(await progress(order)).toMatchObject({ declined: 1, accepted: 0 });
    expect(lastTo(lan)).toContain('khong ban cho don');
  });

  it('NG-12 a deal made by telephone is made by one “1” of the other side, and refused by “2”', async () => {
    const lan = await scene.make.grower({ name: 'Nguyễn Thị Lan' });
    const write = async (someone: Someone, wish: object): Promise<ShownTalk> => {
      const lot = await givenLot(scene.make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
      const written = await makeOffer(scene.make, someone, [lot], {
        isPhoneDeal: true,
        kg: 80,
        vndPerKg: 32_000,
        ...wish,
      });
      await scene.world.deliverEvents();
      await scene.world.app.get(CarryMessages).run();
      const [talk] = written.opened ?? [];
      if (!talk) throw new Error(JSON.stringify(written));
      return talk;
    };
    const read = ({ id }: ShownTalk) => lan.voice.ask(TALK.read, { id });
    const codeOf = async ({ id }: ShownTalk): Promise<string> => {
      const [offer] = await scene.world.db.query(
        `select id from negotiation_offers where negotiation_id = $1 order by seq desc limit 1`,
        [id],
      );
      return `MC-${String(offer.id).slice(-6).toUpperCase()}`;
    };

    const first = await write(scene.hung, {});
    await replies(lan, '1');
    expect(await read(first)).toMatchObject({ state: 'ACCEPTED', dealId: expect.any(String) });
    expect(scene.sms.sent).toContainEqual({
      to: lan.person.phone,
      text: `Da ghi: chot thoa thuan ${await codeOf(first)}, 80 kg. Mo Cho Luc Nam de xem lai va xem so dien thoai.`,
    });
    await replies(lan, `1 ${await codeOf(first)}`);
    expect(lastTo(lan)).toContain('da chot roi');

    const second = await write(lan, { buyerPhone: scene.hung.person.phone });
    const third = await write(lan, { buyerPhone: scene.hung.person.phone });
    await replies(lan, '1');
    expect(await read(second)).toMatchObject({ state: 'OPEN' });
    await replies(scene.hung, 'ok');
    expect(lastTo(scene.hung)).toContain(`1 ${await codeOf(second)}`);
    await replies(scene.hung, `2 ${await codeOf(second)}`);
    expect(await read(second)).toMatchObject({ state: 'REJECTED', dealId: null });
    await replies(scene.hung, 'đồng ý');
    expect(await read(third)).toMatchObject({ state: 'ACCEPTED' });

    const late = await write(scene.hung, { answerMinutes: 30 });
    await replies(lan, '70kg');
    expect(lastTo(lan)).toContain(
      `${await codeOf(late)} la 80 kg da noi voi nhau: 1 chot, 2 khong`,
    );
    scene.world.clock.pass(31);
    await replies(lan, `1 ${await codeOf(late)}`);
    expect(lastTo(lan)).toMatch(/het han luc .*, chua chot/);
    expect(await read(late)).toMatchObject({ dealId: null });
  });

  it('NG-03 a yes by text message is a yes to the offer it names, and to no later one', async () => {
    const lan = await scene.make.grower({ name: 'Nguyễn Thị Lan' });
    const lot = await givenLot(scene.make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const wish = { isPhoneDeal: true, kg: 80, vndPerKg: 32_000 };
    const talk = await givenTalk(scene.make, scene.hung, lot, wish);
    const carried = async (): Promise<string> => {
      await scene.world.deliverEvents();
      await scene.world.app.get(CarryMessages).run();
      return /MC-[0-9A-F]{6}/.exec(lastTo(lan))?.[0] ?? '';
    };
    const first = await carried();
    const dearer = await counter(scene.make, lan, talk, { kg: 80, vndPerKg: 33_000 });
    await counter(scene.make, scene.hung, dearer, { kg: 80, vndPerKg: 28_000 });
    const last = await carried();
    expect(new Set([first, last, '']).size).toBe(3);
    for (const [reply, said] of [
      [`1 ${first}`, 'da doi lan khac'],
      ['1', `1 ${last}`],
    ] as const) {
      await replies(lan, reply);
      expect(lastTo(lan)).toContain(said);
      expect(await lan.voice.ask(TALK.read, { id: talk.id })).toMatchObject({ dealId: null });
    }
    await replies(lan, `1 ${last}`);
    expect(await lan.voice.ask(TALK.read, { id: talk.id })).toMatchObject({ state: 'ACCEPTED' });
  });

  it('NO-03 asks which, with the codes, when two orders wait; the last part of a code is enough', async () => {
    const lan = await grower(500);
    const first = await asks({ kg: 200 });
    scene.world.clock.pass(1);
    // `LN-MMDD-AA?`: a last part that is no number and no weight.
    await scene.world.db.query(`select setval('order_serial', 29 * 10 + 9)`);
    const second = await asks({ kg: 300 });
    await replies(lan, 'ok');
    expect(lastTo(lan)).toBe(
      `Nha minh co 2 loi hoi mua. Tra loi kem ma: 1 ${second.number}, 1 ${first.number}`,
    );
    expect(await progress(second)).toMatchObject({ accepted: 0 });
    await replies(lan, `1 ${second.number.split('-').at(-1)}`);
    expect(await progress(second)).toMatchObject({ accepted: 1 });
    expect(await progress(first)).toMatchObject({ accepted: 0, waiting: 1 });
    await replies(lan, 'có');
    expect(await progress(first)).toMatchObject({ accepted: 1 });
  });

  it('NO-03 after its time says “đã hết hạn”, and changes nothing', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300, offerTtlMinutes: 60 });
    scene.world.clock.pass(61);
    await replies(lan, '1');
    expect(lastTo(lan)).toMatch(
      new RegExp(`^Loi hoi mua cua don ${order.number} da het han luc 09:00 \\d\\d/\\d\\d\\.$`),
    );
    expect(await progress(order)).toMatchObject({ accepted: 0, expired: 1 });
    await scene.world.app.get(ExpireOffers).run();
    await replies(lan, '1');
    expect(lastTo(lan)).toContain('da het han');
  });

  it('NO-03 a number is kilograms: a yes to that part, said back with kilograms and code', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    for (const [text, said] of [
      ['400', `Don ${order.number} chi hoi mua 300 kg.`],
      ['1 nhưng 12', 'Chua ro so kg.'],
      [`150 được không?`, 'Chua ro so kg.'],
      ['500g', `Don ${order.number} lay it nhat 1 kg`],
    ] as const) {
      await replies(lan, text);
      expect(lastTo(lan)).toContain(said);
      expect(await progress(order)).toMatchObject({ accepted: 0, waiting: 1 });
    }
    await replies(lan, '1 tạ rưỡi nhé');
    expect(lastTo(lan)).toBe(
      `Da ghi: nha minh nhan ban 150 kg trong 300 kg cho don ${order.number}. Cho Luc Nam se bao gio xe den.`,
    );
    expect(await progress(order)).toMatchObject({ accepted: 1, acceptedGrams: 150_000 });
    await replies(lan, '200kg');
    expect(lastTo(lan)).toContain('da nhan ban roi');
  });

  it('NO-03 a number needs its code when two orders wait, and is nobody’s where an order asks for several grades', async () => {
    const lan = await grower(500);
    const first = await asks({ kg: 200 });
    scene.world.clock.pass(1);
    const second = await asks({ kg: 300 });
    await replies(lan, '150kg');
    expect(lastTo(lan)).toBe(
      `Nha minh co 2 loi hoi mua. Tra loi kem ma: 150kg ${second.number}, 150kg ${first.number}`,
    );
    await replies(lan, `150 ${first.number}`);
    expect(await progress(first)).toMatchObject({ acceptedGrams: 150_000 });
    expect(await progress(second)).toMatchObject({ accepted: 0 });
    await scene.world.deliverEvents();

    const hoa = await scene.make.grower({ name: 'Hộ Hoa' });
    await givenLot(scene.make, hoa, { kg: { L2: 40, L3: 60 }, askVndPerKg: 20_000 });
    const mixed = await asks({ kg: 40, gradeCode: 'L2', otherKg: { L3: 60 } });
    await replies(hoa, '70kg');
    expect(lastTo(hoa)).toBe(
      `Don ${mixed.number}: 1 nhan ca, 2 khong. Ban mot phan: viet du tung loai, 0 la khong ban, khong qua L2 40kg, L3 60kg.`,
    );
    await replies(hoa, '100kg');
    expect(await progress(mixed)).toMatchObject({ accepted: 2, acceptedGrams: 100_000 });
  });

  it('NO-03 kilograms of each grade are a yes to each, once, and nothing where one is missing or too many', async () => {
    const hoa = await scene.make.grower({ name: 'Hộ Hoa' });
    await givenLot(scene.make, hoa, { kg: { L2: 40, L3: 60, L4: 50 }, askVndPerKg: 20_000 });
    const mixed = await asks({ kg: 40, gradeCode: 'L2', otherKg: { L3: 60, L4: 50 } });
    for (const text of ['L2 30', 'L2 30 L3 50 L1 10', 'L2 41, L3 60, L4 50', 'L2 30 L3 50 L4']) {
      await replies(hoa, text);
      expect(await progress(mixed)).toMatchObject({ accepted: 0, declined: 0, waiting: 3 });
    }
    const id = randomUUID();
    await replies(hoa, 'Loại 2 30kg, loại 3 60, loại 4 0 nhé', id);
    await replies(hoa, 'Loại 2 30kg, loại 3 60, loại 4 0 nhé', id);
    expect(await progress(mixed)).toMatchObject({
      accepted: 2,
      declined: 1,
      acceptedGrams: 90_000,
    });
    expect(lastTo(hoa)).toBe(
      `Da ghi: nha minh nhan ban 90 kg trong 150 kg cho don ${mixed.number}. Cho Luc Nam se bao gio xe den.`,
    );
  });

  it('NO-03 the grade may be named where only one is asked for', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    await replies(lan, 'L2 150');
    expect(lastTo(lan)).toContain('khong qua L1 300kg.');
    await replies(lan, 'L1 150');
    expect(await progress(order)).toMatchObject({ accepted: 1, acceptedGrams: 150_000 });
  });

  it('NO-03 answers help once a day, and never an unknown phone', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    await replies(lan, 'mai tính nhé');
    expect(lastTo(lan)).toContain('chua hieu');
    const before = scene.sms.sent.length;
    await replies(lan, 'ai đấy');
    await replies({ person: { phone: '+84999999999' } }, '1');
    expect(scene.sms.sent).toHaveLength(before);
    expect(await progress(order)).toMatchObject({ accepted: 0, waiting: 1 });
  });

  it('NO-03 takes nothing that is not signed by the gateway', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    const answer = await replies(lan, '1', randomUUID(), 'a key of somebody else, long enough');
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await progress(order)).toMatchObject({ accepted: 0 });
  });
});
