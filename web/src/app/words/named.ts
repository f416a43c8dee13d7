import { locale } from './words.js';

/** A crop's, variety's or grade's name in the language in use. */
export const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }): string =>
  locale.value === 'vi' ? nameVi : nameEn;

/** The same at the head of a line: `Na dai`. */
export const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
