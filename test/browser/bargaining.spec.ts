import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { byHand } from './bargaining/by-hand.js';
import { onTheRoad } from './bargaining/on-the-road.js';
import { onTwoPhones } from './bargaining/two-phones.js';
import { Neighbours } from './support/neighbours.js';
import { HUNG, LAN, MAI, press, undoTimePasses, until, type Stage } from './support/stage.js';
import { homeNumber, idOf, Story } from './support/story.js';

/** Who approves the papers of traders, by number. */
const KHOA = '0900000009';
/** A number nobody has. */
const NEW_TRADER = '0912345678';

/**
 * What a trader and a cooperative's clerk do beside one order filled as planned: looking for fruit, posting a need,
 * haggling, selling together, calling those who do not answer, changing what was agreed, and becoming a trader at all.
 */
describe('a trader and a cooperative’s clerk at work', () => {
  const story = new Story(async (opened) => {
    stage = opened;
    neighbours = new Neighbours(stage.product);
    await neighbours.offer('Nghĩa Phương', 6);
  });
  const { scene } = story;
  let stage: Stage;
  let neighbours: Neighbours;
  let lan: Page;
  let mai: Page;
  let hung: Page;
  let orderPath: string;

  scene(
    'the clerk writes what members say they will have, and the three parts stay apart',
    async () => {
      mai = await stage.phoneOf(MAI);
      await mai.getByRole('link', { name: /Nguồn hàng/ }).click();
      await mai.getByText('Chưa báo, ước theo kế hoạch').first().waitFor();
      await stage.shot(mai, 'clerk-source');
      await mai.getByRole('link', { name: 'Báo giúp hộ chưa báo' }).click();
      const silent = mai.getByLabel(/: bao nhiêu\?$/);
      await silent.first().click();
      await silent.first().pressSequentially('3 tạ');
      await stage.shot(mai, 'clerk-report-list');
      await mai.getByRole('button', { name: 'Ghi 1 hộ' }).click();
      await mai.getByText('Đã ghi 1 hộ, máy tự gửi').waitFor();
      await undoTimePasses(mai);
      await until(
        async () =>
          (
            await story.rows(
              `select 1 from forecasts where grams = 300000 and created_at > now() - interval '5 minutes'`,
            )
          ).length === 1,
      );
    },
  );

  scene('she shows her members’ lots to the market as one', async () => {
    await stage.go(mai, '/app/htx/niem-yet');
    await mai.getByRole('button', { name: 'Gộp lô các hộ' }).click();
    await mai.getByRole('button', { name: /^Niêm yết \d+ lô/ }).click();
    await mai.getByText('Đang hiện').first().waitFor();
    await stage.shot(mai, 'clerk-pool');
  });

  scene('a trader sees where fruit is and why in that order, and keeps the search', async () => {
    hung = await stage.phoneOf(HUNG);
    await hung.getByRole('link', { name: 'Nguồn hàng' }).click();
    await hung.getByText('Hợp tác xã gom sẵn').first().waitFor();
    await hung.getByLabel('Tìm theo cây, xã').fill('na nghia phuong');
    await hung.getByText('Lô hợp nhất trước').waitFor();
    await hung.getByText('Vì sao lô này đứng đây?').first().click();
    await stage.shot(hung, 'trader-supply');
    await hung.getByRole('link', { name: /^Báo tôi khi có lô mới/ }).click();
    await hung.getByRole('button', { name: /^Lưu: / }).click();
    await hung.getByText(/^Đã lưu\. Có lô mới/).waitFor();
  });

  scene('he posts a need, and a grower says how much of it she has', async () => {
    await stage.go(hung, '/app/gom/moi');
    await hung.getByLabel('Mua xô: số cân (kg)').click();
    await hung.getByLabel('Mua xô: số cân (kg)').pressSequentially('1 tấn');
    await hung.getByLabel('Lấy hàng').selectOption({ label: 'càng sớm càng tốt' });
    await hung.getByRole('button', { name: /^Tìm hàng/ }).click();
    await hung.waitForURL(/\/app\/gom\/[0-9a-f-]{36}$/);
    orderPath = new URL(hung.url()).pathname;
    await hung.getByRole('link', { name: 'Nhu cầu trên bảng của bà con' }).click();
    await hung.getByRole('button', { name: 'Đăng nhu cầu lên bảng' }).click();
    await hung.getByText('Chưa hộ nào báo có hàng').waitFor();

    lan = await stage.phoneOf(LAN);
    await stage.go(lan, '/app/nhu-cau');
    await lan.getByRole('button', { name: 'Tôi có hàng' }).first().click();
    await lan.getByLabel('Có bao nhiêu').pressSequentially('2 tạ');
    await stage.shot(lan, 'grower-need');
    await lan.getByRole('button', { name: 'Báo cho người mua' }).click();
    await lan.getByText(/^Tôi đã báo 200\skg/).waitFor();
    await hung.reload();
    await hung.getByText(/200\skg của 1 hộ/).waitFor();
    await stage.shot(hung, 'trader-need');
  });

  scene(
    'they haggle over a lot of hers: another price, the answer to it, and a deal both can prove',
    async () => {
      const lotId = randomUUID();
      const { token } = await stage.product.sessionOf('GROWER');
      await stage.product.act(token, 'createLot', {
        lotId,
        cropCode: 'NA',
        grades: [{ gradeCode: 'XO', grams: 200_000, askVndPerKg: 22_000 }],
        readyFrom: new Date().toISOString(),
        readyTo: new Date(Date.now() + 12 * 3_600_000).toISOString(),
        publish: true,
      });
      await stage.go(hung, `/app/tra-gia/${lotId}`);
      await hung
        .getByLabel(/: bao nhiêu\?$/)
        .first()
        .pressSequentially('1 tạ');
      await hung
        .getByLabel(/: giá một cân$/)
        .first()
        .pressSequentially('18k');
      await stage.shot(hung, 'trader-offer');
      await hung.getByRole('button', { name: /^Gửi · 1\.800\.000/ }).click();
      await hung.getByText('Chờ bên kia').waitFor();
      const talk = new URL(hung.url()).pathname;

      await stage.go(lan, talk);
      await lan.getByText('Đến lượt mình').waitFor();
      await stage.shot(lan, 'grower-talk');
      await lan.getByRole('button', { name: 'Trả giá khác' }).click();
      await lan
        .getByLabel(/: giá một cân$/)
        .first()
        .fill('21k');
      await lan.getByRole('button', { name: /^Gửi · 2\.100\.000/ }).click();
      await lan.getByText('Chờ bên kia').waitFor();

      await hung.reload();
      await hung.getByRole('button', { name: 'Đồng ý, chốt' }).click();
      await hung.getByRole('dialog').getByRole('button', { name: 'Chốt', exact: true }).click();
      await hung
        .getByRole('dialog')
        .getByRole('button', { name: /^Hoàn tác/ })
        .waitFor();
      await undoTimePasses(hung);
      await hung.getByText('Đã chốt').first().waitFor();
      await lan.reload();
      await lan.getByRole('link', { name: 'Mở thỏa thuận' }).click();
      await lan
        .getByText(/21\.000/)
        .first()
        .waitFor();
      await stage.shot(lan, 'grower-deal');
    },
  );

  byHand(story, () => idOf(orderPath));

  scene('whoever does not answer is called, and the clerk writes down what was said', async () => {
    await stage.go(hung, orderPath);
    await hung
      .getByText(/^0\/\d+ hộ đã nhận lời/)
      .first()
      .waitFor();
    // Ten minutes in which nobody looked at a phone.
    await story.rows(
      `update allocation_lines set offered_at = offered_at - interval '11 minutes' where order_id = $1 returning 1`,
      idOf(orderPath),
    );
    await stage.go(mai, '/app/goi-dien');
    const called = mai.getByRole('button', { name: 'Ghi điều hộ nói' });
    const sheet = mai.getByRole('dialog');
    // Kilograms begun for one household are not those of the next.
    for (const nth of [0, 1]) {
      await called.nth(nth).click();
      await sheet.getByRole('button', { name: 'Nhận bán một phần' }).click();
      await sheet.getByRole('button', { name: /^Nhận bán … kg/ }).waitFor();
      await press(mai, ['7']);
      await sheet.getByRole('button', { name: /^Nhận bán 7 kg/ }).waitFor();
      await sheet.getByRole('button', { name: 'Đóng' }).click();
      await sheet.getByRole('button', { name: 'Nhận bán một phần' }).waitFor();
      await mai.keyboard.press('Escape');
    }
    await called.first().click();
    await stage.shot(mai, 'clerk-calls');
    await mai.getByRole('dialog').getByRole('button', { name: 'Nhận bán', exact: true }).click();
    await mai.getByText(/^Đã ghi cho .*Hộ sẽ nhận được tin\.$/).waitFor();
  });

  scene(
    'what was agreed is changed only when the household says yes to what it will do',
    async () => {
      await neighbours.accept(idOf(orderPath));
      await stage.go(hung, orderPath);
      await hung.getByRole('button', { name: /^Chốt đơn/ }).click();
      const dialog = hung.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Chốt đơn' }).click();
      await dialog.getByRole('button', { name: /^Hoàn tác/ }).waitFor();
      await undoTimePasses(hung);
      await dialog.getByRole('button', { name: 'Đóng' }).click();
      await hung.getByRole('link', { name: 'Đổi kg, giờ lấy' }).click();
      const [deal] = await story.rows<{ id: string; phone: string }>(
        `select d.id, p.phone from deals d join memberships m on m.party_id = d.household_id join people p on p.id = m.person_id
        where d.order_id = $1 order by d.id limit 1`,
        idOf(orderPath),
      );
      const kg = hung.locator(`input[id^="${deal?.id}"]`);
      await kg.first().pressSequentially('90');
      await hung.getByRole('button', { name: 'Xem trước rồi gửi' }).click();
      await hung.getByText('Nếu đổi').waitFor();
      await stage.shot(hung, 'trader-change');
      await hung.getByRole('button', { name: 'Gửi đề nghị' }).click();
      await hung.getByText('Đang chờ bên kia').waitFor();

      const household = await stage.phoneOf(homeNumber(deal?.phone));
      await stage.go(household, `/app/don/${deal?.id}/doi`);
      await household.getByText('Người mua xin đổi').waitFor();
      await stage.shot(household, 'grower-change');
      await household.getByRole('button', { name: 'Đồng ý đổi' }).click();
      await household
        .getByRole('dialog')
        .getByRole('button', { name: /^Hoàn tác/ })
        .waitFor();
      await undoTimePasses(household);
      await household.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
      await until(
        async () =>
          (
            await story.rows(
              `select 1 from order_changes where order_id = $1 and state = 'APPLIED'`,
              idOf(orderPath),
            )
          ).length === 1,
      );
    },
  );

  scene(
    'LI-14: the buyer reads the number of a household’s certificate beside its deal',
    async () => {
      const [deal] = await story.rows<{ number: string; householdId: string }>(
        `select number, household_id "householdId" from deals where order_id = $1 order by number limit 1`,
        idOf(orderPath),
      );
      const { token } = await stage.product.sessionOf('GROWER', deal?.householdId);
      await stage.product.act(token, 'declareClaim', {
        claimId: randomUUID(),
        kind: 'VIETGAP',
        number: 'VIETGAP-TT-12-24-0007',
        validFrom: '2025-01-10',
        validTo: '2099-12-31',
      });
      await stage.go(hung, orderPath);
      const paper = hung
        .getByRole('listitem')
        .filter({ hasText: deal?.number ?? '' })
        .getByText(/^VietGAP · đến hết 31\/12\/2099\s*VIETGAP-TT-12-24-0007$/);
      await paper.scrollIntoViewIfNeeded();
      await stage.shot(hung, 'trader-certificate');
      expect(await hung.getByText(/VIETGAP-TT/).count()).toBe(1);
    },
  );

  onTheRoad(story, () => idOf(orderPath));
  onTwoPhones(story);

  scene('somebody new hands in her papers, and orders once they are approved', async () => {
    const trader = await stage.signedIn(NEW_TRADER, 'phone', '/app/ho');
    await trader.getByRole('link', { name: 'Tôi mua hàng hoặc chạy xe' }).click();
    await trader.getByLabel('Tên cơ sở hoặc họ tên').fill('Vựa Bà Nguyệt');
    await trader.getByLabel('Mã số thuế hoặc số căn cước').fill('2400123456');
    await trader.getByLabel('Nghĩa Phương').check();
    await trader.getByRole('button', { name: 'Lưu hồ sơ' }).click();
    await trader.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await trader.getByText('Hồ sơ đã nộp.').waitFor();
    await stage.shot(trader, 'trader-papers');
    const khoa = await stage.officer(KHOA);
    await stage.go(khoa, '/app/qt');
    await khoa
      .locator('section.card', { hasText: 'Vựa Bà Nguyệt' })
      .getByRole('button', { name: 'Duyệt' })
      .click();
    await until(
      async () =>
        (
          await story.rows(
            `select 1 from parties where name = 'Vựa Bà Nguyệt' and state = 'ACTIVE'`,
          )
        ).length === 1,
    );
    await trader.reload();
    await trader.getByText('Hồ sơ đã duyệt.').waitFor();
    expect(stage.faults).toEqual([]);
  });
});
