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
    // At the document, which a touch that missed because its button moved never reaches: the browser's driver takes it back.
    await page.addInitScript(`
      document.addEventListener('pointerdown', ({ isTrusted }) => isTrusted && thumb(1), true);
      document.addEventListener('keydown', ({ isTrusted }) => isTrusted && thumb(1), true);
      document.addEventListener('change', ({ target }) => target.tagName === 'SELECT' && thumb(2), true);
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
