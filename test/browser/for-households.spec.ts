import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { calledBack } from './for-households/called-back.js';
import { firstTouch, notedBeforeTheDisk } from './for-households/first-touch.js';
import { HANG, LAN, press, undoTimePasses, until, type Stage } from './support/stage.js';
import { Story } from './support/story.js';

const COMMUNE = 'Nghĩa Phương';

/** A list as the officer keeps it in Excel. */
async function sheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Danh sách').addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What a commune's officer does so that a household without a phone, or without the habit of it, is on the market too. */
describe('a commune’s officer and the households she helps', () => {
  const story = new Story(async (opened) => {
    stage = opened;
  });
  const { scene } = story;
  let stage: Stage;
  let officer: Page;
  let lan: Page;

  const pick = async (name: string, list: readonly (readonly string[])[]): Promise<void> =>
    officer
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await sheet(list),
      });
  /** A sheet of paper before the camera of the officer's phone. */
  const photograph = async (shown: string): Promise<void> => {
    const paper = { width: 900, height: 1270, channels: 3 as const, background: '#f4f1e8' };
    const buffer = await sharp({ create: paper }).jpeg().toBuffer();
    await officer
      .locator('input[type=file][accept="image/*"]')
      .first()
      .setInputFiles({ name: 'da-ky.jpg', mimeType: 'image/jpeg', buffer });
    await officer.getByAltText(shown).waitFor();
  };

  scene('PL-08 what households say on the telephone is written in one list', async () => {
    officer = await stage.officer(HANG);
    await officer.getByText('Công bằng trong tháng').waitFor();
    await stage.shot(officer, 'commune-board');
    await officer.getByRole('link', { name: 'Việc xã' }).click();
    await officer.getByLabel('Tìm hộ').waitFor();
    await stage.shot(officer, 'commune-desk');
    await officer.getByRole('link', { name: 'Báo giúp các hộ' }).click();
    const silent = officer.getByLabel(/: bao nhiêu\?$/);
    await silent.nth(0).pressSequentially('2 tạ rưỡi');
    await silent.nth(1).pressSequentially('ba tạ hai');
    await officer.getByText('250 kg', { exact: false }).first().waitFor();
    await stage.shot(officer, 'commune-report-list');
    await officer.getByRole('button', { name: 'Ghi 2 hộ' }).click();
    await officer.getByText('Đã ghi 2 hộ.').waitFor();
    const kept = await story.rows<{ grams: number }>(
      `select grams::int as grams from forecasts where source = 'OFFICER' and created_at > now() - interval '5 minutes'
        order by grams`,
    );
    expect(kept).toEqual([{ grams: 250_000 }, { grams: 320_000 }]);
  });

  scene('AP-09 a list of households is looked at row by row before it is entered', async () => {
    await officer.getByRole('link', { name: 'Nhập danh sách hộ mới' }).click();
    await officer.getByText('Nhập từ bảng Excel').waitFor();
    await pick('ho-moi.xlsx', [
      ['Hộ', 'Số điện thoại', 'Xã', 'Thôn', 'Cây', 'Diện tích', 'Năm trồng'],
      ['Lưu Văn Kiên', '0912 345 670', COMMUNE, '', 'Na', '5 sào', '2018'],
      ['Lưu Thị Nhàn', '', 'Xã không có', '', 'Na', 'rộng lắm', ''],
    ]);
    await officer.getByText('1 trong 2 dòng ghi được').waitFor();
    await officer.getByText('cần sửa').waitFor();
    await stage.shot(officer, 'commune-new-households');
    expect(await story.rows(`select 1 from parties where name like '%Lưu Văn Kiên'`)).toEqual([]);
    await photograph('Ảnh danh sách các hộ đã ký');
    await stage.shot(officer, 'commune-signed-list');
    await officer.getByRole('button', { name: 'Ghi 1 dòng vào sổ' }).click();
    await officer.getByText('đã ghi', { exact: true }).waitFor();
    expect(await story.rows(`select 1 from parties where name like '%Lưu Văn Kiên'`)).toHaveLength(
      1,
    );
  });

  scene('ID-06 a household that was never asked agrees by the code in a message', async () => {
    await stage.go(officer, '/app/xa');
    await officer.getByLabel('Tìm hộ').pressSequentially('giap thi lan');
    await officer.getByRole('link', { name: /^Xin phép .*Giáp Thị Lan/ }).click();
    await officer.getByText('Hộ chưa nhờ bên mình việc gì.').waitFor();
    await stage.shot(officer, 'commune-ask');
    await officer.getByRole('button', { name: 'Gửi mã tới số của hộ' }).click();
    const box = officer.getByLabel('Mã hộ đọc');
    await box.waitFor();
    await stage.shot(officer, 'commune-ask-code');
    const read = await until(async () => {
      const phones = await (await fetch(`${stage.product.url}/demo`)).text();
      return /doc ma (\d{6}) cho ho/.exec(phones)?.[1];
    });
    await box.pressSequentially(read);
    await officer.getByRole('button', { name: 'Ghi lời đồng ý' }).click();
    await officer.getByText('Hộ đã đọc mã trong tin nhắn', { exact: false }).waitFor();
    await stage.shot(officer, 'commune-asked');
  });

  scene('ID-06 or by a paper it signs, and takes its word back at the counter', async () => {
    await stage.go(officer, '/app/xin-phep');
    await officer.getByLabel('Tìm hộ').pressSequentially('luu van kien');
    await officer.getByRole('button', { name: 'Tìm', exact: true }).click();
    await stage.shot(officer, 'commune-counter');
    await officer.getByRole('link', { name: /Lưu Văn Kiên/ }).click();
    await officer.getByRole('button', { name: 'Chụp giấy hộ đã ký' }).click();
    await stage.shot(officer, 'commune-ask-paper');
    await photograph('Ảnh giấy hộ đã ký');
    await officer.getByRole('button', { name: 'Ghi lời đồng ý' }).click();
    await officer.getByRole('button', { name: 'Xem giấy đã ký' }).click();
    await stage.shot(officer, 'commune-signed');
    await officer.getByRole('button', { name: 'Hộ thôi không nhờ nữa' }).click();
    await officer.getByText('Không có việc nào đang dở.').waitFor();
    await stage.shot(officer, 'commune-word-back');
    await officer.getByRole('button', { name: 'Ghi hộ thôi nhờ' }).click();
    await officer.getByText('Hộ chưa nhờ bên mình việc gì.').waitFor();
  });

  scene(
    'E7 a household without the app asks at the counter to be forgotten, and stays after all',
    async () => {
      await officer.getByRole('link', { name: 'Hộ xin xóa hồ sơ' }).click();
      await officer.getByRole('button', { name: 'Gửi mã tới số của hộ' }).waitFor();
      await stage.shot(officer, 'commune-forget');
      await officer.getByRole('button', { name: 'Chụp giấy hộ đã ký' }).click();
      await officer.getByText('Viết: “Tôi tên là', { exact: false }).waitFor();
      await photograph('Ảnh giấy hộ xin xóa hồ sơ');
      await officer.getByRole('button', { name: 'Ghi hộ xin xóa' }).click();
      await officer.getByText('Hồ sơ sẽ xóa sau', { exact: false }).waitFor();
      await stage.shot(officer, 'commune-forget-waits');
      await officer.getByRole('button', { name: 'Hộ thôi, không xóa nữa' }).click();
      await officer.getByRole('button', { name: 'Chụp giấy hộ đã ký' }).waitFor();
    },
  );

  scene('E7 G3 it takes its data home there, by a paper signed for that alone', async () => {
    await officer.getByRole('link', { name: 'Quay lại' }).click();
    await officer.getByRole('link', { name: 'Lấy dữ liệu của hộ' }).click();
    await officer.getByRole('button', { name: 'Gửi mã tới số của hộ' }).waitFor();
    await stage.shot(officer, 'commune-data');
    await officer.getByRole('button', { name: 'Chụp giấy hộ đã ký' }).click();
    await officer.getByText('xin lấy dữ liệu của nhà tôi', { exact: false }).waitFor();
    await photograph('Ảnh giấy hộ xin lấy dữ liệu');
    await officer.getByRole('button', { name: 'Lấy dữ liệu cho hộ' }).click();
    await officer.getByText('dòng dữ liệu của hộ', { exact: false }).waitFor();
    await stage.shot(officer, 'commune-data-taken');
    const file = officer.waitForEvent('download');
    await officer.getByRole('button', { name: 'Tải bản đầy đủ (JSON)' }).click();
    const taken = JSON.parse(await readFile(await (await file).path(), 'utf8'));
    expect(taken.tables.parties).toMatchObject([{ name: expect.stringContaining('Lưu Văn Kiên') }]);
    expect((await file).suggestedFilename()).toBe('cho-luc-nam.json');
  });

  scene('ID-06 a lot offered for a household is told to it, and it takes it back', async () => {
    await stage.go(officer, '/app/xa');
    await officer.getByLabel('Tìm hộ').pressSequentially('giap thi lan');
    await officer.getByRole('button', { name: /^Đăng lô cho .*Giáp Thị Lan/ }).click();
    await officer.getByRole('button', { name: 'Na dai', exact: true }).click();
    await officer.getByRole('button', { name: /^Mua xô/ }).click();
    await officer.getByRole('button', { name: 'Đếm bằng sọt, thùng' }).click();
    await officer.getByRole('button', { name: 'Một sọt mấy cân?' }).click();
    await officer.getByLabel('Một sọt được mấy cân').pressSequentially('25');
    await officer.getByRole('button', { name: 'Nhớ số này' }).click();
    await officer.getByLabel('Ghi số sọt, số thùng').pressSequentially('8 sọt');
    await officer.getByText('tám sọt = 200 kg').waitFor();
    await stage.shot(officer, 'commune-lot-weight');
    await officer.getByRole('button', { name: /^Lấy số này/ }).click();
    await officer.getByRole('button', { name: /^Ghi 200\skg/ }).click();
    await press(officer, ['2', '2']);
    await officer.getByRole('button', { name: 'Được', exact: true }).click();
    await officer.getByRole('button', { name: /^Xong, tất cả/ }).click();
    await officer.getByRole('button', { name: 'Hôm nay' }).click();
    await stage.shot(officer, 'commune-lot-check');
    await officer.getByRole('button', { name: 'Đúng, đăng bán' }).click();
    await officer.getByText('Đã ghi. Lô sẽ lên chợ.').waitFor();
    await undoTimePasses(officer);

    lan = await stage.signedIn(LAN);
    await until(
      async () =>
        (
          await story.rows(
            `select 1 from assisted_acts a join parties h on h.id = a.household_id
              where h.name like '%Giáp Thị Lan' and a.kind = 'LOT_OFFERED' and a.created_at > now() - interval '5 minutes'`,
          )
        ).length === 1,
    );
    await stage.go(lan, '/app/uy-quyen');
    await lan.getByText('Nhà mình đã đọc mã trong tin nhắn', { exact: false }).waitFor();
    await stage.shot(lan, 'grower-grants');
    await stage.go(lan, '/app/lam-thay');
    await lan.getByText(/đăng bán 200\skg/).waitFor();
    await lan.getByText(/ghi một sọt đựng được 25\skg/).waitFor();
    await stage.shot(lan, 'grower-assisted');
    await lan.getByRole('button', { name: 'Bỏ việc này' }).first().click();
    await lan.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click();
    await lan.getByText('Hộ đã bỏ').first().waitFor();
    await stage.go(officer, '/app/lam-thay');
    await officer.getByText('Hộ đã bỏ').first().waitFor();
    await stage.shot(officer, 'commune-acts');
  });

  firstTouch(story, () => lan);

  calledBack(story, () => ({ officer, lan }));

  scene(
    'PL-07 a plan beyond what the land bears comes back with a reason and is mended',
    async () => {
      await stage.go(lan, '/app/ke-hoach');
      await lan.getByRole('button', { name: 'Ghi kế hoạch' }).click();
      await lan.getByLabel('Cây', { exact: true }).selectOption({ label: 'Khoai sọ' });
      await lan.getByLabel('Cả vụ được bao nhiêu').pressSequentially('40 tấn');
      await lan.getByLabel(/^Diện tích/).pressSequentially('1080');
      await lan.getByRole('button', { name: 'Nộp kế hoạch' }).click();
      const own = lan.locator('section.card', { hasText: 'Khoai sọ' });
      await own.getByText('Chờ xác nhận').waitFor();
      await stage.go(officer, '/app/vp/ke-hoach');
      const planOn = (page: Page): Locator =>
        page.locator('section.card', { hasText: 'Giáp Thị Lan' }).filter({ hasText: 'Khoai sọ' });
      const plan = planOn(officer);
      await plan.getByText('năng suất quá cao').waitFor();
      await notedBeforeTheDisk(stage, officer, planOn);
      await plan.getByRole('button', { name: 'Trả lại' }).click();
      await plan.getByLabel('Cần sửa gì?').pressSequentially('3 sào không được 40 tấn');
      await stage.shot(officer, 'commune-plan');
      await plan.getByRole('button', { name: 'Trả lại' }).click();
      await plan.waitFor({ state: 'detached' });
      await lan.reload();
      await own.getByText('Trả lại: 3 sào không được 40 tấn').waitFor();
      await stage.shot(lan, 'grower-plan-back');
      await own.getByRole('button', { name: 'Sửa' }).click();
      await lan.getByLabel('Cả vụ được bao nhiêu').fill('1,2 tấn');
      await lan.getByRole('button', { name: 'Nộp kế hoạch' }).click();
      await own.getByText('Chờ xác nhận').waitFor();
      await officer.reload();
      await plan.getByRole('button', { name: 'Xác nhận' }).click();
      await plan.waitFor({ state: 'detached' });
      await until(
        async () =>
          (
            await story.rows(
              `select 1 from production_plans p join parties h on h.id = p.household_id
              where h.name like '%Giáp Thị Lan' and p.crop_code = 'KHOAI_SO' and p.state = 'CONFIRMED'`,
            )
          ).length === 1,
      );
      expect(stage.faults).toEqual([]);
    },
  );
});
