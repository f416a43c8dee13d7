import { en } from './en.js';
import { vi } from './vi.js';
import { bilingual, fmt, giveEnglish, locale, say, wordsHere } from './words.js';

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

  it('fetch the English of a screen only when English is read, and speak Vietnamese until then', async () => {
    const asked: string[] = [];
    const words = bilingual({ sold: 'đã bán' }, () => {
      asked.push('sold');
      return Promise.resolve({ sold: 'sold' });
    });
    await wordsHere();
    expect([words().sold, asked]).toEqual(['đã bán', []]);
    locale.value = 'en';
    expect(words().sold).toBe('đã bán');
    await wordsHere();
    await wordsHere();
    expect([words().sold, asked]).toEqual(['sold', ['sold']]);
    locale.value = 'vi';
  });

  it('try again to fetch what could not be fetched', async () => {
    let line: () => Promise<{ sold: string }> = () => Promise.reject(new Error('no signal'));
    const words = bilingual({ sold: 'đã bán' }, () => line());
    locale.value = 'en';
    await wordsHere();
    expect(words().sold).toBe('đã bán');
    line = () => Promise.resolve({ sold: 'sold' });
    await wordsHere();
    expect(words().sold).toBe('sold');
    locale.value = 'vi';
  });

  it('change together with the figures', () => {
    const words = bilingual({ sold: 'đã bán' }, { sold: 'sold' });
    expect([words().sold, fmt().kg(1500)]).toEqual(['đã bán', '1,5\u00a0kg']);
    locale.value = 'en';
    expect([words().sold, fmt().kg(1500)]).toEqual(['sold', '1.5\u00a0kg']);
    locale.value = 'vi';
  });
});
