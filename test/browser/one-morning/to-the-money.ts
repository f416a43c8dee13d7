import type { Page } from 'playwright-core';
import type { Figures } from '../support/figures.js';
import { hasFile, holdsWorkerBack } from '../support/kept.js';
import { readQr } from '../support/read-qr.js';
import { MINH, press, undoTimePasses, until } from '../support/stage.js';
import { homeNumber, idOf, type Story } from '../support/story.js';
import type { Watched } from '../support/watched.js';

interface SoFar {
  /** Of the office. */
  readonly board: Watched;
  /** The trader's phone. */
  readonly hung: Page;
  readonly orderPath: string;
}

/** From the committed order to the money: truck, permit, checkpoint, scale, payment. */
export function toTheMoney(story: Story, figures: Figures, morning: () => SoFar): void {
  const { scene } = story;
  let driver: Page;
  let household: Page;
  let runPath: string;
  let permitPicture: Buffer;

  const counted = async (sql: string, id: string): Promise<number> =>
    (await story.stage.product.db.query(sql, [id])).rowCount ?? 0;
  const greenScansOf = (run: string): Promise<number> =>
    counted(
      `select 1 from scans s join permits p on p.id = s.permit_id where p.run_id = $1 and s.verdict = 'GREEN'`,
      idOf(run),
    );
  const PAYABLES = `select 1 from payables p join weigh_tickets t on t.id = p.ticket_id
    join deals d on d.id = t.deal_id where d.order_id = $1`;
  const owedOf = (order: string): Promise<number> => counted(PAYABLES, idOf(order));
  const confirmedOf = (order: string): Promise<number> =>
    counted(`${PAYABLES} and p.state = 'CONFIRMED'`, idOf(order));

  scene('a truck gets its stops, and its driver takes the run', async () => {
    const { stage } = story;
    const { hung } = morning();
    await hung.getByRole('link', { name: 'Lập chuyến lấy hàng' }).click();
    await hung.getByRole('button', { name: 'Tìm xe và sắp chuyến' }).click();
    await hung.getByRole('link', { name: 'Xong' }).waitFor();
    await stage.shot(hung, 'trader-run');
    const call = await hung.locator('main a[href^="tel:"]').first().getAttribute('href');
    const number = await hung
      .getByText(/^CH-\d{4}-\w+$/)
      .first()
      .textContent();

    driver = await stage.signedIn(homeNumber(call));
    await driver.getByRole('link', { name: new RegExp(number ?? '') }).click();
    await driver.getByRole('button', { name: 'Nhận chuyến' }).click();
    await driver.getByRole('link', { name: 'Làm giấy' }).waitFor();
    runPath = new URL(driver.url()).pathname;
    expect(runPath).toMatch(/^\/app\/chuyen\/[0-9a-f-]{36}$/);
  });

  scene('its permit is born from the run and shown as a code', async () => {
    const { stage } = story;
    stage.tapsOn(driver);
    await driver.getByRole('link', { name: 'Làm giấy' }).click();
    await driver.getByRole('button', { name: 'Ghi xét nghiệm' }).click();
    await driver.getByRole('button', { name: 'Ghi kết quả' }).click();
    await driver
      .getByText(/dùng được đến/)
      .first()
      .waitFor();
    await stage.shot(driver, 'driver-papers');
    await driver.getByRole('button', { name: 'Xin giấy' }).click();
    const code = driver.getByRole('img', { name: /Mã QR của giấy/ });
    await code.waitFor();
    figures.record('permit, from the run: test, request', stage.tapsOn(driver));
    await stage.shot(driver, 'driver-permit');
    permitPicture = await code.screenshot();
    expect(await readQr(permitPicture)).toMatch(/^LN1:/);
    await stage.go(driver, runPath);
    await driver.getByRole('button', { name: 'Xuất phát' }).click();
    await driver.getByText('Đang chạy').first().waitFor();
    await stage.shot(driver, 'driver-run');
  });

  scene(
    'D9: the code is read by a checkpoint’s camera and judged without network, and the scan arrives when there is one',
    async () => {
      const { stage } = story;
      const minh = await stage.stranger();
      const letWorker = await holdsWorkerBack(minh);
      const scanner = minh.waitForResponse(/zxing_reader/);
      await stage.signInAsStaff(minh, MINH);
      await minh.getByRole('radio').first().check();
      await minh.getByRole('button', { name: 'Vào ca' }).click();
      await minh.getByLabel('Mã giấy (10 ký tự) hoặc nội dung QR').waitFor();
      await (await scanner).finished();
      await letWorker();
      for (const kept of ['zxing_reader', 'scanner-zxing', 'checkpoint-screen'])
        await until(() => minh.evaluate<boolean>(hasFile(kept)));
      await stage.camera.holdUp(permitPicture);
      await minh.context().setOffline(true);
      // The app is opened anew in the dead valley, with the driver's phone before the camera.
      await minh.reload();
      stage.tapsOn(minh);
      await minh.getByRole('button', { name: 'Cho qua' }).waitFor();
      figures.record('checkpoint: from the open app to a verdict', stage.tapsOn(minh));
      await minh.getByText('màu xanh').first().waitFor();
      await stage.shot(minh, 'checkpoint-verdict');
      await minh.getByRole('button', { name: 'Cho qua' }).click();
      await minh.getByText('Còn 1 việc chờ gửi').waitFor();
      await minh.context().setOffline(false);
      await minh.getByText('Đang có mạng').waitFor();
      expect(await until(() => greenScansOf(runPath))).toBe(1);
    },
  );

  scene(
    'a household’s baskets are weighed one by one, and it agrees on its own phone',
    async () => {
      const { stage } = story;
      const next = driver.locator('li.next');
      const call = await next.locator('a[href^="tel:"]').getAttribute('href');
      await next.getByRole('button', { name: 'Đến nơi' }).click();
      await next.getByRole('link', { name: 'Cân' }).click();
      await driver.getByRole('button', { name: 'Thêm mã cân' }).first().waitFor();
      stage.tapsOn(driver);
      await driver.getByRole('button', { name: 'Thêm mã cân' }).first().click();
      const dialog = driver.getByRole('dialog');
      await dialog.getByLabel('Bì', { exact: true }).selectOption('SOT');
      for (const keys of ['22', '23', '21', '24', '22']) {
        await press(driver, keys.split(''));
        await dialog.getByRole('button', { name: 'Ghi mã cân' }).click();
        await dialog.getByText(`Đã ghi ${keys}`).waitFor();
      }
      await stage.shot(driver, 'driver-scale');
      await dialog.getByRole('button', { name: 'Xong, đóng lại' }).click();
      await driver.getByRole('button', { name: 'Cân xong, gửi phiếu cho hộ' }).click();
      await dialog.getByRole('button', { name: 'Gửi phiếu', exact: true }).click();
      figures.record('weigh slip: five baskets, crate, to the household', stage.tapsOn(driver));
      await undoTimePasses(driver);
      await driver.getByText('Chờ hộ đồng ý').waitFor();

      household = await stage.signedIn(homeNumber(call));
      await household.getByRole('link', { name: 'Xem phiếu cân' }).click();
      // 112 − 5 × 1.8 of the baskets = 103, less 2 % (2.06), to the tenth of a kilogram: 100.9 kg.
      await household.getByRole('link', { name: /100,9 kg/ }).click();
      await household.getByRole('button', { name: 'Đồng ý' }).first().waitFor();
      for (const text of ['112 kg', '−9 kg', '100,9 kg'])
        await household.getByText(text).first().waitFor();
      await stage.shot(household, 'grower-ticket');
      const slip = household.getByRole('dialog');
      const agree = async (): Promise<void> => {
        await household.getByRole('button', { name: 'Đồng ý' }).first().click();
        await slip.getByRole('button', { name: 'Đúng, tôi đồng ý' }).click();
      };
      // She takes it back within the ten seconds, looks again, and agrees.
      await agree();
      await slip.getByRole('button', { name: /^Hoàn tác/ }).click();
      await undoTimePasses(household);
      await agree();
      await morning().board.moves(['WEIGHED'], async () => {
        await undoTimePasses(household);
        await slip.getByText(/^PC-/).waitFor();
      });
      await stage.shot(household, 'grower-agreed');
      await slip.getByRole('button', { name: 'Đóng' }).click();
    },
  );

  scene('the trader sees the sum and a code to pay it by; whoever is paid says so', async () => {
    const { stage } = story;
    const { hung } = morning();
    // What is owed is reckoned by a job of the market.
    await until(() => owedOf(morning().orderPath));
    await stage.go(hung, `${morning().orderPath}/tien`);
    await hung.getByRole('button', { name: 'Mã VietQR' }).first().click();
    const code = hung.getByRole('img', { name: /Mã VietQR/ });
    await code.waitFor();
    expect(await readQr(await code.screenshot())).toMatch(/^000201.*A000000727.*6304[0-9A-F]{4}$/);
    await stage.shot(hung, 'trader-vietqr');
    await hung.keyboard.press('Escape');
    await stage.shot(hung, 'trader-money');
    await hung.getByRole('button', { name: 'Tôi đã chuyển', exact: true }).first().click();
    const told = hung.getByRole('dialog');
    await told.getByRole('button', { name: /^Hoàn tác/ }).waitFor();
    await undoTimePasses(hung);
    await told.getByText(/^PC-/).waitFor();
    await told.getByRole('button', { name: 'Đóng' }).click();
    await hung
      .getByText(/đã báo trả/)
      .first()
      .waitFor();

    await stage.go(household, '/app/tien');
    const paid = household.locator('section.card', { hasText: 'Báo đã trả' }).first();
    await stage.shot(household, 'grower-money');
    await paid.getByRole('button', { name: 'Đã nhận đủ' }).click();
    await household.getByRole('dialog').getByRole('button', { name: 'Đúng, đã nhận đủ' }).click();
    await undoTimePasses(household);
    expect(await until(() => confirmedOf(morning().orderPath))).toBe(1);
  });
}
