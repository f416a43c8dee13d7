import type { Page } from 'playwright-core';
import { until } from './stage.js';

/** The six measures in the order of their columns, after commune and crop. */
const MEASURES = ['PLANNED', 'FORECAST', 'OFFERED', 'COMMITTED', 'WEIGHED', 'UNSOLD'] as const;
type Measure = (typeof MEASURES)[number];

/** The board of the office, as somebody watches it who touches nothing. */
export class Watched {
  private constructor(private readonly page: Page) {}

  static async opened(page: Page): Promise<Watched> {
    await page.getByText('Đang cập nhật trực tiếp').waitFor();
    // Gone when the page is loaded again.
    await page.evaluate('globalThis.isWatched = true');
    return new Watched(page);
  }

  /** The figures of each measure are others after the act than before, by themselves. */
  async moves(measures: readonly Measure[], act: () => Promise<unknown>): Promise<void> {
    const before = await Promise.all(measures.map((measure) => this.figures(measure)));
    await act();
    for (const [index, measure] of measures.entries())
      await until(async () => (await this.figures(measure)) !== before[index]);
  }

  private figures(measure: Measure): Promise<string> {
    return this.page.evaluate<string>(columnOf(measure));
  }

  isTheSamePage(): Promise<boolean> {
    return this.page.evaluate<boolean>('globalThis.isWatched === true');
  }
}

/** In the page: the cells of the column, with the names of their rows so that the order does not matter. */
const columnOf = (measure: Measure): string => `[...document.querySelectorAll('tbody tr')]
  .map((row) => [0, 1, ${MEASURES.indexOf(measure) + 2}].map((at) => row.children[at].textContent).join(' '))
  .sort().join('\\n')`;
