import { FORMS } from '../browser/support/forms/forms.js';
import { draws, NEVER_REFUSED, PARTS, typedInto } from '../browser/support/forms/typed-into.js';

describe('everything that is typed into', () => {
  it('UX-14: belongs to a form that is tried in the browser, or can never be refused', () => {
    const found = typedInto();
    const known = { ...FORMS, ...PARTS, ...NEVER_REFUSED };
    expect(found.filter((file) => !(file in known))).toEqual([]);
    const named = [...Object.keys(PARTS), ...Object.keys(NEVER_REFUSED)];
    expect(named.filter((file) => file in FORMS || !found.includes(file))).toEqual([]);
    for (const [part, form] of Object.entries(PARTS))
      expect([part, form in FORMS && draws(form, part)]).toEqual([part, true]);
  });
});
