import type { Page } from 'playwright-core';

/**
 * What a thumb does on a page, counted in the page itself: each touch, and each key of a keyboard.
 * Choosing from a list is two: one opens it, one chooses.
 */
export class Taps {
  private count = 0;

  static async on(page: Page): Promise<Taps> {
    const taps = new Taps();
    await page.exposeFunction('thumb', (touches: number) => {
      taps.count += touches;
    });
    await page.addInitScript(`
      addEventListener('pointerdown', ({ isTrusted }) => isTrusted && thumb(1), true);
      addEventListener('keydown', ({ isTrusted }) => isTrusted && thumb(1), true);
      addEventListener('change', ({ target }) => target.tagName === 'SELECT' && thumb(2), true);
    `);
    return taps;
  }

  /** Since it was asked last. */
  taken(): number {
    const { count } = this;
    this.count = 0;
    return count;
  }
}
