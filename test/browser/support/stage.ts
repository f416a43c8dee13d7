import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { DEMO_STAFF_PASSWORD, demoStaffCode } from '../../../src/accounts/demo-staff.js';
import { aDesk, aPhone, faultsOf, launchBrowser } from './browser.js';
import { Camera } from './camera.js';
import { Product, type Session } from './product.js';
import { Taps } from './taps.js';
import { Witness } from './witness.js';

/** Demo people by their number, as `/demo` shows them. */
export const LAN = '0900000001';
export const HUNG = '0900000002';
export const MINH = '0900000004';
export const HA = '0900000005';
export const MAI = '0900000006';
export const HANG = '0900000007';

/** A start of everything on a busy machine. */
export const LONG = 240_000;
const SCENE_MS = 120_000;
/** How long people in a story wait for one thing. */
const PATIENCE_MS = 60_000;

/** Where pictures of screens are kept; without it none are taken. */
const SHOTS = process.env['SHOTS'];
const UNDO_MS = 10_000;

/** The product as it is shipped, one browser, and people who hold phones. */
export class Stage {
  /** What went wrong on any page without a person seeing it. */
  readonly faults: string[] = [];
  private readonly contexts: BrowserContext[] = [];
  private readonly taps = new Map<Page, Taps>();
  private readonly phones = new Map<string, Page>();
  private readonly witnesses: Witness[] = [];

  private constructor(
    readonly product: Product,
    readonly browser: Browser,
    readonly camera: Camera,
  ) {}

  static async open(): Promise<Stage> {
    const camera = await Camera.bought();
    const [product, browser] = await Promise.all([
      Product.start(),
      launchBrowser(camera.arguments),
    ]);
    return new Stage(product, browser, camera);
  }

  async close(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
    await this.browser.close();
    this.camera.throwAway();
    await this.product.stop();
  }

  /** A new phone (or a desk) with nobody signed in. */
  async stranger(held: 'phone' | 'desk' = 'phone'): Promise<Page> {
    const context = await (held === 'phone' ? aPhone : aDesk)(this.browser);
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.clock.install();
    faultsOf(page, this.faults);
    this.witnesses.push(new Witness(page));
    this.taps.set(page, await Taps.on(page));
    return page;
  }

  /** The phone of somebody who has just signed in; who has no household or business yet lands where one is written down. */
  async signedIn(phone: string, held: 'phone' | 'desk' = 'phone', lands = '/app'): Promise<Page> {
    const page = await this.stranger(held);
    await this.signIn(page, phone, this.product.url, lands);
    return page;
  }

  /** The phone of this person, who signs in the first time it is asked for. */
  async phoneOf(number: string): Promise<Page> {
    const page = this.phones.get(number) ?? (await this.signedIn(number));
    this.phones.set(number, page);
    return page;
  }

  /** As a person does it: the number, the code from the message, in. */
  async signIn(page: Page, phone: string, url = this.product.url, lands = '/app'): Promise<void> {
    await page.goto(`${url}/app/vao`);
    await page.getByLabel('Số điện thoại của bà con').pressSequentially(phone);
    const sent = `+84${phone.slice(1)}`;
    const before = this.product.codesTo(sent).length;
    await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
    const box = page.getByLabel('Mã 6 số trong tin nhắn');
    await box.waitFor();
    const code = await until(() => Promise.resolve(this.product.codesTo(sent)[before]));
    await box.pressSequentially(code);
    await page.waitForURL(`${url}${lands}`);
  }

  /** A phone whose holder signed in long ago and only looks around; without a session, a guest's. */
  async lookingOn(
    signedIn: { readonly token: string; readonly session: Session } | null,
    { locale, theme }: { locale: 'vi' | 'en'; theme: 'light' | 'dark' },
    browser = this.browser,
  ): Promise<Page> {
    const { url } = this.product;
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      colorScheme: theme,
      reducedMotion: 'reduce',
      // What a worker would fetch ahead is not looked at here.
      serviceWorkers: 'block',
      // The judge is a foreign script, which the pages' own policy would refuse.
      bypassCSP: true,
    });
    this.contexts.push(context);
    const kept: Record<string, string> = { locale };
    if (signedIn) {
      await context.addCookies([{ name: 'clns', value: signedIn.token, url, httpOnly: true }]);
      kept['session'] = JSON.stringify(signedIn.session);
    }
    await context.addCookies([{ name: 'locale', value: locale, url }]);
    await context.addInitScript(`
      for (const [key, value] of Object.entries(${JSON.stringify(kept)})) localStorage.setItem(key, value);
    `);
    return context.newPage();
  }

  /** An officer, with a password and the code of an authenticator. */
  async officer(phone: string, held: 'phone' | 'desk' = 'phone'): Promise<Page> {
    const page = await this.stranger(held);
    await this.signInAsStaff(page, phone);
    return page;
  }

  async signInAsStaff(page: Page, phone: string): Promise<void> {
    const { url } = this.product;
    await page.goto(`${url}/app/vao/can-bo`);
    await page.getByLabel('Số điện thoại').fill(phone);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_STAFF_PASSWORD);
    await page
      .getByLabel('Mã 6 số trong ứng dụng tạo mã')
      .fill(demoStaffCode(`+84${phone.slice(1)}`, new Date()));
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await page.waitForURL(`${url}/app`);
  }

  /** Touches on this page since they were asked for last. */
  tapsOn(page: Page): number {
    return this.taps.get(page)?.taken() ?? 0;
  }

  /** What stands on every phone, and what each last heard. */
  async told(): Promise<string> {
    const words = await Promise.all(this.witnesses.map((witness) => witness.tells()));
    return words.join('\n\n');
  }

  go(page: Page, path: string): Promise<unknown> {
    return page.goto(`${this.product.url}${path}`);
  }

  /** A picture of the screen, small enough to be kept. */
  async shot(page: Page, name: string): Promise<void> {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await sharp(await page.screenshot({ scale: 'css' }))
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(join(SHOTS, `${name}.png`));
  }
}

/**
 * Scenes of one story: what comes after one that failed has nothing to stand on, and says so at once.
 * One that fails says what its people saw.
 */
export function scenes(stage: () => Stage): (name: string, live: () => Promise<void>) => void {
  let isBroken = false;
  return (name, live) =>
    it(
      name,
      async () => {
        if (isBroken) throw new Error('an earlier scene of this story failed');
        isBroken = true;
        try {
          await live();
        } catch (cause) {
          throw new Error(`${briefly(cause)}\n\n${await stage().told()}`, { cause });
        }
        isBroken = false;
      },
      SCENE_MS,
    );
}

/** What went wrong, and where the story was: before all that was seen, which is long and cut. */
function briefly(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const where = cause.stack?.match(/at .*test\/browser.*/g) ?? [];
  return [cause.message, ...where].join('\n');
}

/** The signal goes, and the phone has said so: a button that is pressed while the bar appears moves from under the finger. */
export async function losesSignal(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.getByText('Mất mạng – vẫn ghi được').waitFor();
}

/** The ten seconds in which an act can be undone pass on this phone. */
export const undoTimePasses = (page: Page): Promise<void> => page.clock.fastForward(UNDO_MS);

/** Types on the pad of the screen, key by key; `tạ` and the like stand beside it. */
export async function press(page: Page, keys: readonly string[]): Promise<void> {
  const pad = page.getByRole('group', { name: 'Bàn phím số' });
  for (const key of keys) {
    const keyboard = /^\d$/.test(key) ? pad : page;
    await keyboard.getByRole('button', { name: key, exact: true }).click();
  }
}

/** A photo as a phone takes it: larger than what is sent. */
export const aPhoto = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
  name: 'na.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: { width: 2400, height: 1600, channels: 3, background: '#7a9a3c' },
  })
    .jpeg()
    .toBuffer(),
});

/** Asks until there is an answer. @throws Error after a minute without */
export async function until<Found>(ask: () => Promise<Found | false | undefined>): Promise<Found> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error('what the story waits for did not come');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
