import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../../../src/platform/access/actor.js';

/** One form of the app: where it stands, what is pressed until it is open, and what sends it. */
export interface Form {
  /** As the route says it. */
  readonly path: string;
  readonly role: Role | null;
  readonly opens?: readonly string[];
  readonly send: string | RegExp;
  /** What is put into one field so that it can only be refused, by the id of the field. */
  readonly bad?: readonly [id: string, text: string];
}

/** What is typed into; a list to choose from always has something chosen. */
const TYPED = 'textarea, input:not([type=radio], [type=checkbox], [type=file])';

const MUCH = `<img src=x onerror=alert(1)>'; drop table lots; -- ${'dài '.repeat(300)}`;

/** How many letters a field may take: what is written is read by people, on a phone. */
export const LONGEST = 500;
/** Lists of a hundred households are tried by their first rows. */
const ROWS = 8;

/** A form that is open, in the hand of somebody who does not know what to write. */
export class OpenForm {
  private constructor(
    private readonly page: Page,
    private readonly form: Form,
    private readonly fields: readonly Locator[],
    private readonly send: Locator,
  ) {}

  static async on(page: Page, form: Form): Promise<OpenForm> {
    for (const text of form.opens ?? []) await named(page, text).click();
    const send = (within: string): Locator =>
      page.locator(within).getByRole('button', { name: form.send, exact: true }).last();
    await send('.page').waitFor();
    const isSheet = (await page.locator('dialog[open]').count()) > 0;
    const within = isSheet ? 'dialog[open]' : 'main';
    const fields = page.locator(`${within} :is(${TYPED}):visible`);
    // Rows of a list come after the button that sends them.
    await fields
      .or(page.locator(`${within} .choice:visible`))
      .first()
      .waitFor();
    return new OpenForm(
      page,
      form,
      (await fields.all()).slice(0, ROWS),
      send(isSheet ? 'dialog[open]' : '.page'),
    );
  }

  /** Sends it with nothing written; answers what is said at the field that is gone to. */
  async sentEmpty(): Promise<string> {
    for (const field of this.fields) await field.fill('');
    return this.sent();
  }

  /** Sends it full of what nobody can mean; answers what is said, and what was written before and after. */
  async sentFoul(): Promise<{ said: string; before: string[]; after: string[] }> {
    for (const field of this.fields) {
      const id = await field.getAttribute('id');
      const isText = ['text', 'password', null].includes(await field.getAttribute('type'));
      const isSpoken = (await this.page.locator(`.spoken [id="${id}"]`).count()) > 0;
      const [bad, text] = this.form.bad ?? [];
      if (isText) await field.fill(bad === id ? (text ?? '') : isSpoken ? '3 tạ hay 4' : MUCH);
    }
    const before = await this.written();
    const said = await this.sent();
    return { said, before, after: await this.written() };
  }

  private written(): Promise<string[]> {
    return Promise.all(this.fields.map((field) => field.inputValue()));
  }

  private async sent(): Promise<string> {
    // It says of itself that it cannot work yet, and may be pressed all the same.
    await this.send.click({ force: true });
    const said = await this.page.waitForFunction(SAID);
    return String(await said.jsonValue());
  }
}

const named = (page: Page, name: string): Locator =>
  page
    .locator('main, dialog[open], footer')
    .locator('button, a, label.choice')
    .filter({ hasText: name })
    .first();

/** In the page: what is said at the field in focus, once it is marked as wrong. */
const SAID = `(() => {
  const field = document.activeElement?.closest('[aria-invalid=true]');
  const notes = (field?.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-error'));
  return notes.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
})()`;
