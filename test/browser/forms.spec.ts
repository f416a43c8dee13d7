import type { Page } from 'playwright-core';
import type { Role } from '../../src/platform/access/actor.js';
import { openable } from './support/app-screens.js';
import { FORMS } from './support/forms/forms.js';
import { OpenForm, type Form } from './support/forms/open-form.js';
import { makeFormsOpenable } from './support/forms/world.js';
import { LONG, Stage } from './support/stage.js';

/** In Vietnamese, with an end. */
const SENTENCE = /[ạ-ỹăâđêôơư].*\.$/i;

/** UX-14: whoever writes what cannot be meant is told at the field what to do, and loses nothing. */
describe('every form', () => {
  let stage: Stage;
  /** The phone of each role, with nothing on it but what was typed. */
  const phones = new Map<Role | null, Page>();
  beforeAll(async () => {
    stage = await Stage.open();
    await makeFormsOpenable(stage.product);
  }, LONG);
  afterAll(() => stage.close(), LONG);

  it.each(Object.entries(FORMS))(
    'UX-14: %s, left empty or filled with what nobody can mean, says at the field what to do, and loses nothing',
    async (_, form) => {
      const open = await opened(form);
      const before = await done();
      const { said, lost, endless } = await open.tried();
      for (const sentence of said) expect(sentence).toMatch(SENTENCE);
      expect({ lost, endless }).toEqual({ lost: [], endless: [] });
      expect(await done()).toEqual(before);
    },
    LONG,
  );

  async function opened(form: Form): Promise<OpenForm> {
    const signedIn = form.role && (await stage.product.sessionOf(form.role));
    const nobody = { partyId: null, personId: null };
    const path = await openable(stage.product.db, form.path, signedIn?.session ?? nobody, form.of);
    const page =
      phones.get(form.role) ?? (await stage.lookingOn(signedIn, { locale: 'vi', theme: 'light' }));
    phones.set(form.role, page);
    // What was begun in the form before is not there.
    const line = await page.context().newCDPSession(page);
    await line.send('Storage.clearDataForOrigin', {
      origin: stage.product.url,
      storageTypes: 'indexeddb',
    });
    await line.detach();
    await stage.go(page, path);
    return OpenForm.on(page, stage.product.db, form);
  }

  const done = async (): Promise<unknown> =>
    (await stage.product.db.query(`select count(*) from acts where operation <> 'startShift'`))
      .rows;
});
