import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { HANG, LAN } from '../support/stage.js';
import type { Story } from '../support/story.js';

/** News of the officer: more than two pages of it. */
const OLD_NEWS = 70;

interface Both {
  readonly officer: Page;
  readonly lan: Page;
}

/** Households that ask to be called, whoever calls them, and a long list of it. */
export function calledBack(story: Story, both: () => Both): void {
  const { scene } = story;
  /** What came of calls to the household that said this, and how many were written down in all. */
  const callTo = async (note: string): Promise<object | undefined> =>
    (
      await story.rows(
        `select tries, outcome, (select count(*)::int from acts where operation = 'recordHelpCall') acts
           from help_calls where note = $1`,
        note,
      )
    )[0];

  scene('a household asks to be called, and its number is opened for the call alone', async () => {
    const { stage } = story;
    const { officer, lan } = both();
    await stage.go(lan, '/app/xin-goi');
    await lan.getByLabel('Đang vướng việc gì?').pressSequentially('chưa hiểu phiếu cân');
    await lan.getByRole('button', { name: 'Nhờ gọi cho tôi' }).click();
    await lan.getByText(/^Đã nhờ\./).waitFor();
    await stage.go(officer, '/app/xa');
    await officer.getByRole('link', { name: 'Hộ nhờ gọi lại' }).click();
    const call = officer.locator('section.card', { hasText: 'chưa hiểu phiếu cân' });
    await call.waitFor();
    expect(await call.getByRole('link', { name: /^Gọi 09/ }).count()).toBe(0);
    await call.getByRole('button', { name: 'Xem số để gọi lại' }).click();
    await call.getByRole('link', { name: /^Gọi 0900/ }).waitFor();
    await stage.shot(officer, 'commune-help-call');
  });

  scene(
    'UX-08: what lost its answer for one household is not done to the next, and once when it is pressed again',
    async () => {
      const { stage } = story;
      const { officer } = both();
      const [neighbour] = await story.rows<{ id: string }>(
        `select h.id from parties h join memberships m on m.party_id = h.id join people p on p.id = m.person_id
          where h.kind = 'HOUSEHOLD' and p.phone <> $1
            and h.commune_id = (select o.commune_id from parties o join memberships w on w.party_id = o.id
              join people l on l.id = w.person_id where l.phone = $1 and o.kind = 'HOUSEHOLD')
          order by h.name limit 1`,
        `+84${LAN.slice(1)}`,
      );
      const { token } = await stage.product.sessionOf('GROWER', neighbour?.id);
      await stage.product.act(token, 'requestHelpCall', { note: 'không đăng được lô' });
      await officer.reload();
      const sheet = officer.getByRole('dialog');
      const record = async (note: string, outcome: string): Promise<void> => {
        const call = officer.locator('section.card', { hasText: note });
        await call.getByRole('button', { name: 'Ghi kết quả cuộc gọi' }).click();
        // What was said of another call is not said of this one.
        expect(await sheet.getByRole('alert').textContent()).toBe('');
        await sheet.getByRole('button', { name: outcome }).click();
      };

      await officer.route('**/graphql', async (route) => {
        if (!route.request().postData()?.includes('RecordHelpCall')) return route.fallback();
        await route.fetch();
        return route.abort();
      });
      await record('chưa hiểu phiếu cân', 'Không nghe máy');
      await sheet.getByRole('alert').getByText('Chưa có mạng.').waitFor();
      expect(await callTo('chưa hiểu phiếu cân')).toEqual({
        tries: 1,
        outcome: 'NO_ANSWER',
        acts: 1,
      });
      await officer.unrouteAll({ behavior: 'wait' });
      await officer.keyboard.press('Escape');
      await record('không đăng được lô', 'Đã nói chuyện');
      await officer.getByText('không đăng được lô').waitFor({ state: 'detached' });
      expect(await callTo('không đăng được lô')).toEqual({ tries: 1, outcome: 'TALKED', acts: 2 });

      await record('chưa hiểu phiếu cân', 'Không nghe máy');
      await officer.getByText(/đã gọi 1 lần/).waitFor();
      await sheet.waitFor({ state: 'hidden' });
      await record('chưa hiểu phiếu cân', 'Đã nói chuyện');
      await officer.getByText('Không hộ nào chờ gọi').waitFor();
      expect(await callTo('chưa hiểu phiếu cân')).toEqual({ tries: 2, outcome: 'TALKED', acts: 3 });
    },
  );

  scene('UX-08: of two certificates the one whose row is pressed is withdrawn', async () => {
    const { stage } = story;
    const lan = await stage.phoneOf(LAN);
    const { token, session } = await stage.product.sessionOf('GROWER');
    const declared = ['VG-THU-NHAT', 'VG-THU-HAI'];
    for (const number of declared)
      await stage.product.act(token, 'declareClaim', {
        claimId: randomUUID(),
        kind: 'VIETGAP',
        number,
        validFrom: '2025-01-10',
        validTo: '2099-12-31',
      });
    const left = async (): Promise<string[]> =>
      (
        await story.rows<{ number: string }>(
          `select number from claims where household_id = $1 and number like 'VG-THU-%' and withdrawn_at is null`,
          session.partyId ?? '',
        )
      ).map(({ number }) => number);
    await stage.go(lan, '/app/nghi-ban');
    const drop = (number: string): Promise<void> =>
      lan.getByRole('listitem').filter({ hasText: number }).getByRole('button').click();
    let isBroken = true;
    await lan.route('**/graphql', async (route) => {
      if (!isBroken || !route.request().postData()?.includes('WithdrawClaim'))
        return route.fallback();
      await route.fetch();
      return route.abort();
    });
    await drop('VG-THU-NHAT');
    await lan.getByRole('alert').getByText('Chưa có mạng.').waitFor();
    isBroken = false;
    await drop('VG-THU-HAI');
    await lan.getByText('VG-THU-HAI').waitFor({ state: 'detached' });
    expect(await left()).toEqual([]);
  });

  scene(
    'a long list goes on where it stopped: pressed twice, each row stands once, and the button goes at the end',
    async () => {
      const { stage } = story;
      const { officer } = both();
      await story.rows(
        `insert into notices (id, person_id, party_id, event_id, kind, facts, path, created_at, read_at)
         select gen_random_uuid(), m.person_id, m.party_id, gen_random_uuid(), 'HELP_ASKED',
                jsonb_build_object('household', 'Hộ thứ ' || n, 'screen', null), '/app/nho-goi', now() - n * interval '1 day', now()
           from memberships m join people p on p.id = m.person_id, generate_series(1, ${OLD_NEWS}) n where p.phone = $1`,
        `+84${HANG.slice(1)}`,
      );
      await stage.go(officer, '/app/tin');
      const news = officer.locator('main a.card');
      const more = officer.getByRole('button', { name: 'Xem thêm' });
      await more.waitFor();
      const seen = await news.count();
      let answer: () => void = () => undefined;
      const pressed = new Promise<void>((resolve) => (answer = resolve));
      await officer.route('**/graphql', async (route) => {
        await pressed;
        await route.continue();
      });
      await more.click();
      await more.click();
      answer();
      await officer.unrouteAll({ behavior: 'wait' });
      await news.nth(2 * seen - 1).waitFor();
      while (await more.isVisible()) {
        const before = await news.count();
        await more.click();
        await news.nth(before).waitFor();
      }
      const old = await news.getByText(/^Hộ thứ \d+ nhờ gọi lại\.$/).allInnerTexts();
      expect(old).toEqual(
        Array.from({ length: OLD_NEWS }, (_, n) => `Hộ thứ ${n + 1} nhờ gọi lại.`),
      );
    },
  );
}
