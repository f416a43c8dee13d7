import { signal } from '@preact/signals';
import { en } from './en.js';
import { formatsOf, type Formats, type Locale } from './format.js';
import { vi } from './vi.js';

export type { Locale };

/** The language of this phone; on the server, of the page being rendered. */
export const locale = signal<Locale>('vi');

/**
 * The words of one feature in both languages. The second language cannot forget a sentence of the first.
 * The returned function is called while rendering, so that a screen follows a change of language.
 */
export const bilingual =
  <W>(vietnamese: W, english: NoInfer<W>): (() => W) =>
  () =>
    locale.value === 'vi' ? vietnamese : english;

/** Words of the shell and the kit. */
export const say = bilingual(vi, en);

const formats = { vi: formatsOf('vi'), en: formatsOf('en') };

/** How figures and times are written in the language in use. */
export const fmt = (): Formats => formats[locale.value];
