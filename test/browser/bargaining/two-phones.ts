import { HUNG } from '../support/stage.js';
import type { Story } from '../support/story.js';

interface Known {
  readonly id: string;
  readonly partyId: string;
  readonly version: number;
  readonly gradeCode: string;
}

/** A standing order that is changed on two phones of its buyer. */
export function onTwoPhones(story: Story): void {
  const { scene } = story;
  const gramsOf = async ({ id, gradeCode }: Known): Promise<number | undefined> =>
    (
      await story.rows<{ grams: number }>(
        `select grams::int from standing_order_lines where standing_order_id = $1 and grade_code = $2`,
        id,
        gradeCode,
      )
    )[0]?.grams;

  scene(
    'AP-04: what another phone changed is told before it is written over, though the line broke meanwhile',
    async () => {
      const { stage } = story;
      const hung = await stage.phoneOf(HUNG);
      const [known] = await story.rows<Known>(
        `select s.id, s.buyer_id "partyId", s.version, min(n.grade_code) "gradeCode"
           from standing_orders s join standing_order_lines n on n.standing_order_id = s.id
           join memberships m on m.party_id = s.buyer_id join people p on p.id = m.person_id
          where p.phone = $1 group by s.id having count(*) = 1 order by s.created_at limit 1`,
        `+84${HUNG.slice(1)}`,
      );
      if (!known) throw new Error('the demo has no standing order of one grade');
      await stage.go(hung, `/app/don-dinh-ky/${known.id}/sua`);
      const kg = hung.getByLabel(/, số kg mỗi lần/);
      await kg.fill('120');
      const { token } = await stage.product.sessionOf('TRADER', known.partyId);
      await stage.product.act(token, 'changeStandingOrder', {
        standingOrderId: known.id,
        expectedVersion: known.version,
        lines: [{ gradeCode: known.gradeCode, grams: 450_000, maxVndPerKg: null }],
        applies: 'FROM_NEXT',
      });
      const save = hung.getByRole('button', { name: 'Lưu', exact: true });
      let isBroken = true;
      await hung.route('**/graphql', (route) =>
        isBroken && route.request().postData()?.includes('ChangeStandingOrder')
          ? route.abort()
          : route.fallback(),
      );
      await save.click();
      await hung.getByRole('alert').getByText('Chưa có mạng.').waitFor();
      isBroken = false;
      await hung
        .getByText(/450\s*kg/)
        .first()
        .waitFor();

      await save.click();
      await hung.getByText('Đơn định kỳ này vừa được sửa ở máy khác.').waitFor();
      await stage.shot(hung, 'trader-standing-changed');
      expect(await gramsOf(known)).toBe(450_000);
      await save.click();
      await hung.waitForURL(new RegExp(`/don-dinh-ky/${known.id}$`));
      expect(await gramsOf(known)).toBe(120_000);
    },
  );
}
