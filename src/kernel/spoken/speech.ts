/** Why a text is no number of this kind, or more than one. */
export type Doubt =
  | 'EMPTY'
  /** A word that has no meaning where it stands; `word` tells which. */
  | 'WORD'
  /** Units must fall: "2 yến 3 tạ" does not. */
  | 'ORDER'
  | 'TOO_FINE'
  | 'TOO_MUCH'
  /** "1,200": a thousand two hundred, or one and a fifth. */
  | 'THOUSANDS'
  /** "hai ba": twenty-three, or two to three. */
  | 'FROM_TO'
  /** "2 tấn 15": fifteen kilograms more, or fifteen hundredths of a tonne. */
  | 'TAIL'
  /** "45k" is a price, where a weight was asked. */
  | 'MONEY'
  /** "500" as a price: five hundred đồng, or five hundred thousand. */
  | 'SCALE';

const MANY_READINGS: ReadonlySet<Doubt> = new Set([
  'THOUSANDS',
  'FROM_TO',
  'TAIL',
  'MONEY',
  'SCALE',
]);

/** What could be heard, and what could not; the two readings are there when both can be said. */
export interface Unheard {
  readonly isAmbiguous: boolean;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Carries a doubt out of the middle of a reading; never leaves this folder. */
export class Unclear extends Error {
  constructor(
    readonly doubt: Doubt,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(doubt);
  }
}

interface Word {
  readonly text: string;
  /** Without marks: một and mốt, mười and mươi are one word here. */
  readonly plain: string;
}

type Separator = 'ASK' | 'THOUSANDS' | 'DECIMALS';

/**
 * What `read` makes of the text. A separator that can be read two ways is tried both ways: when only one
 * makes sense, or both say the same, there is no doubt.
 */
export function hear(text: string, read: (speech: Speech) => number): number | Unheard {
  const first = attempt(text, 'ASK', read);
  if (!(first instanceof Unclear)) return first;
  if (first.doubt !== 'THOUSANDS') return unheard(text, first);
  const one = attempt(text, 'THOUSANDS', read);
  const other = attempt(text, 'DECIMALS', read);
  if (one instanceof Unclear) return other instanceof Unclear ? unheard(text, one) : other;
  if (other instanceof Unclear || one === other) return one;
  return unheard(text, new Unclear('THOUSANDS', { one, other }));
}

function attempt(text: string, separator: Separator, read: (speech: Speech) => number) {
  try {
    return read(new Speech(text, separator));
  } catch (doubt) {
    if (doubt instanceof Unclear) return doubt;
    throw doubt;
  }
}

const unheard = (text: string, { doubt, facts }: Unclear): Unheard => ({
  isAmbiguous: MANY_READINGS.has(doubt),
  facts: { text, why: doubt, ...facts },
});

const FIGURES: ReadonlyMap<string, number> = new Map(
  Object.entries({
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
  }),
);
/** Said only after a ten: "bốn lăm" is forty-five, never "four or five". */
const ENDINGS = new Set(['mốt', 'tu', 'tư', 'lam', 'lăm', 'nham', 'nhăm']);
const ABOUT = new Set(['khoảng', 'chừng', 'độ', 'cỡ', 'tầm']);

type PartsThousands = (mark: string, next: string | undefined) => boolean;

/** A text taken word by word. */
export class Speech {
  // Not `#words`: every phone has this class, and for its engine that would be rewritten into four times the letters.
  private readonly words: readonly Word[];
  private readonly separator: Separator;
  private at = 0;

  constructor(text: string, separator: Separator) {
    const spoken = text
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/k[ií][\s-]?l[oô]/g, 'kilo');
    const found = spoken.match(/\d+(?:[.,]\d+)*|\p{L}+|[^\s\p{L}\d]/gu) ?? [];
    this.words = found.map((word) => ({ text: word, plain: plain(word) }));
    this.separator = separator;
    if (ABOUT.has(this.words[0]?.text ?? '')) this.at = 1;
    if (this.next === undefined) throw new Unclear('EMPTY');
  }

  get next(): Word | undefined {
    return this.words[this.at];
  }

  skip(...plainTexts: readonly string[]): boolean {
    const word = this.next;
    if (word === undefined || !plainTexts.includes(word.plain)) return false;
    this.at++;
    return true;
  }

  end(): void {
    if (this.next !== undefined) throw this.unclear();
  }

  /** The word that stands here makes no sense here. */
  unclear(): Unclear {
    const word = this.next ?? this.words.at(-1);
    return new Unclear('WORD', { word: word?.text ?? '' });
  }

  /** One of these units, undefined at the end of the text. */
  unit(units: ReadonlyMap<string, number>): number | undefined {
    const word = this.next;
    if (word === undefined) return undefined;
    const unit = units.get(word.plain);
    if (unit === undefined) throw this.unclear();
    this.at++;
    return unit;
  }

  /**
   * A number in figures, or 0 … 999 in words, and how many figures it was said with.
   * @param partsThousands whether this mark, with this word or nothing behind the number, can only part thousands
   */
  number(partsThousands: PartsThousands): { count: number; figures: number } {
    const word = this.next;
    if (word === undefined) throw this.unclear();
    if (!/^\d/.test(word.text)) return this.belowThousand();
    this.at++;
    const isCertain = (mark: string): boolean => partsThousands(mark, this.next?.plain);
    return { count: typed(word.text, this.separator, isCertain), figures: word.text.length };
  }

  hasFigure(): boolean {
    const word = this.next?.plain ?? '';
    return word === 'muoi' || FIGURES.has(word);
  }

  private belowThousand(): { count: number; figures: number } {
    const first = this.belowHundred();
    if (!this.skip('tram')) return { count: first, figures: String(first).length };
    if (first > 9) throw this.unclear();
    const hundreds = first * 100;
    if (this.skip('linh', 'le')) return { count: hundreds + this.figure(), figures: 3 };
    if (this.skip('ruoi')) return { count: hundreds + 50, figures: 3 };
    if (!this.hasFigure()) return { count: hundreds, figures: 3 };
    const rest = this.belowHundred();
    // "ba trăm hai" is 320, as "ba tạ hai" is.
    return { count: hundreds + (rest < 10 ? rest * 10 : rest), figures: 3 };
  }

  private figure(): number {
    const figure = FIGURES.get(this.next?.plain ?? '');
    if (figure === undefined) throw this.unclear();
    this.at++;
    return figure;
  }

  private belowHundred(): number {
    if (this.skip('muoi')) return 10 + (this.hasFigure() ? this.figure() : 0);
    const first = this.figure();
    if (this.skip('muoi', 'chuc')) return first * 10 + (this.hasFigure() ? this.figure() : 0);
    if (!this.hasFigure()) return first;
    const ending = this.next?.text ?? '';
    const second = this.figure();
    if (first === 0 || (second === first + 1 && !ENDINGS.has(ending))) throw new Unclear('FROM_TO');
    return first * 10 + second;
  }
}

/** Figures as they are typed here and in English; a single group of three can be either kind. */
function typed(text: string, separator: Separator, isCertain: (mark: string) => boolean): number {
  const marks = text.replaceAll(/\d/g, '');
  if (marks === '') return Number(text);
  if (marks.length > 1) return grouped(text);
  const [whole = '', last = ''] = text.split(marks);
  if (!/^[1-9]\d{0,2}$/.test(whole) || last.length !== 3 || separator === 'DECIMALS')
    return Number(`${whole}.${last}`);
  if (separator === 'THOUSANDS' || isCertain(marks)) return Number(whole + last);
  throw new Unclear('THOUSANDS');
}

/** "1.234.567" and "1.234,5", or the same with the marks the English way round. */
function grouped(text: string): number {
  const [, integer, decimals] =
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/.exec(text) ??
    /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text) ??
    [];
  if (integer === undefined) throw new Unclear('WORD', { word: text });
  return Number(`${integer.replaceAll(/[.,]/g, '')}.${decimals ?? '0'}`);
}

/** Whole units, or the text said something finer. */
export function wholeOf(value: number): number {
  const rounded = Math.round(value);
  if (Math.abs(rounded - value) > 1e-6) throw new Unclear('TOO_FINE');
  return rounded;
}

/**
 * A number that nothing follows belongs to the unit before it: "1 tạ 2" is a tenth's worth of two. With as many
 * figures as the unit has, both readings are the same: "1 tạ 25".
 * @param base what the number would count if it stood for itself
 */
export function tailOf(
  { count, figures }: { count: number; figures: number },
  unit: number,
  base: number,
  before: number,
): number {
  const literal = wholeOf(count * base);
  const scaled = (count * unit) / 10 ** figures;
  if (!Number.isInteger(count) || literal >= unit) throw new Unclear('ORDER');
  if (figures === 1 || literal === scaled) return wholeOf(scaled);
  throw new Unclear('TAIL', { one: before + literal, other: before + Math.round(scaled) });
}

const plain = (word: string): string =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
