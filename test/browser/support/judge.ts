import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// In so short a window the bars scroll away: what lies under them for a moment is not judged as covered.
const SHORT = { height: 400 };

/** How wide the window of a phone is, in CSS pixels; and once more with everything twice as large, where that is judged. */
export interface Width {
  readonly width: number;
  readonly isEnlarged?: boolean;
}

/**
 * A machine that looks at screens: what axe finds, what a thumb cannot hit, what an eye cannot read, what does not fit, what
 * the server does not answer.
 */
export class Judge {
  /** What the screen asked in a way the server does not answer. */
  private readonly misasked: string[] = [];

  private constructor(
    private readonly page: Page,
    private readonly site: string,
    private readonly window: Width,
  ) {
    page.on('response', (answer) => {
      if (answer.status() === 400)
        this.misasked.push(`asks ${answer.url()} for what has no answer`);
    });
  }

  static async on(page: Page, site: string, window: Width): Promise<Judge> {
    await page.setViewportSize({ width: window.width, ...SHORT });
    await page.addInitScript(COUNTS_QUESTIONS);
    await page.addInitScript(AXE);
    await page.goto(`${site}/app`);
    return new Judge(page, site, window);
  }

  /** Faults of the screen at this path, as sentences. */
  async faultsAt(path: string): Promise<string[]> {
    const isWithinTheApp = [this.page.url(), `${this.site}${path}`].every((url) =>
      new URL(url).pathname.startsWith('/app'),
    );
    if (isWithinTheApp) await this.page.evaluate(pressALinkTo(path));
    else await this.page.goto(`${this.site}${path}`);
    await this.page.evaluate(IS_WHOLE);
    const faults = await this.page.evaluate<string[]>(FAULTS);
    faults.push(...this.misasked.splice(0));
    return this.window.isEnlarged ? [...faults, ...(await this.enlargedFaults())] : faults;
  }

  private async enlargedFaults(): Promise<string[]> {
    const { width } = this.window;
    await this.page.setViewportSize({ width: width / 2, ...SHORT });
    const faults = await this.page.evaluate<string[]>(OVERHANG);
    await this.page.setViewportSize({ width, ...SHORT });
    return faults.map((fault) => `${fault}, enlarged twice`);
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

/** In the page. */
const OVERHANG = `(() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  return wide > 0 ? [wide + ' px wider than the window'] : [];
})()`;

/**
 * In the page. A link within a sentence may be as small as its words (WCAG 2.5.8). What stands apart by less than 8 px is hit
 * by mistake, and what ends something must not lie where a thumb aims for the main action.
 */
const FAULTS = `(async () => {
  const { violations } = await axe.run({
    runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'], preload: false,
  });
  const inTheHand = (selector, not) =>
    [...document.querySelectorAll(selector)]
      .filter((one) => one.checkVisibility() && !one.closest('.skip, .sr, [data-density=desk], svg' + not))
      .map((one) => ({ one, box: one.getBoundingClientRect() }));
  const targets = inTheHand('a[href], button, select, summary, .choice, .input', ', p, li:not(.card)');
  const small = targets.filter(({ box }) => Math.min(box.width, box.height) < 47.9);
  const apart = (a, b) => [
    Math.max(a.left, b.left) - Math.min(a.right, b.right),
    Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom),
  ];
  const close = targets.flatMap(({ one, box }, i) => targets.slice(i + 1).filter((other) => {
    const gap = Math.max(...apart(box, other.box));
    return !one.contains(other.one) && gap > -1 && gap < 7.9;
  }).map((other) => [one, other.one]));
  const endings = targets.filter(({ one }) => one.matches('.stop')).filter(({ box }) =>
    targets.some((main) => main.one.matches('.main') && apart(box, main.box)[1] < 0));
  const read = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (text) =>
    text.data.trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  const tiny = [];
  while (read.nextNode()) {
    const { parentElement } = read.currentNode;
    if (parentElement.checkVisibility() && !parentElement.closest('.sr, [data-density=desk], svg, script, style, noscript')
      && parseFloat(getComputedStyle(parentElement).fontSize) < 18) tiny.push(parentElement);
  }
  const drawn = (one) => one.outerHTML.slice(0, 100);
  return [
    ...violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 140)),
    ...small.map(({ one }) => 'under 48 px: ' + drawn(one)),
    ...close.map((both) => 'nearer than 8 px: ' + both.map(drawn).join(' and ')),
    ...endings.map(({ one }) => 'beside the main action: ' + drawn(one)),
    ...tiny.map((one) => 'under 18 px: ' + drawn(one)),
    ...${OVERHANG},
  ];
})()`;
