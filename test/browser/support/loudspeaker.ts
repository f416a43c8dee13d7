import type { Page } from 'playwright-core';

/** A Vietnamese voice of a phone that is only found after its screen was drawn; nobody hears it, what it says is kept. */
export class Loudspeaker {
  private constructor(private readonly page: Page) {}

  static async on(page: Page): Promise<Loudspeaker> {
    await page.evaluate(`
      globalThis.said = [];
      globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
      speechSynthesis.getVoices = () => [{ lang: 'vi-VN', name: 'Linh' }];
      speechSynthesis.speak = ({ text }) => said.push(text);
      speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    `);
    return new Loudspeaker(page);
  }

  /** What is heard when the button is pressed; not by a thumb, which would be counted as a touch of the task. */
  async reads(): Promise<string> {
    const button = this.page.getByRole('button', { name: 'Nghe đọc' });
    await button.dispatchEvent('click');
    return this.page.evaluate<string>('said.at(-1)');
  }
}
