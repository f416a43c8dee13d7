import { HA, HUNG, undoTimePasses } from '../support/stage.js';
import { homeNumber, type Story } from '../support/story.js';

const REASON = 'Nhà ấy neo người, chỉ kịp hái hai tạ';

/** The trader divides his order otherwise than the market would. */
export function byHand(story: Story, order: () => string): void {
  const { scene } = story;
  let household: string;

  scene(
    'AL-18: the trader chooses kilograms by hand, and is asked why before they are sent',
    async () => {
      const { stage } = story;
      const hung = await stage.phoneOf(HUNG);
      await stage.go(hung, `/app/gom/${order()}/tu-chia`);
      const cells = hung.getByLabel(/^Số kg mình chia/);
      await cells.first().waitFor();
      const typed = await Promise.all((await cells.all()).map((one) => one.inputValue()));
      const cell = cells.nth(typed.indexOf('250'));
      await cell.fill('200');
      await stage.shot(hung, 'trader-by-hand');
      expect(await hung.getByRole('button', { name: 'Ghi lý do để gửi' }).isDisabled()).toBe(true);
      await hung.getByLabel('Vì sao chia khác máy').pressSequentially(REASON);
      await stage.shot(hung, 'trader-by-hand-reason');
      const [lot] = await story.rows<{ phone: string }>(
        `select p.phone from lot_grades g join lots l on l.id = g.lot_id
           join memberships m on m.party_id = l.household_id join people p on p.id = m.person_id where g.id = $1`,
        (await cell.getAttribute('id'))?.replace('kg-', '') ?? '',
      );
      household = homeNumber(lot?.phone);
      await hung.getByRole('button', { name: /^Hỏi mua .* của \d+ hộ/ }).click();
      const sheet = hung.getByRole('dialog');
      await sheet.getByRole('button', { name: 'Hỏi mua', exact: true }).click();
      await sheet.getByRole('button', { name: /^Hoàn tác/ }).waitFor();
      await undoTimePasses(hung);
      await sheet.getByText('Đã hỏi mua. Chờ các hộ trả lời.').waitFor();
      await sheet.getByRole('button', { name: 'Đóng' }).click();
    },
  );

  scene(
    'he, the household and the office read the reason beside the computed kilograms',
    async () => {
      const { stage } = story;
      const hung = await stage.phoneOf(HUNG);
      await stage.go(hung, `/app/gom/${order()}/tu-chia`);
      await hung.getByText(/^Đã tự chia/).click();
      await hung.getByText(`Lý do: ${REASON}`).waitFor();
      await stage.shot(hung, 'trader-by-hand-before');
      const asked = await stage.phoneOf(household);
      await stage.go(asked, `/app/vi-sao/${order()}`);
      await asked.getByText(new RegExp(REASON)).waitFor();
      await stage.shot(asked, 'grower-by-hand');
      const ha = await stage.officer(HA, 'desk');
      await stage.go(ha, '/app/vp/cong-bang');
      await ha.getByText(REASON).scrollIntoViewIfNeeded();
      await stage.shot(ha, 'office-by-hand');
    },
  );
}
