import type { Page } from 'playwright-core';

/** As much of a screen, and of what was heard, as tells what went wrong. */
const SHOWN_CHARACTERS = 1_500;
const HEARD = 20;

/** Whoever looks over somebody's shoulder: what stood on the phone, and what the server last told it. */
export class Witness {
  private readonly heard: string[] = [];

  constructor(private readonly page: Page) {
    page.on('framenavigated', (frame) => this.note(`at ${frame.url()}`));
    page.on('requestfailed', (request) =>
      this.note(`${request.url()} failed: ${request.failure()?.errorText ?? ''}`),
    );
    page.on('response', (response) => {
      const asked = /"operationName":"(\w+)"/.exec(response.request().postData() ?? '')?.[1];
      if (!asked && response.ok()) return;
      void response
        .text()
        .catch(() => '')
        .then((text) => {
          const code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
          this.note(`${asked ?? response.url()} ${response.status()} ${code}`);
        });
    });
  }

  async tells(): Promise<string> {
    const shown = await this.page
      .locator('body')
      .innerText({ timeout: 1_000 })
      .catch(() => '(nothing can be read)');
    return [this.page.url(), shown.slice(0, SHOWN_CHARACTERS), ...this.heard].join('\n');
  }

  private note(line: string): void {
    this.heard.push(`  ${line}`);
    if (this.heard.length > HEARD) this.heard.shift();
  }
}
