import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, type Grams } from '../../kernel/units.js';

export type WeightRefusal = 'WEIGHT_UNREADABLE' | 'WEIGHT_AMBIGUOUS';

// A tạ is 100 kg here and never the 60 kg of some old scales.
const TON = 1_000_000;
const QUINTAL = 100_000;
const TEN_KILOS = 10_000;
const KILO = 1_000;
const UNITS: Readonly<Record<string, number>> = {
  tan: TON,
  t: TON,
  ta: QUINTAL,
  yen: TEN_KILOS,
  kg: KILO,
  can: KILO,
  ky: KILO,
  ki: KILO,
  kilo: KILO,
  lang: 100,
  gam: 1,
  g: 1,
};
// Marks are dropped before a word is looked up, so một and mốt, mười and mươi are one word here.
const FIGURES: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};
const ENDINGS = new Set(['mốt', 'tư', 'lăm', 'nhăm']);
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

interface Word {
  readonly text: string;
  readonly plain: string;
}

/**
 * A weight as it is typed or said: "45", "4,5 yến", "1 tạ 2", "2 tấn rưỡi", "ba tạ hai lăm", with or without
 * marks. A number without a unit is kilograms. What two people could read differently is refused:
 * "1.200" (a thousand, or one and a fifth?), "hai ba tạ" (23, or two to three?), "45k".
 */
export function parseSpokenWeight(text: string): Grams | Refusal<WeightRefusal> {
  try {
    return grams(new Reading(text).weight());
  } catch (refused) {
    if (refused instanceof Unclear) return refuse(refused.code, { text });
    throw refused;
  }
}

/** Carries a refusal out of the middle of a reading; never leaves this file. */
class Unclear extends Error {
  constructor(readonly code: WeightRefusal) {
    super(code);
  }
}

const unreadable = (): Unclear => new Unclear('WEIGHT_UNREADABLE');
const ambiguous = (): Unclear => new Unclear('WEIGHT_AMBIGUOUS');

class Reading {
  readonly #words: readonly Word[];
  #at = 0;

  constructor(text: string) {
    const spoken = text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/k[ií][\s-]?l[oô]/g, 'kilo');
    const found = spoken.match(/\d+(?:[.,]\d+)*|\p{L}+|[^\s\p{L}\d]/gu) ?? [];
    this.#words = found.map((word) => ({ text: word, plain: plain(word) }));
  }

  weight(): number {
    if (this.#words.length === 0) throw unreadable();
    let total = 0;
    let unit = Infinity;
    while (this.#next() !== undefined) {
      const isHalf = this.#skip('nua');
      const count = isHalf ? 0.5 : this.#number(unit === Infinity);
      const own = this.#unit();
      if (own === undefined) return total + this.#rest(count, unit, isHalf);
      if (own >= unit || (unit !== Infinity && count * own >= unit)) throw unreadable();
      total += whole(count * own);
      unit = own;
      if (this.#skip('ruoi')) {
        if (!Number.isInteger(count)) throw unreadable();
        total += whole(own / 2);
        this.#end();
      } else if (!Number.isInteger(count)) this.#end();
    }
    return total;
  }

  /** A number nothing follows: kilograms when it stands alone, else part of the unit before it. */
  #rest(count: number, unit: number, isHalf: boolean): number {
    this.#end();
    if (isHalf) throw unreadable();
    if (unit === Infinity) return whole(count * KILO);
    const typed = this.#words.at(-1)?.text ?? '';
    const figures = /^\d/.test(typed) ? typed.length : String(count).length;
    const zeros = Math.log10(unit / Math.min(unit, KILO));
    if (!Number.isInteger(count) || unit < KILO) throw unreadable();
    // "1 tạ 2" is a tenth's worth of two; "1 tạ 25" is 25 kg whichever way it is read; "2 tấn 15" is neither.
    if (figures === 1) return whole((count * unit) / 10);
    if (figures === zeros) return count * KILO;
    throw ambiguous();
  }

  #next(): Word | undefined {
    return this.#words[this.#at];
  }

  #skip(plainText: string): boolean {
    if (this.#next()?.plain !== plainText) return false;
    this.#at++;
    return true;
  }

  #end(): void {
    if (this.#next() !== undefined) throw unreadable();
  }

  #unit(): number | undefined {
    const word = this.#next();
    if (word === undefined) return undefined;
    if (word.plain === 'k') throw ambiguous();
    const unit = UNITS[word.plain];
    if (unit === undefined) throw unreadable();
    this.#at++;
    return unit;
  }

  #number(isFirst: boolean): number {
    const word = this.#next();
    if (word === undefined) throw unreadable();
    if (/^\d/.test(word.text)) {
      this.#at++;
      return typedNumber(word.text);
    }
    // "tạ rưỡi": one is not said.
    if (isFirst && UNITS[word.plain] !== undefined) return 1;
    return this.#spokenNumber();
  }

  /** 0 … 9,999 in words, the way the north says them. */
  #spokenNumber(): number {
    const start = this.#at;
    let total = 0;
    let last = this.#belowHundred();
    if (this.#skip('nghin') || this.#skip('ngan')) {
      total += last * 1000;
      last = this.#isFigure() ? this.#belowHundred() : 0;
    }
    if (this.#skip('tram')) {
      total += last * 100;
      last = 0;
      if (this.#skip('linh') || this.#skip('le')) last = this.#figure();
      else if (this.#isFigure()) last = this.#belowHundred();
    }
    if (this.#at === start) throw unreadable();
    return total + last;
  }

  #isFigure(): boolean {
    const word = this.#next()?.plain ?? '';
    return word === 'muoi' || FIGURES[word] !== undefined;
  }

  #figure(): number {
    const figure = FIGURES[this.#next()?.plain ?? ''];
    if (figure === undefined) throw unreadable();
    this.#at++;
    return figure;
  }

  #belowHundred(): number {
    if (this.#skip('muoi')) return 10 + (this.#isFigure() ? this.#figure() : 0);
    const first = this.#figure();
    if (this.#skip('muoi')) return first * 10 + (this.#isFigure() ? this.#figure() : 0);
    if (!this.#isFigure()) return first;
    // "hai lăm" is 25; "hai ba" may be 23 or "two or three".
    if (!ENDINGS.has(this.#next()?.text ?? '')) throw ambiguous();
    return first * 10 + this.#figure();
  }
}

function typedNumber(text: string): number {
  const [integer = '', decimals = '', ...more] = text.split(/[.,]/);
  if (more.length > 0 || integer.length > 6) throw unreadable();
  if (decimals.length === 3) throw ambiguous();
  return Number(`${integer}.${decimals}`);
}

/** Whole grams, or the text said something finer than a gram. */
function whole(value: number): number {
  const rounded = Math.round(value);
  if (Math.abs(rounded - value) > 1e-6) throw unreadable();
  return rounded;
}

const plain = (word: string): string =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');

/** The weight said back the way the trade says it, and in kilograms: "ba tạ hai = 320 kg". */
export function weightInWords(weight: Grams): string {
  const kilos = weight / KILO;
  const [integer = '0', decimals] = String(kilos).split('.');
  const grouped = integer.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const figures = decimals === undefined ? grouped : `${grouped},${decimals}`;
  return `${inTradeWords(weight)} = ${figures} kg`;
}

function inTradeWords(weight: number): string {
  const tons = Math.floor(weight / TON);
  const quintals = Math.floor((weight % TON) / QUINTAL);
  const rest = weight % QUINTAL;
  const said: string[] = [];
  if (tons > 0) said.push(`${numberInWords(tons)} tấn`);
  if (tons > 0 && rest === 0 && quintals > 0) {
    said.push(quintals === 5 ? 'rưỡi' : shortFigure(quintals));
    return said.join(' ');
  }
  if (quintals > 0) said.push(`${numberInWords(quintals)} tạ`);
  if (quintals > 0 && rest > 0 && rest % TEN_KILOS === 0) {
    said.push(rest === QUINTAL / 2 ? 'rưỡi' : shortFigure(rest / TEN_KILOS));
    return said.join(' ');
  }
  if (rest > 0 || said.length === 0) said.push(smallWeight(rest));
  return said.join(' ');
}

function smallWeight(weight: number): string {
  if (weight > 0 && weight % TEN_KILOS === 0) return `${numberInWords(weight / TEN_KILOS)} yến`;
  const kilos = Math.floor(weight / KILO);
  const hundreds = Math.floor((weight % KILO) / 100);
  const rest = weight % 100;
  const said: string[] = [];
  if (kilos > 0 || weight === 0) said.push(`${numberInWords(kilos)} cân`);
  if (hundreds > 0) said.push(`${numberInWords(hundreds)} lạng`);
  if (rest > 0) said.push(`${numberInWords(rest)} gam`);
  return said.join(' ');
}

/** After a unit: "tạ mốt", "tạ tư". */
const shortFigure = (figure: number): string =>
  figure === 1 ? 'mốt' : figure === 4 ? 'tư' : (DIGITS[figure] ?? '');

/** 0 … 999. */
function numberInWords(n: number): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  const digit = (figure: number): string => DIGITS[figure] ?? '';
  const said = hundreds > 0 ? [`${digit(hundreds)} trăm`] : [];
  if (tens === 1) said.push('mười');
  if (tens > 1) said.push(`${digit(tens)} mươi`);
  if (ones === 0) return said.length > 0 ? said.join(' ') : digit(0);
  if (tens === 0) said.push(hundreds > 0 ? `linh ${digit(ones)}` : digit(ones));
  else if (ones === 5) said.push('lăm');
  else said.push(tens > 1 ? shortFigure(ones) : digit(ones));
  return said.join(' ');
}
