import { effect, signal } from '@preact/signals';
import { giveEnglish, locale, whenEnglish, wordsHere } from './words/words.js';

export type Theme = 'auto' | 'light' | 'dark';

const kept = (key: string): string | null => localStorage.getItem(key);

export const theme = signal<Theme>((kept('theme') as Theme | null) ?? 'auto');
export const savesData = signal(kept('saves-data') === 'yes');

/** Reads what this phone chose before, and keeps every later choice. */
export function startSettings(): void {
  whenEnglish(() => import('./words/en.js').then(({ en }) => giveEnglish(en)));
  if (kept('locale') === 'en') locale.value = 'en';
  effect(() => {
    localStorage.setItem('theme', theme.value);
    if (theme.value === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme.value;
  });
  effect(() => localStorage.setItem('saves-data', savesData.value ? 'yes' : 'no'));
  effect(() => {
    localStorage.setItem('locale', locale.value);
    void wordsHere();
    document.documentElement.lang = locale.value;
    // The public pages are rendered on the server, which knows the language by this cookie.
    document.cookie = `locale=${locale.value}; path=/; max-age=31536000; samesite=lax`;
  });
}
