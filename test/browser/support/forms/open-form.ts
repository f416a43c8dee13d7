import type { Client } from 'pg';
import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../../../src/platform/access/actor.js';

/** Pressed by its name; or something written into a field, or what a query finds. */
type Step =
  | string
  | RegExp
  | { readonly into: string; readonly write: string }
  | { readonly into: string; readonly find: string };

/** One form of the app: where it stands, what is done until it is open, and what sends it. */
export interface Form {
  /** As the route says it. */
  readonly path: string;
  /** Where the object of the path is found, when another is needed than any screen of it shows. */
  readonly of?: string;
  readonly role: Role | null;
  readonly opens?: readonly Step[];
  readonly send: string | RegExp;
  /** Of several alike on a screen: the one that is open. */
  readonly within?: string;
  /** What is put into one field so that it can only be refused, by the id of the field. */
  readonly bad?: readonly [id: string, text: string];
  /** Why one half of the trial does not fit: nothing is missing while it is empty, or no words are wrong. */
  readonly only?: 'EMPTY' | 'FOUL';
}

/** What is typed into; a list to choose from always has something chosen. */
const TYPED = 'textarea, input:not([type=radio], [type=checkbox], [type=file])';

const MUCH = `<img src=x onerror=alert(1)>'; drop table lots; -- ${'dài '.repeat(300)}`;
const BLANK = '   ';

/** Neither one number nor another. */
export const TWO_WAYS = '12 hay 13';

/** How many letters a field may take: what is written is read by people, on a phone. */
const LONGEST = 500;
/** Lists of a hundred households are tried by their first rows. */
const ROWS = 8;

/** A form that is open, in the hand of somebody who does not know what to write. */
export class OpenForm {
  private constructor(
    private readonly page: Page,
    private readonly form: Form,
    private readonly typed: Locator,
    private readonly send: Locator,
  ) {}

  static async on(page: Page, db: Client, form: Form): Promise<OpenForm> {
    for (const step of form.opens ?? []) await taken(page, db, step);
    const send = (within: string): Locator =>
      page.locator(within).getByRole('button', { name: form.send, exact: true }).last();
    await send('.page, dialog[open]').waitFor();
    const isSheet = (await page.locator('dialog[open]').count()) > 0;
    const within = isSheet ? 'dialog[open]' : (form.within ?? 'main');
    // What was written on the way here is right.
    const written = (form.opens ?? []).flatMap((step) =>
      typeof step === 'object' && 'into' in step ? [`:not(#${step.into})`] : [],
    );
    const fields = page.locator(`${within} :is(${TYPED})${written.join('')}:visible`);
    // Rows of a list come after the button that sends them.
    await fields
      .or(page.locator(`${within} :is(.choice, .keys):visible`))
      .first()
      .waitFor();
    return new OpenForm(
      page,
      form,
      fields,
      send(isSheet ? 'dialog[open]' : (form.within ?? '.page')),
    );
  }

  /**
   * Sends it with nothing written, then full of what nobody can mean; answers what is said at the fields that are gone to,
   * what of the writing is lost by it, and what goes on without end.
   */
  async tried(): Promise<{ said: string[]; lost: string[]; endless: string[] }> {
    const { only } = this.form;
    const said = only === 'FOUL' ? [] : [await this.sentEmpty()];
    if (only === 'EMPTY') return { said, lost: [], endless: [] };
    await this.fillFoully();
    const before = await this.written();
    said.push(await this.sent());
    const after = await this.written();
    return {
      said,
      lost: before.filter((text, at) => text !== after[at]),
      endless: before.filter((text) => text.length > LONGEST),
    };
  }

  private async sentEmpty(): Promise<string> {
    // Where any word will do, blanks are none. From the last: what is asked of a number goes with it.
    const isAnyWord = this.form.only === 'EMPTY';
    for (const field of (await this.fields()).toReversed())
      await field.fill(isAnyWord && (await isText(field)) ? BLANK : '');
    return this.sent();
  }

  private async fillFoully(): Promise<void> {
    const [bad, text] = this.form.bad ?? [];
    for (const field of await this.fields()) {
      const id = await field.getAttribute('id');
      const isSpoken = (await this.page.locator(`.spoken [id="${id}"]`).count()) > 0;
      if (bad === id) await field.fill(text ?? '');
      else if (await isText(field)) await field.fill(isSpoken ? '3 tạ hay 4' : MUCH);
    }
  }

  private async fields(): Promise<Locator[]> {
    return (await this.typed.all()).slice(0, ROWS);
  }

  private async written(): Promise<string[]> {
    const fields = await this.fields();
    return Promise.all(fields.map((field) => field.inputValue()));
  }

  private async sent(): Promise<string> {
    // It says of itself that it cannot work yet, and may be pressed all the same.
    await this.send.click({ force: true });
    const said = await this.page.waitForFunction(SAID);
    return String(await said.jsonValue());
  }
}

const isText = async (field: Locator): Promise<boolean> =>
  ['text', 'password', null].includes(await field.getAttribute('type'));

async function taken(page: Page, db: Client, step: Step): Promise<void> {
  if (typeof step === 'string' || step instanceof RegExp) return named(page, step).click();
  const text =
    'write' in step
      ? step.write
      : (await db.query({ text: step.find, rowMode: 'array' })).rows[0]?.[0];
  await page.locator(`[id="${step.into}"]`).fill(String(text));
}

const named = (page: Page, name: string | RegExp): Locator =>
  page
    .locator('main, dialog[open], footer')
    .locator('button, a, summary, label.choice')
    .filter({ hasText: name })
    .first();

/** In the page: what is said at the field in focus, once it is marked as wrong. */
const SAID = `(() => {
  const field = document.activeElement?.closest('[aria-invalid=true]');
  const notes = (field?.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-error'));
  return notes.map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
})()`;
