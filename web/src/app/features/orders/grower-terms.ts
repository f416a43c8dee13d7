import { bilingual, fmt, locale } from '../../words/words.js';

const say = bilingual(
  {
    none: 'không trừ',
    percent: (share: string) => `${share} %`,
    perCrate: (kg: string) => `${kg} mỗi sọt`,
  },
  {
    none: 'nothing taken off',
    percent: (share: string) => `${share} %`,
    perCrate: (kg: string) => `${kg} a crate`,
  },
);

interface Deduction {
  kind: 'FIXED_PER_CRATE' | 'NONE' | 'PERCENT';
  /** Hundredths of a percent. */
  basisPoints: number;
  gramsPerCrate: number;
}

/** What was agreed to be taken off on the scale: `2 %`. */
export function deductionText({ kind, basisPoints, gramsPerCrate }: Deduction): string {
  const words = say();
  if (kind === 'PERCENT') return words.percent(fmt().number(basisPoints / 100));
  return kind === 'FIXED_PER_CRATE' ? words.perCrate(fmt().kg(gramsPerCrate)) : words.none;
}

/** Name of a crop or grade inside a sentence: `na`, `loại 2`. */
export const inSentence = (thing: { nameVi: string; nameEn: string }): string =>
  (locale.value === 'vi' ? thing.nameVi : thing.nameEn).toLocaleLowerCase(locale.value);

/** The same at the head of a line: `Loại 2`. */
export function atHead(thing: { nameVi: string; nameEn: string }): string {
  const name = inSentence(thing);
  return name.charAt(0).toLocaleUpperCase(locale.value) + name.slice(1);
}
