import type { Page } from 'playwright-core';
import { hasRead } from '../support/kept.js';
import { HUNG, losesSignal, press, undoTimePasses, until } from '../support/stage.js';
import { homeNumber, type Story } from '../support/story.js';

interface Spare {
  readonly id: string;
  readonly householdId: string;
  readonly phone: string;
}

/** The truck is out, and it is not as agreed: one household has nothing, another has more. */
export function onTheRoad(story: Story, order: () => string): void {
  const { scene } = story;
  let driver: Page;
  let runPath: string;

  const dealsIn = (state: string): Promise<{ id: string; phone: string; name: string }[]> =>
    story.rows(
      `select d.id, p.phone, h.name from deals d join parties h on h.id = d.household_id join memberships m on m.party_id = d.household_id
         join people p on p.id = m.person_id where d.order_id = $1 and d.state = $2 order by d.number`,
      order(),
      state,
    );

  scene('AL-10: households are asked to stand by, and keep their fruit for the order', async () => {
    const { stage } = story;
    const hung = await stage.phoneOf(HUNG);
    await stage.go(hung, `/app/gom/${order()}/du-phong`);
    await hung.getByText('Đơn chưa có lô dự phòng').waitFor();
    await hung.getByLabel('Nhờ giữ bao nhiêu phần của đơn').selectOption({ label: '30 %' });
    await hung.getByRole('button', { name: 'Nhờ các hộ giữ dự phòng' }).click();
    await hung.getByText('Chờ trả lời').first().waitFor();
    const [first, ...others] = await story.rows<Spare>(
      `select b.id, b.household_id "householdId", p.phone from backups b
         join memberships m on m.party_id = b.household_id join people p on p.id = m.person_id
        where b.order_id = $1 order by b.grams desc`,
      order(),
    );
    const spare = await stage.phoneOf(homeNumber(first?.phone));
    await stage.go(spare, '/app/du-phong');
    await spare.getByRole('button', { name: 'Tôi giữ được' }).waitFor();
    await stage.shot(spare, 'grower-backup');
    await spare.getByRole('button', { name: 'Tôi giữ được' }).click();
    await spare.getByText('Đang giữ').waitFor();
    for (const { id, householdId } of others) {
      const { token } = await stage.product.sessionOf('GROWER', householdId);
      await stage.product.act(token, 'respondBackup', { backupId: id, accept: true });
    }
    await hung.reload();
    await hung.getByText('Đang giữ').nth(others.length).waitFor();
    await stage.shot(hung, 'trader-backups');
  });

  scene('a truck is found, and leaves with its papers', async () => {
    const { stage } = story;
    const hung = await stage.phoneOf(HUNG);
    await stage.go(hung, `/app/gom/${order()}/chuyen`);
    await hung.getByRole('button', { name: 'Tìm xe và sắp chuyến' }).click();
    const call = hung.locator('main a[href^="tel:"]').first();
    driver = await stage.phoneOf(homeNumber(await call.getAttribute('href')));
    const number = await hung
      .getByText(/^CH-\d{4}-\w+$/)
      .first()
      .textContent();
    await driver.getByRole('link', { name: new RegExp(number ?? '') }).click();
    await driver.getByRole('button', { name: 'Nhận chuyến' }).click();
    await driver.getByRole('link', { name: 'Làm giấy' }).waitFor();
    runPath = new URL(driver.url()).pathname;
    // Whoever asked for the run is called by its driver, and not by himself.
    const callHung = `main a[href="tel:+84${HUNG.slice(1)}"]`;
    await driver.locator(callHung).waitFor();
    await stage.go(hung, runPath);
    await hung.locator('b.plate').waitFor();
    await stage.shot(hung, 'trader-own-run');
    expect(await hung.locator(callHung).count()).toBe(0);
    await driver.getByRole('link', { name: 'Làm giấy' }).click();
    await driver.getByRole('button', { name: 'Ghi xét nghiệm' }).click();
    await driver.getByRole('button', { name: 'Ghi kết quả' }).click();
    await driver
      .getByText(/dùng được đến/)
      .first()
      .waitFor();
    await driver.getByRole('button', { name: 'Xin giấy' }).click();
    await driver.getByRole('img', { name: /Mã QR của giấy/ }).waitFor();
    await stage.go(driver, runPath);
    await driver.getByRole('button', { name: 'Xuất phát' }).click();
    await driver.getByText('Đang chạy').first().waitFor();
  });

  scene(
    'AL-11: without signal the driver takes of a household that stood by what another has not, and it counts once',
    async () => {
      const { stage } = story;
      const next = driver.locator('li.next');
      await next.getByRole('button', { name: 'Đến nơi' }).click();
      await next.getByRole('button', { name: 'Xong, đã lấy đủ' }).waitFor();
      await until(() => driver.evaluate<boolean>(hasRead('RunReplacements')));
      const before = await dealsIn('COMMITTED');

      await losesSignal(driver);
      await next.getByRole('button', { name: 'Có vấn đề' }).click();
      const sheet = driver.getByRole('dialog');
      await sheet.getByText('Không lấy được gì').click();
      await sheet.getByText('Nhà đi vắng').click();
      await sheet.getByRole('button', { name: 'Ghi lại' }).click();
      await driver.getByText(/đơn còn thiếu\. Có thể lấy của hộ giữ sẵn\.$/).waitFor();
      await stage.shot(driver, 'driver-short');
      await driver.getByRole('link', { name: 'Lấy hàng dự phòng' }).first().click();
      await driver.getByText(/^Đơn còn thiếu/).waitFor();
      await driver.getByRole('switch').first().click();
      await stage.shot(driver, 'driver-replace');
      await driver.getByRole('button', { name: /^Lấy .* của 1 hộ/ }).click();
      const failed = driver.locator('li.card', { hasText: 'Không lấy được' });
      await failed.getByText(/^Lấy thay .* Chờ gửi$/).waitFor();
      await failed.scrollIntoViewIfNeeded();
      await stage.shot(driver, 'driver-replaced-unsent');
      // Opened anew in the dead valley: what was decided stays decided.
      await driver.reload();
      await failed.getByText(/^Lấy thay .* Chờ gửi$/).waitFor();
      expect(await dealsIn('CANCELLED')).toEqual([]);

      await driver.context().setOffline(false);
      await undoTimePasses(driver);
      const [gone] = await until(async () => {
        const ended = await dealsIn('CANCELLED');
        return ended.length > 0 && ended;
      });
      const after = await dealsIn('COMMITTED');
      const come = after.find(({ id }) => !before.some((deal) => deal.id === id));
      expect(after).toHaveLength(before.length);
      const acts = `select 1 from acts where operation = 'replaceAllocation'`;
      expect(await story.rows(acts)).toHaveLength(1);
      await next.getByRole('heading', { name: come?.name }).waitFor();
      await driver.evaluate('scrollTo(0, 0)');
      await stage.shot(driver, 'driver-replaced');

      await story.everybodyKnows();
      const hung = await stage.phoneOf(HUNG);
      await stage.go(hung, '/app/tin');
      await hung.getByText(/đã dừng: xe đến không có hàng, đã lấy của hộ khác/).click();
      await hung.getByText(/Không lấy được.*Nhà đi vắng/).waitFor();
      await hung
        .getByText('Chưa đến')
        .nth(before.length - 1)
        .waitFor();
      await stage.shot(hung, 'trader-truck');
      const lost = await stage.phoneOf(homeNumber(gone?.phone));
      await stage.go(lost, `/app/don/${gone?.id}`);
      await lost.getByText(/“Nhà đi vắng”/).waitFor();
      await stage.shot(lost, 'grower-not-taken');
      await lost.getByRole('link', { name: 'Vì sao dừng' }).click();
      await lost.getByText('Đã lấy của hộ khác').waitFor();
      await stage.shot(lost, 'grower-replaced');
      const spare = await stage.phoneOf(homeNumber(come?.phone));
      await stage.go(spare, `/app/don/${come?.id}`);
      await spare.getByText(/^Xe .* đến lúc/).waitFor();
      await stage.shot(spare, 'grower-taken-instead');
    },
  );

  scene(
    'AL-12: what is above the deal is taken on the buyer’s word alone, who sees of whom, how much and for what',
    async () => {
      const { stage } = story;
      await stage.go(driver, runPath);
      const next = driver.locator('li.next');
      await next.getByRole('button', { name: 'Đến nơi' }).click();
      await next.getByRole('link', { name: 'Cân' }).click();
      await driver.getByRole('button', { name: 'Thêm mã cân' }).first().click();
      const sheet = driver.getByRole('dialog');
      await press(driver, ['4', '0', '0']);
      await sheet.getByRole('button', { name: 'Ghi mã cân' }).click();
      await sheet.getByText('Đã ghi 400').waitFor();
      await sheet.getByRole('button', { name: 'Xong, đóng lại' }).click();
      await driver.getByText(/^Cân hơn thỏa thuận/).waitFor();
      await stage.shot(driver, 'driver-over');
      await driver.getByRole('button', { name: 'Cân xong, gửi phiếu cho hộ' }).click();
      await stage.shot(driver, 'driver-over-asks');
      await sheet.getByRole('button', { name: 'Hỏi người mua' }).click();
      await undoTimePasses(driver);
      await driver.getByText(/Đã hỏi người mua lúc/).waitFor();
      await stage.shot(driver, 'driver-over-refused');

      await story.everybodyKnows();
      const hung = await stage.phoneOf(HUNG);
      await stage.go(hung, '/app/tin');
      const asked = hung.getByText(/hơn thỏa thuận/).first();
      await asked.waitFor();
      await stage.shot(hung, 'trader-over-news');
      await asked.click();
      await hung.getByText(/^Cân hơn thỏa thuận/).waitFor();
      await stage.shot(hung, 'trader-over');
      await hung.getByRole('button', { name: 'Cân xong, gửi phiếu cho hộ' }).click();
      await hung.getByText(/phải trả thêm khoảng/).waitFor();
      await stage.shot(hung, 'trader-over-yes');
      await hung.getByRole('button', { name: /^Nhận cả / }).click();
      await undoTimePasses(hung);
      await hung.getByText('Chờ hộ đồng ý').waitFor();
      const agreed = `select 1 from weigh_tickets t join deals d on d.id = t.deal_id
         where d.order_id = $1 and t.state = 'SUBMITTED' and t.over_agreed_by is not null`;
      expect(await story.rows(agreed, order())).toHaveLength(1);
      await driver.reload();
      await driver.getByText('Chờ hộ đồng ý').waitFor();
    },
  );
}
