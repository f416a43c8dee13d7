import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// In so short a window the bars scroll away: what lies under them for a moment is not judged as covered.
const SHORT_PHONE = { width: 360, height: 400 };

/** A machine that looks at screens: what axe finds, what is wider than a phone, what is too small for a thumb. */
export class Judge {
  private constructor(
    private readonly page: Page,
    private readonly site: string,
  ) {}

  static async on(page: Page, site: string): Promise<Judge> {
    await page.setViewportSize(SHORT_PHONE);
    await page.addInitScript(COUNTS_QUESTIONS);
    await page.addInitScript(AXE);
    await page.goto(`${site}/app`);
    return new Judge(page, site);
  }

  /** Faults of the screen at this path, as sentences. */
  async faultsAt(path: string): Promise<string[]> {
    const isWithinTheApp = [this.page.url(), `${this.site}${path}`].every((url) =>
      new URL(url).pathname.startsWith('/app'),
    );
    if (isWithinTheApp) await this.page.evaluate(pressALinkTo(path));
    else await this.page.goto(`${this.site}${path}`);
    await this.page.evaluate(IS_WHOLE);
    return this.page.evaluate<string[]>(FAULTS);
  }
}

/** In the page: from one screen of the app to the next, as a thumb does. */
const pressALinkTo = (path: string): string => `(() => {
  const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: '${path}' }));
  link.click();
  link.remove();
})()`;

/** In the page: counts what it has asked and not yet heard. */
const COUNTS_QUESTIONS = `
  globalThis.questions = 0;
  const asked = globalThis.fetch;
  globalThis.fetch = (...what) => {
    globalThis.questions++;
    return asked(...what).finally(() => globalThis.questions--);
  };`;

/** In the page: until a few pictures in a row wait for nothing. */
const IS_WHOLE = `new Promise((resolve) => {
  let calm = 0;
  const look = () => {
    const isWhole = document.querySelector('h1') && !document.querySelector('[aria-busy=true]') && !questions;
    calm = isWhole ? calm + 1 : 0;
    if (calm > 4) resolve();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})`;

/** In the page. A link within a sentence may be as small as its words (WCAG 2.5.8). */
const FAULTS = `(async () => {
  const { violations } = await axe.run({
    runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'], preload: false,
  });
  const small = [...document.querySelectorAll('a[href], button, select, summary, .choice, .input')]
    .filter((one) => !one.closest('.skip, [data-density=desk], svg, p, li:not(.card)'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 48);
  const wide = document.documentElement.scrollWidth - innerWidth;
  return [
    ...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 140)),
    ...small.map(({ one }) => 'under 48 px: ' + one.outerHTML.slice(0, 100)),
    ...(wide > 0 ? [wide + ' px wider than the window'] : []),
  ];
})()`;
