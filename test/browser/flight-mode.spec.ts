import { randomUUID } from 'node:crypto';
import type { Page, Request } from 'playwright-core';
import { Line } from './support/line.js';
import { hasFile, hasRead } from './support/kept.js';
import { OwnPhone } from './support/own-phone.js';
import {
  aPhoto,
  LAN,
  LONG,
  losesSignal,
  MAI,
  press,
  scenes,
  Stage,
  until,
} from './support/stage.js';

/** Lives of a phone that is killed right after it said "đã ghi". */
const KILLS = Number(process.env['KILLS'] ?? 3);

/** A phone in the orchard: no signal, no battery, and everything written on it arrives once. */
describe('a phone in flight mode', () => {
  const scene = scenes(() => stage);
  let stage: Stage;
  let line: Line;
  let phone: OwnPhone;
  let lan: Page;
  let lanId: string;

  const count = async (sql: string): Promise<number> =>
    Number((await stage.product.db.query<{ n: string }>(sql, [lanId])).rows[0]?.n);
  const lotsWithPhoto = (): Promise<number> =>
    count(
      `select count(*) n from lots l where l.household_id = $1 and l.photo_id is not null and l.created_at > now() - interval '1 hour'`,
    );
  const reportsOfNinety = (): Promise<number> =>
    count(`select count(*) n from forecasts where household_id = $1 and grams = 90000`);
  const open = (path: string): Promise<unknown> => lan.goto(`${line.url}${path}`);

  const report = async (kilograms: readonly string[]): Promise<void> => {
    await open('/app/bao');
    await lan.getByRole('button', { name: 'Ngày kia' }).click();
    await lan.getByRole('button', { name: 'Cây khác' }).click();
    await lan.getByRole('button', { name: 'Khoai lang', exact: true }).click();
    await press(lan, kilograms);
    await lan.getByRole('button', { name: /^Báo / }).click();
    await lan.getByText('Đã ghi trên máy, máy tự gửi sau vài giây.').waitFor();
  };

  const offerLot = async (kilograms: readonly string[]): Promise<void> => {
    await open('/app/lo/moi');
    await lan.getByRole('button', { name: 'Na dai', exact: true }).click();
    await lan.getByRole('button', { name: /^Mua xô/ }).click();
    await press(lan, kilograms);
    await lan.getByRole('button', { name: /^Ghi / }).click();
    await lan.getByRole('button', { name: 'Theo giá đơn' }).click();
    await lan.getByRole('button', { name: /^Xong, tất cả/ }).click();
    await lan.locator('input[capture]').setInputFiles(await aPhoto());
    await lan.getByRole('img', { name: 'Ảnh lô hàng vừa chụp' }).waitFor();
    await lan.getByRole('button', { name: 'Để nháp, chưa bán' }).click();
    await lan.getByText('Đã ghi bản nháp.').waitFor();
  };

  beforeAll(async () => {
    stage = await Stage.open();
    line = await Line.to(stage.product.url);
    phone = OwnPhone.bought();
    const { rows } = await stage.product.db.query<{ id: string }>(
      `select m.party_id id from memberships m join people p on p.id = m.person_id
        where p.phone = $1 and m.role = 'GROWER'`,
      [`+84${LAN.slice(1)}`],
    );
    lanId = rows[0]?.id ?? '';
  }, LONG);
  afterAll(async () => {
    await phone.throwAway();
    line.close();
    await stage.close();
  }, LONG);

  scene('UX-06: after one visit the phone has the screens of its role', async () => {
    lan = await phone.switchOn();
    await stage.signIn(lan, LAN, line.url);
    for (const screen of ['new-lot-screen', 'report-screen', 'grower-offers'])
      expect(await until(() => lan.evaluate<boolean>(hasFile(screen)))).toBe(true);
    // The last of what is fetched ahead for the hill without signal.
    expect(await until(() => lan.evaluate<boolean>(hasRead('MyPayables')))).toBe(true);
    // A browser writes its cookies down every half minute, and when it is closed.
    await phone.switchOff();
    lan = await phone.switchOn();
    await open('/app');
    await lan.getByText('Đang có mạng').waitFor();
  });

  scene(
    'C1, UX-07, UX-09: three lots with photos, a number and an answer are written without signal, and stay through a reload and a kill',
    async () => {
      line.cut();
      await report(['9', '0']);
      for (const kilograms of [
        ['1', '1', '0'],
        ['1', '2', '0'],
        ['1', '3', '0'],
      ])
        await offerLot(kilograms);
      await open('/app/don');
      await lan.getByRole('button', { name: 'Nhận bán' }).first().click();
      await lan.getByText('Lấy lại câu trả lời').waitFor();

      await lan.reload();
      await lan.getByText('Còn 5 việc chờ gửi').waitFor();
      await phone.kill();
      lan = await phone.switchOn();
      await open('/app/cho-gui');
      await lan.getByText('Còn 5 việc chờ gửi').waitFor();
      expect(await lan.locator('section.card', { hasText: 'Chờ gửi' }).count()).toBe(5);
      expect(await lotsWithPhoto()).toBe(0);
    },
  );

  scene(
    'C2, UX-08: they arrive once, although the first answers of the server are lost',
    async () => {
      line.loseAnswers();
      await lan.getByRole('button', { name: 'Gửi ngay' }).click();
      await until(() => reportsOfNinety());
      // The phone has not heard, and says so.
      await lan.getByText('Còn 5 việc chờ gửi').waitFor();
      line.restore();
      await lan.getByRole('button', { name: 'Gửi ngay' }).click();
      await lan.getByRole('button', { name: 'Gửi ngay' }).waitFor({ state: 'detached' });
      expect(await lan.locator('section.card', { hasText: 'Đã gửi' }).count()).toBe(5);
      expect(await lotsWithPhoto()).toBe(3);
      expect(
        await count(
          `select count(*) n from allocation_lines where household_id = $1 and state = 'ACCEPTED' and answered_at > now() - interval '1 hour'`,
        ),
      ).toBe(1);
      expect(await reportsOfNinety()).toBe(1);
    },
  );

  scene(
    `C3: what was said to be written is there when the phone is killed at that moment, ${KILLS} times`,
    async () => {
      line.cut();
      for (let kill = 1; kill <= KILLS; kill++) {
        await report(['5', String(kill % 10)]);
        await phone.kill();
        lan = await phone.switchOn();
        await open('/app/cho-gui');
        await lan.getByText(`Còn ${kill} việc chờ gửi`).waitFor();
      }
      line.restore();
      await lan.getByRole('button', { name: 'Gửi ngay' }).click();
      await lan.getByRole('button', { name: 'Gửi ngay' }).waitFor({ state: 'detached' });
      expect(
        await count(
          `select revision n from forecasts where household_id = $1 and crop_code = 'KHOAI_LANG' and is_current`,
        ),
      ).toBe(KILLS + 1);
    },
  );

  scene(
    'a screen that was opened without signal fills by itself when the signal is back',
    async () => {
      line.cut();
      await open('/app/mac-ca');
      await lan.getByRole('button', { name: 'Thử lại' }).waitFor();
      line.restore();
      // The phone's own word; without it the app asks every quarter of a minute.
      await lan.evaluate(`dispatchEvent(new Event('online'))`);
      await lan.getByRole('button', { name: 'Thử lại' }).waitFor({ state: 'detached' });
      expect(await until(() => lan.evaluate<boolean>(hasRead('MyTalks')))).toBe(true);
    },
  );

  scene(
    'of two answers to one question the phone keeps that of the later asking, whichever comes last',
    async () => {
      const { token } = await stage.product.sessionOf('GROWER', lanId);
      let letCome = (): void => undefined;
      const late = new Promise<void>((resolve) => (letCome = resolve));
      const held = new Promise<Request>((resolve) => {
        void lan.route(
          '**/graphql',
          async (route, asked) => {
            const response = await route.fetch();
            resolve(asked);
            await late;
            await route.fulfill({ response });
          },
          { times: 1 },
        );
      });
      await open('/app/lo');
      const first = await held;
      expect(first.postData()).toContain('"MyLots"');
      await stage.product.act(token, 'createLot', {
        lotId: randomUUID(),
        cropCode: 'NA',
        grades: [{ gradeCode: 'XO', grams: 333_000, askVndPerKg: 22_000 }],
        readyFrom: new Date().toISOString(),
        readyTo: new Date(Date.now() + 12 * 3_600_000).toISOString(),
        publish: true,
      });
      await lan.getByRole('link', { name: 'Nhà' }).click();
      await lan.getByRole('link', { name: 'Lô hàng' }).click();
      const newest = lan.getByRole('link', { name: /^Na 333/ });
      await newest.waitFor();
      letCome();
      await (await first.response())?.finished();
      // What the phone does with it is done before it is asked for what it has.
      for (const question of ['MyLots', 'Reports', 'MyLots']) await lan.evaluate(hasRead(question));

      line.cut();
      await open('/app/lo');
      await newest.waitFor();
      line.restore();
    },
  );

  scene(
    'UX-11: an answer to an offer that ran out meanwhile is shown as too late, and what became of the kilograms',
    async () => {
      const mai = await stage.signedIn(MAI);
      await mai.getByRole('link', { name: 'Đơn', exact: true }).click();
      await mai.getByRole('button', { name: 'Nhận bán' }).first().waitFor();
      await losesSignal(mai);
      await mai.getByRole('button', { name: 'Nhận bán' }).first().click();
      await mai.getByText('Lấy lại câu trả lời').waitFor();
      await stage.product.db.query(
        `update allocation_lines set expires_at = now() where state = 'OFFERED' and household_id in (
           select household_id from coop_members where coop_id in (
             select m.party_id from memberships m join people p on p.id = m.person_id where p.phone = $1))`,
        [`+84${MAI.slice(1)}`],
      );
      await mai.context().setOffline(false);
      await mai.clock.fastForward(10_000);
      await mai.getByRole('link', { name: 'Nhà' }).click();
      await mai.getByText('1 việc bị từ chối').click();
      const why = mai.getByText(
        /Lời hỏi mua đã hết hạn lúc .* Số cân ấy lại bán được cho người khác\./,
      );
      await why.waitFor();
      expect(await why.count()).toBe(1);
    },
  );

  scene(
    'UX-08: what two phones made of one lot is shown side by side, and the person decides',
    async () => {
      const other = await stage.signedIn(LAN);
      await open('/app/lo');
      await lan
        .getByRole('link', { name: /Na dai.*Nháp/s })
        .first()
        .click();
      const path = await until(async () => {
        const { pathname } = new URL(lan.url());
        return /\/lo\/[0-9a-f-]{36}$/.test(pathname) && pathname;
      });
      const change = async (page: Page, kilograms: readonly string[]): Promise<void> => {
        await page.getByRole('button', { name: /^Mua xô/ }).click();
        await press(page, kilograms);
        await page.getByRole('button', { name: /^Ghi / }).click();
        await page.getByRole('button', { name: 'Theo giá đơn' }).click();
      };
      await lan.getByRole('button', { name: 'Sửa số cân và giá' }).click();
      await change(lan, ['1', '5', '0']);
      await stage.go(other, path);
      await other.getByRole('button', { name: 'Sửa số cân và giá' }).click();
      await change(other, ['1', '7', '0']);
      await other.getByRole('button', { name: 'Lưu số mới' }).click();
      await other.getByText('Đã lưu.').waitFor();

      await lan.getByRole('button', { name: 'Lưu số mới' }).click();
      const both = lan.getByRole('row', { name: /Mua xô.*150 kg.*170 kg/s });
      await both.waitFor();
      await lan.getByRole('button', { name: 'Lấy số của mình' }).click();
      await lan.getByText('Đã lưu.').waitFor();
    },
  );

  scene(
    'ID-05, UX-12: another household on the same phone neither sees nor sends what this one wrote',
    async () => {
      const profile = (): Promise<string> => lan.evaluate('localStorage.session');
      const become = async (session: string): Promise<void> => {
        await lan.evaluate(`localStorage.setItem('session', ${JSON.stringify(session)})`);
        await lan.reload();
      };
      const hers = await profile();
      const his = JSON.stringify({ ...JSON.parse(hers), partyId: crypto.randomUUID() });
      await open('/app/lo/moi');
      await lan.getByRole('button', { name: 'Na dai', exact: true }).click();
      await lan.getByRole('button', { name: /^Mua xô/ }).waitFor();
      line.cut();
      await report(['7', '7']);

      await become(his);
      await open('/app/cho-gui');
      await lan.getByText('Không có việc nào chờ gửi').waitFor();

      await become(hers);
      await open('/app/cho-gui');
      await lan.getByText('Còn 1 việc chờ gửi').waitFor();
      line.restore();
      await lan.getByRole('button', { name: 'Gửi ngay' }).click();
      await lan.getByRole('button', { name: 'Gửi ngay' }).waitFor({ state: 'detached' });
      await open('/app/lo/moi');
      await lan.getByRole('button', { name: /^Mua xô/ }).waitFor();
      expect(stage.faults).toEqual([]);
    },
  );
});
