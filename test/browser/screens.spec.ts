import { generate } from 'lean-qr';
import { toPngBuffer } from 'lean-qr/extras/node_export';
import { appScreens, openable } from './support/app-screens.js';
import { BarePhone, type Bareness } from './support/bare-phone.js';
import { crawled, secretsOf } from './support/crawl.js';
import { haggleOverALot } from './support/haggling.js';
import { Judge } from './support/judge.js';
import { PRIVATE } from '../support/secrets.js';
import { aPhoto, LONG, press, Stage, until } from './support/stage.js';

const PUBLIC = ['/', '/cho', '/gia', '/demo', '/app/nowhere'];
const LOOKS = [
  { locale: 'vi', theme: 'light', width: 320 },
  { locale: 'en', theme: 'dark', width: 360, isEnlarged: true },
] as const;

const screens = [...appScreens(), ...PUBLIC.map((path) => ({ role: null, path }))];
const roles = [...new Set(screens.map(({ role }) => role))];

/** UX-01, UX-03, UX-04, UX-13: every screen as a machine can judge it, in Vietnamese by day and in English by night. */
describe('every screen', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    await haggleOverALot(stage.product);
  }, LONG);
  afterAll(() => stage.close(), LONG);

  it.each(roles.map((role) => [role ?? 'a guest', role] as const))(
    'of %s can be read, reached and pressed',
    async (_, role) => {
      const signedIn = role && (await stage.product.sessionOf(role));
      const nobody = { partyId: null, personId: null };
      const paths: string[] = [];
      for (const { path } of screens.filter((one) => one.role === role))
        paths.push(await openable(stage.product.db, path, signedIn?.session ?? nobody));
      const faults = await Promise.all(
        LOOKS.map(async (look) => {
          const page = await stage.lookingOn(signedIn, look);
          const judge = await Judge.on(page, stage.product.url, look);
          const found: string[] = [];
          for (const path of paths)
            for (const fault of await judge.faultsAt(path))
              found.push(`${path} in ${look.locale}, ${look.theme}: ${fault}`);
          await page.context().close();
          return found;
        }),
      );
      expect(faults.flat()).toEqual([]);
    },
    LONG,
  );

  it(
    'UX-01: a household’s home is four pictures, named by their colours, and everything else stands below',
    async () => {
      const lan = await stage.product.sessionOf('GROWER');
      const page = await stage.lookingOn(lan, { locale: 'vi', theme: 'light' });
      await stage.go(page, '/app');
      const four = page.locator('nav.pictures a:has(svg)');
      await page.getByText('Ngày mai').waitFor();
      expect(await four.allInnerTexts()).toEqual([
        'Báo có hàng\nnút xanh lá',
        'Đơn của tôi\nnút vàng',
        'Tiền của tôi\nnút xanh dương',
        'Gọi giúp\nnút đỏ',
      ]);
      const foot = await four.last().boundingBox();
      const others = page.locator('main :is(a, button):not(nav.pictures *):visible');
      for (const other of await others.all())
        expect((await other.boundingBox())?.y).toBeGreaterThan(
          (foot?.y ?? 0) + (foot?.height ?? 0),
        );
      await page.context().close();
    },
    LONG,
  );

  it(
    'UX-13: each step of a form begins at its heading, and a field that keys reach comes next',
    async () => {
      const lan = await stage.product.sessionOf('GROWER');
      const page = await stage.lookingOn(lan, { locale: 'vi', theme: 'light' });
      await stage.go(page, '/app/lo/moi');
      const focused = () => page.evaluate('document.activeElement?.textContent');
      const na = page.locator('main').getByRole('button', { name: 'Na dai' });
      await na.press('Enter');
      await until(async () => (await focused()) === 'Loại nào, bao nhiêu cân?');
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate('document.querySelector("main").contains(document.activeElement)'),
      ).toBe(true);
      await page.context().close();
    },
    LONG,
  );

  it(
    'G5: each consent is a box of its own, empty at first, ticked and emptied alone, and kept with the words it was given to',
    async () => {
      const { token, session } = await stage.product.sessionOf('TRANSPORTER');
      const page = await stage.lookingOn({ token, session }, { locale: 'vi', theme: 'light' });
      await stage.go(page, '/app/du-lieu');
      const box = (name: RegExp) => page.getByRole('switch', { name });
      const [ofName, ofNews] = [box(/Ghi tên hộ ở trang công khai/), box(/Nhận tin giá/)];
      await ofNews.waitFor();
      const ticked = () => Promise.all([ofName.isChecked(), ofNews.isChecked()]);
      expect(await ticked()).toEqual([false, false]);
      await ofNews.click();
      await until(() => ofNews.isChecked());
      expect(await ticked()).toEqual([false, true]);
      await page.reload();
      await ofNews.waitFor();
      expect(await ticked()).toEqual([false, true]);
      await ofNews.click();
      const words = async () =>
        (
          await stage.product.db.query(
            'select purpose, version, is_given from consents where person_id = $1 order by at',
            [session.personId],
          )
        ).rows;
      await until(async () => (await words()).length === 2);
      expect(await words()).toEqual([
        { purpose: 'NEWS', version: 1, is_given: true },
        { purpose: 'NEWS', version: 1, is_given: false },
      ]);
      // Without any of them the work is there.
      await stage.go(page, '/app');
      await page.locator('main').getByRole('link').first().waitFor();
      await page.context().close();
    },
    LONG,
  );

  it.each([
    ['a guest', null],
    ['a stranger who is signed in', 'TRADER'],
  ] as const)(
    'G1: what %s comes to by following links holds no number, plate, name or id of anybody, no near place and no test',
    async (_, role) => {
      const token = role && (await stage.product.sessionOf(role)).token;
      const pages = await crawled(stage.product, token);
      const secrets = await secretsOf(stage.product);
      expect(pages.size).toBeGreaterThan(40);
      expect(secrets.length).toBeGreaterThan(1_000);
      const leaks = [...pages].flatMap(([path, text]) => [
        ...secrets.filter((secret) => text.includes(secret)).map((secret) => `${path}: ${secret}`),
        ...PRIVATE.flatMap((kind) => kind.exec(text)?.[0] ?? []).map((one) => `${path}: ${one}`),
      ]);
      expect(leaks).toEqual([]);
    },
    LONG,
  );

  describe.each<Bareness>(['says no', 'has none'])(
    'UX-13: on a phone that %s to camera, place and notifications',
    (bareness) => {
      let phone: BarePhone;
      beforeAll(async () => {
        phone = await BarePhone.that(bareness, stage);
      }, LONG);
      afterAll(() => phone.throwAway());

      it.each([
        ['a little fruit goes to the market without a photo', '60'],
        ['much fruit goes with a picture the phone has already', '600'],
      ])(
        '%s',
        async (_, kilograms) => {
          const lan = await phone.heldBy('GROWER', '/app/lo/moi');
          await lan.getByRole('button', { name: 'Na dai', exact: true }).click();
          await lan.getByRole('button', { name: /^Mua xô/ }).click();
          await press(lan, kilograms.split(''));
          await lan.getByRole('button', { name: /^Ghi / }).click();
          await lan.getByRole('button', { name: 'Theo giá đơn' }).click();
          await lan.getByRole('button', { name: /^Xong, tất cả/ }).click();
          if (kilograms === '600') {
            await lan.getByText('Chưa có ảnh thì để nháp, nhờ cán bộ xã đăng giúp.').waitFor();
            await lan.getByLabel('Chọn ảnh có sẵn').setInputFiles(await aPhoto());
            await lan.getByRole('img', { name: 'Ảnh lô hàng vừa chụp' }).waitFor();
          }
          await lan.getByRole('button', { name: 'Đúng, đăng bán' }).click();
          const written = lan.getByText('Đã ghi. Lô sẽ lên chợ.');
          await written.waitFor();
          expect(await written.count()).toBe(1);
        },
        LONG,
      );

      it(
        'a permit is read off a picture, or its code is typed',
        async () => {
          const { rows } = await stage.product.db.query<Record<'token' | 'code' | 'last4', string>>(
            `select token, code, right(plate, 4) last4 from permits
              where state = 'ISSUED' order by valid_to desc limit 1`,
          );
          const [permit] = rows;
          const minh = await phone.heldBy('CHECKPOINT_OFFICER', '/app/chot');
          await minh.getByRole('radio').first().check();
          await minh.getByRole('button', { name: 'Vào ca' }).click();
          await minh.getByText('Chụp ảnh mã QR, hoặc gõ mã giấy ở dưới.').waitFor();
          const picture = minh.getByLabel('Chụp hoặc chọn ảnh mã QR');
          await picture.setInputFiles(await aPhoto());
          await minh.getByText('Không thấy mã QR trong ảnh.').waitFor();
          const buffer = Buffer.from(
            toPngBuffer(generate(permit?.token ?? ''), { scale: 6, off: [255, 255, 255, 255] }),
          );
          await picture.setInputFiles({ name: 'ma.png', mimeType: 'image/png', buffer });
          await minh.getByText('So biển số trên xe với số này').waitFor();
          await minh.getByRole('button', { name: 'Quét lại' }).click();
          await minh.getByLabel('Mã giấy (10 ký tự) hoặc nội dung QR').fill(permit?.code ?? '');
          await minh.getByLabel('4 số cuối biển xe').fill(permit?.last4 ?? '');
          await minh.getByRole('button', { name: 'Kiểm tra' }).click();
          const plate = minh.getByText('So biển số trên xe với số này');
          await plate.waitFor();
          expect(await plate.count()).toBe(1);
        },
        LONG,
      );

      it(
        'a commune is chosen by hand, and messages stand in the app',
        async () => {
          const hung = await phone.heldBy('TRADER', '/app/nguon-hang');
          await hung.getByLabel('Gần').selectOption({ label: 'Nghĩa Phương' });
          await hung.getByText('Lô hợp nhất trước').waitFor();
          const lan = await phone.heldBy('GROWER', '/app/tin');
          // What the trader who haggles told her.
          await lan.locator('main a.card').first().waitFor();
          await lan.getByRole('link', { name: 'Cách báo tin' }).click();
          const way = lan.getByText(
            bareness === 'says no'
              ? 'Mở cài đặt của trình duyệt để cho phép.'
              : 'Cài ứng dụng vào màn hình chính rồi thử lại.',
          );
          await way.waitFor();
          expect(await way.count()).toBe(1);
        },
        LONG,
      );
    },
  );
});
