import type { Page } from 'playwright-core';
import { toTheMoney } from './one-morning/to-the-money.js';
import { Figures } from './support/figures.js';
import { Loudspeaker } from './support/loudspeaker.js';
import { Neighbours } from './support/neighbours.js';
import { aPhoto, HA, HUNG, LAN, MAI, press, undoTimePasses, type Stage } from './support/stage.js';
import { idOf, Story } from './support/story.js';
import { Watched } from './support/watched.js';

/**
 * The whole of one morning as six people live it on their screens, against the product as it is shipped: five tonnes from
 * many households. Three households list and answer on a screen, and ask so little that the market chooses them; the
 * others do the same from phones nobody looks at.
 */
describe('one morning in the browser', () => {
  const story = new Story(async (opened) => {
    stage = opened;
    neighbours = new Neighbours(stage.product);
    await neighbours.haveAccounts();
  });
  const { scene } = story;
  const figures = new Figures();
  let stage: Stage;
  let neighbours: Neighbours;
  let lan: Page;
  let mai: Page;
  let hung: Page;
  let board: Watched;
  let desk: Page;
  let orderPath: string;

  /** Offers so much na as it comes off the tree, for today, from the step of the crop on. */
  const offerLot = async (
    page: Page,
    weight: readonly string[],
    thousands: readonly string[],
    atPrice?: () => Promise<void>,
  ) => {
    await page.getByRole('button', { name: 'Na dai', exact: true }).click();
    await page.getByRole('button', { name: /^Mua xô/ }).click();
    await press(page, weight);
    await page.getByRole('button', { name: /^Ghi / }).click();
    await press(page, thousands);
    await atPrice?.();
    await page.getByRole('button', { name: 'Được', exact: true }).click();
    await page.getByRole('button', { name: /^Xong, tất cả/ }).click();
    await page.getByRole('button', { name: 'Hôm nay' }).click();
  };

  scene('a stranger sees the market and the prices without signing in', async () => {
    const page = await stage.stranger();
    await stage.go(page, '/');
    await page.getByRole('heading', { name: 'Hàng đang bán' }).waitFor();
    await stage.shot(page, 'public-home');
    await stage.go(page, '/cho?q=na');
    expect(await page.getByRole('link', { name: /kg/ }).count()).toBeGreaterThan(5);
    await stage.shot(page, 'public-market');
  });

  scene('the office opens its board for the day, and leaves it open', async () => {
    desk = await stage.officer(HA, 'desk');
    await stage.go(desk, '/app/vp');
    board = await Watched.opened(desk);
    await stage.shot(desk, 'office-board');
    stage.tapsOn(desk);
    const file = desk.waitForEvent('download');
    await desk.getByRole('link', { name: /Tải/ }).click();
    expect((await file).suggestedFilename()).toMatch(/^san-luong-.*\.xlsx$/);
    figures.record('office: kilograms by commune and crop as a sheet', stage.tapsOn(desk));
  });

  scene(
    'UX-02: a grower reports what she has tomorrow and offers a lot, each number said in words and heard',
    async () => {
      lan = await stage.signedIn(LAN);
      figures.record('sign in: number and code typed', stage.tapsOn(lan));
      await lan.getByText('Ngày mai').waitFor();
      await stage.shot(lan, 'grower-home');
      await lan.getByRole('link', { name: 'Báo có hàng' }).click();
      await lan.getByRole('button', { name: 'Cây khác' }).click();
      await lan.getByRole('button', { name: 'Na', exact: true }).click();
      await press(lan, ['3', 'tạ', '2', 'yến']);
      const speaker = await Loudspeaker.on(lan);
      expect(await speaker.reads()).toBe('ba tạ hai = 320 kg');
      await stage.shot(lan, 'grower-report');
      await lan.getByRole('button', { name: 'Báo 320 kg' }).click();
      await lan.getByText('Ngày mai có 320 kg na').waitFor();
      figures.record('report a harvest of tomorrow', stage.tapsOn(lan));

      stage.tapsOn(lan);
      await lan.getByRole('link', { name: 'Lô hàng' }).click();
      await lan.getByRole('link', { name: 'Đăng lô mới' }).click();
      await offerLot(lan, ['3', 'tạ'], ['2', '0'], async () => {
        expect(await speaker.reads()).toBe('hai mươi nghìn đồng');
      });
      await lan.locator('input[capture]').setInputFiles(await aPhoto());
      await lan.getByRole('img', { name: 'Ảnh lô hàng vừa chụp' }).waitFor();
      await stage.shot(lan, 'grower-lot');
      await lan.getByRole('button', { name: 'Đúng, đăng bán' }).click();
      await lan.getByText('Đã ghi. Lô sẽ lên chợ.').waitFor();
      // The camera's own button is the touch that no page sees.
      figures.record('list a lot: known crop, one grade, one photo', stage.tapsOn(lan) + 1);
      await board.moves(['OFFERED', 'UNSOLD'], async () => {
        await undoTimePasses(lan);
        await lan.getByRole('link', { name: 'Xem các lô của tôi' }).click();
        const listed = lan.getByRole('link', { name: /Na dai.*300 kg.*Đã đăng/s });
        await listed.first().waitFor();
        expect(await listed.count()).toBe(1);
      });

      await lan.getByRole('link', { name: 'Nhà', exact: true }).click();
      await lan.getByRole('button', { name: /^Đăng lại như lần trước/ }).waitFor();
      stage.tapsOn(lan);
      await lan.getByRole('button', { name: /^Đăng lại như lần trước/ }).click();
      await lan.getByRole('button', { name: 'Đúng, đăng lại' }).click();
      figures.record('list again what was listed last', stage.tapsOn(lan));
      // She thinks better of it within the ten seconds.
      await lan.getByRole('button', { name: /^Hoàn tác/ }).click();
    },
  );

  scene('she says what her taro will give this month, and the office confirms it', async () => {
    await lan.getByRole('link', { name: 'Nhà', exact: true }).click();
    await lan.getByRole('link', { name: /Kế hoạch vụ/ }).click();
    await lan.getByRole('button', { name: 'Ghi kế hoạch' }).click();
    await lan.getByLabel('Cây', { exact: true }).selectOption({ label: 'Khoai sọ' });
    await lan.getByLabel('Cả vụ được bao nhiêu').click();
    await lan.getByLabel('Cả vụ được bao nhiêu').pressSequentially('6 tạ');
    await stage.shot(lan, 'grower-plan');
    await lan.getByRole('button', { name: 'Nộp kế hoạch' }).click();
    await lan.locator('section.card', { hasText: 'Khoai sọ' }).getByText('Chờ xác nhận').waitFor();
    // The board stays open on the one window while the office reviews plans on another.
    const beside = await desk.context().newPage();
    await stage.go(beside, '/app/vp/ke-hoach');
    const hers = beside
      .locator('section.card', { hasText: 'Giáp Thị Lan' })
      .filter({ hasText: 'Khoai sọ' });
    await board.moves(['PLANNED'], () => hers.getByRole('button', { name: 'Xác nhận' }).click());
    await beside.close();
  });

  scene(
    'a cooperative’s clerk offers for two of its members, and the office sees what is reported for today',
    async () => {
      mai = await stage.signedIn(MAI);
      await mai.getByRole('link', { name: 'Hộ thành viên' }).click();
      await mai.getByRole('link', { name: 'Báo giúp' }).first().click();
      await mai.getByRole('button', { name: 'Hôm nay' }).click();
      await mai.getByRole('button', { name: 'Cây khác' }).click();
      await mai.getByRole('button', { name: 'Na', exact: true }).click();
      await press(mai, ['9', '0', '0']);
      await mai.getByRole('button', { name: 'Báo 900 kg' }).click();
      await mai.getByText('Hôm nay có 900 kg na').waitFor();
      await board.moves(['FORECAST'], () => undoTimePasses(mai));
      for (const nth of [0, 1]) {
        await mai.getByRole('link', { name: 'Các hộ' }).click();
        await mai.getByRole('button', { name: 'Đăng giúp' }).nth(nth).click();
        await offerLot(mai, ['2', 'tạ'], ['2', '1']);
        await mai.getByRole('button', { name: 'Đúng, đăng bán' }).click();
        await mai.getByText('Đã ghi. Lô sẽ lên chợ.').waitFor();
      }
      await stage.shot(mai, 'clerk-lot-for-member');
      await undoTimePasses(mai);
      await mai.getByRole('link', { name: 'Nhà', exact: true }).click();
      await mai.getByText('Đang có mạng').waitFor();
      await stage.shot(mai, 'clerk-home');
      expect(await mai.getByText('chờ gửi').count()).toBe(0);
    },
  );

  scene('a trader orders five tonnes and sees who fills them, at what landed price', async () => {
    await neighbours.offer('Nghĩa Phương', 7);
    await neighbours.offer('Huyền Sơn', 7);
    hung = await stage.signedIn(HUNG);
    await hung.getByRole('link', { name: 'Đặt gom hàng' }).waitFor();
    stage.tapsOn(hung);
    await hung.getByRole('link', { name: 'Đặt gom hàng' }).click();
    await hung.getByLabel('Loại 2: số cân (kg)').click();
    await hung.getByLabel('Loại 2: số cân (kg)').pressSequentially('2 tấn');
    await hung.getByLabel('Mua xô: số cân (kg)').click();
    await hung.getByLabel('Mua xô: số cân (kg)').pressSequentially('3 tấn');
    await hung.getByLabel('Lấy hàng').selectOption({ label: 'càng sớm càng tốt' });
    await stage.shot(hung, 'trader-order');
    await hung.getByRole('button', { name: /^Tìm hàng/ }).click();
    await hung.waitForURL(/\/app\/gom\/[0-9a-f-]{36}$/);
    figures.record('bulk order: crop, two grades, five tonnes, day, place', stage.tapsOn(hung));
    orderPath = new URL(hung.url()).pathname;
    await hung.getByText('Về tới kho').first().waitFor();
    await hung.getByText(/Đủ 100 % từ \d+ hộ/).waitFor();
    // Only the solver’s thread says how near the cheapest a plan is: it runs in the product as it is shipped.
    await hung.getByText(/Đây là cách rẻ nhất|Không có cách nào rẻ hơn quá/).waitFor();
    await stage.shot(hung, 'trader-preview');
    await board.moves(['UNSOLD'], () =>
      hung.getByRole('button', { name: 'Gửi lời đặt cho các hộ' }).click(),
    );
    const answers = hung.getByText(/^0\/\d+ hộ đã nhận lời/);
    await answers.first().waitFor();
    expect(await answers.count()).toBeGreaterThan(0);
  });

  scene(
    'the households are asked and say yes, two of them through their clerk, and the trader commits',
    async () => {
      await lan.getByRole('link', { name: 'Nhà', exact: true }).click();
      const asked = lan.locator('section.card', { hasText: 'mua 300 kg na mua xô' });
      await lan.getByRole('link', { name: 'Đơn của tôi' }).waitFor();
      stage.tapsOn(lan);
      await lan.getByRole('link', { name: 'Đơn của tôi' }).click();
      await asked.getByRole('button', { name: 'Nhận bán' }).click();
      await lan.getByText('Đã nhận bán 300 kg na mua xô').first().waitFor();
      figures.record('answer an offer, from the home screen', stage.tapsOn(lan));
      await stage.shot(lan, 'grower-offer');
      await undoTimePasses(lan);
      await mai.getByRole('link', { name: 'Đơn', exact: true }).click();
      const members = mai.locator('section.card', { hasText: 'mua 200 kg na mua xô' });
      for (const nth of [0, 1]) {
        await members.nth(nth).getByRole('button', { name: 'Nhận bán' }).click();
        await members.nth(nth).getByText('Đã nhận bán 200 kg na mua xô').waitFor();
      }
      await undoTimePasses(mai);
      const answered = { hasText: /00\s+kg na mua xô.*Đã nhận, chờ vựa chốt/s };
      // Lan’s answer stands among those of her cooperative’s members.
      await mai.locator('section.card', answered).nth(2).waitFor();
      await lan.locator('section.card', answered).waitFor();

      await neighbours.accept(idOf(orderPath));
      await hung.reload();
      await hung.getByRole('button', { name: /^Chốt đơn/ }).click();
      const dialog = hung.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Chốt đơn' }).click();
      await dialog.getByRole('button', { name: /^Hoàn tác/ }).waitFor();
      await board.moves(['COMMITTED'], async () => {
        await undoTimePasses(hung);
        // The plain page after it: what was done, and its number.
        await dialog.getByRole('heading', { name: 'Đã chốt' }).waitFor();
        await dialog.getByText(/^LN-/).waitFor();
      });
      await dialog.getByRole('button', { name: 'Đóng' }).click();
      await hung.getByRole('heading', { name: 'Đã chốt với các hộ' }).waitFor();
      expect(await hung.getByRole('link', { name: 'Gọi' }).count()).toBeGreaterThan(5);
    },
  );

  toTheMoney(story, figures, () => ({ board, hung, orderPath }));

  scene('what they did costs no more touches than it may, and no page had a fault', async () => {
    expect(await board.isTheSamePage()).toBe(true);
    expect(stage.faults).toEqual([]);
    const { said, counted } = figures.compared();
    expect(said).toBe(counted);
  });
});
