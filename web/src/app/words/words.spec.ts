import { en } from './en.js';
import { vi } from './vi.js';
import { bilingual, fmt, giveEnglish, locale, say } from './words.js';

type Leaf = { path: string; value: unknown };

const leaves = (tree: object, path = ''): Leaf[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [{ path: path + key, value }],
  );

const shown = (value: unknown): string =>
  typeof value === 'function' ? String((value as (n: unknown) => unknown)(2)) : String(value);

describe('the two languages', () => {
  it('leave no sentence of the shell untranslated', () => {
    const english = new Map(leaves(en).map(({ path, value }) => [path, shown(value)]));
    const same = leaves(vi).filter(({ path, value }) => english.get(path) === shown(value));
    expect(same).toEqual([]);
    expect(english.size).toBe(leaves(vi).length);
  });

  it('speak Vietnamese until the English of the shell has come', () => {
    locale.value = 'en';
    expect(say().back).toBe('Quay lại');
    giveEnglish(en);
    expect(say().back).toBe('Back');
    locale.value = 'vi';
    expect(say().back).toBe('Quay lại');
  });

  it('change together with the figures', () => {
    const words = bilingual({ sold: 'đã bán' }, { sold: 'sold' });
    expect([words().sold, fmt().kg(1500)]).toEqual(['đã bán', '1,5\u00a0kg']);
    locale.value = 'en';
    expect([words().sold, fmt().kg(1500)]).toEqual(['sold', '1.5\u00a0kg']);
    locale.value = 'vi';
  });
});
