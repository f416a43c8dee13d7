import { readFileSync } from 'node:fs';
import { assistedPath } from '../../src/accounts/domain/assisted-paths.js';
import type { AssistedKind } from '../../src/accounts/domain/assisted.js';
import { appScreens } from '../browser/support/app-screens.js';

const ID = '01a21f54-87fa-7345-8cf1-91e802135cbc';

describe('where a household opens what was done in its name', () => {
  it('ID-06 leads from every kind of act to a screen of a household', () => {
    const [, kinds = ''] =
      /^enum AssistedKind \{\n([\s\S]*?)^\}/m.exec(readFileSync('schema.graphql', 'utf8')) ?? [];
    const all = [...kinds.matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, kind]) => kind as AssistedKind);
    const screens = new Set(
      appScreens().flatMap(({ role, path }) => (role === 'GROWER' ? [path] : [])),
    );
    // Screens of one's own lot and of a sale of boxes are opened by either side.
    const ofBoth = ['/app/lo/:id', '/app/thung/:id'];
    const lost = all.filter((kind) => {
      const path = assistedPath(kind, ID).replace(ID, ':id');
      return !screens.has(path) && !ofBoth.includes(path);
    });
    expect(all.length).toBeGreaterThan(0);
    expect(lost).toEqual([]);
  });
});
