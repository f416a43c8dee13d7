import type { Refusal } from '../../kernel/refusal.js';
import { isRefusal } from '../../kernel/refusal.js';
import { sorted } from '../../kernel/sorted.js';
import { parsePrice } from '../../kernel/spoken/price.js';
import { parseWeight } from '../../kernel/spoken/weight.js';
import type { Grams, Vnd } from '../../kernel/units.js';

/** A crop as posts name it, with its grades. */
export interface PostCrop {
  readonly code: string;
  readonly names: readonly string[];
  readonly varieties: readonly { readonly code: string; readonly names: readonly string[] }[];
  readonly grades: readonly { readonly code: string; readonly names: readonly string[] }[];
}

/** What a post of a chat group says about a lot; what it does not say, or says in two ways, is null. */
export interface PastedPost {
  readonly cropCode: string | null;
  readonly varietyCode: string | null;
  readonly gradeCode: string | null;
  readonly grams: Grams | null;
  readonly vndPerKg: Vnd | null;
  /** 0 today, 1 tomorrow, 2 the day after. */
  readonly daysAhead: number | null;
  /** The post as it was written, without telephone numbers. */
  readonly text: string;
}

const PHONE = /(?<![\d.,])(?:\+?84|0)(?:[\s.-]?\d){8,10}(?!\d)/g;
const UNIT = /^(?:tấn|tan|tạ|ta|yến|yen|kg|kgs|ký|ky|cân|can)$/u;
const GLUED_UNIT = /^\d[\d.,]*(?:tấn|tan|tạ|ta|yến|yen|kg|t)$/u;
const PRICE = /(?:giá|gia)\s*:?\s*(.+)$/u;
const BARE_PRICE = /^\d[\d.,]*(?:k|ngàn|nghìn|ngan|nghin)(?:\/kg)?$/u;
const MOST_WORDS = 4;

/**
 * Reads "Na dai 5 tạ giá 35, ib 0912 345 678" as a lot that its grower can confirm. Never guesses: a number that could be
 * read two ways, or two weights in one post, are left for the person to type.
 */
export function readPastedPost(post: string, crops: readonly PostCrop[]): PastedPost {
  const text = post.normalize('NFC').replaceAll(PHONE, ' ').replaceAll(/\s+/g, ' ').trim();
  const plain = text.toLowerCase();
  const crop = cropIn(plain, crops);
  const price = priceIn(plain);
  const rest = price ? plain.replace(price.words, ' ') : plain;
  return {
    cropCode: crop?.code ?? null,
    varietyCode: crop ? longest(plain, crop.varieties) : null,
    gradeCode: crop ? gradeIn(plain, crop) : null,
    grams: onlyWeightIn(rest),
    vndPerKg: price?.vnd ?? null,
    daysAhead: dayIn(plain),
    text,
  };
}

/** The crop whose name, or whose variety's name, is the longest that stands in the post. */
function cropIn(text: string, crops: readonly PostCrop[]): PostCrop | undefined {
  const found = sorted(
    crops
      .map((crop) => ({
        crop,
        length: Math.max(
          0,
          ...[crop, ...crop.varieties].flatMap(({ names }) =>
            names.filter((name) => stands(text, name)).map((name) => name.length),
          ),
        ),
      }))
      .filter(({ length }) => length > 0),
    (a, b) => b.length - a.length,
  );
  const [first, second] = found;
  return first && first.length !== second?.length ? first.crop : undefined;
}

const longest = (
  text: string,
  things: readonly { readonly code: string; readonly names: readonly string[] }[],
): string | null => {
  const found = sorted(
    things.flatMap(({ code, names }) =>
      names.filter((name) => stands(text, name)).map((name) => ({ code, name })),
    ),
    (a, b) => b.name.length - a.name.length,
  );
  return found[0]?.code ?? null;
};

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

function gradeIn(text: string, { grades }: PostCrop): string | null {
  const named = longest(text, grades);
  if (named !== null) return named;
  const said = /(?:loại|loai|l)\s?(iv|i{1,3}|[1-4])(?![\p{L}\d])/u.exec(text)?.[1] ?? '';
  const code = `L${ROMAN[said] ?? said}`;
  return grades.some((grade) => grade.code === code) ? code : null;
}

function priceIn(text: string): { vnd: Vnd; words: string } | undefined {
  const after =
    PRICE.exec(text)?.[1]
      ?.split(/[,;.!?\n](?!\d)/u)[0]
      ?.trim()
      .split(' ') ?? [];
  for (let count = Math.min(MOST_WORDS, after.length); count > 0; count -= 1) {
    const words = after.slice(0, count).join(' ');
    const vnd = readable(parsePrice(words));
    if (vnd !== undefined) return { vnd, words };
  }
  const bare = text.split(/[\s,;]+/u).filter((word) => BARE_PRICE.test(word));
  const vnd = bare.length === 1 ? readable(parsePrice(bare[0] ?? '')) : undefined;
  return vnd === undefined ? undefined : { vnd, words: bare[0] ?? '' };
}

/** The weight of the post, when it names exactly one. */
function onlyWeightIn(text: string): Grams | null {
  const words = text.split(/[\s;:!?]+|[,.](?!\d)/u).filter(Boolean);
  const found: Grams[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!UNIT.test(words[at] ?? '') && !GLUED_UNIT.test(words[at] ?? '')) continue;
    const weight = weightAround(words, at);
    if (!weight) continue;
    found.push(weight.grams);
    at = weight.end - 1;
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The longest run of words around a unit that is one weight: "2 tấn rưỡi", "1 tạ 2". */
function weightAround(
  words: readonly string[],
  at: number,
): { grams: Grams; end: number } | undefined {
  for (let end = Math.min(words.length, at + 3); end > at; end -= 1) {
    for (let start = Math.max(0, at - 3); start <= at; start += 1) {
      const grams = readable(parseWeight(words.slice(start, end).join(' ')));
      if (grams !== undefined && grams > 0) return { grams, end };
    }
  }
  return undefined;
}

function dayIn(text: string): number | null {
  if (stands(text, 'ngày kia') || stands(text, 'ngay kia')) return 2;
  if (stands(text, 'mai')) return 1;
  return stands(text, 'hôm nay') || stands(text, 'hom nay') || stands(text, 'chiều nay') ? 0 : null;
}

const readable = <Value extends number>(said: Value | Refusal): Value | undefined =>
  isRefusal(said) ? undefined : said;

/** Whether a name stands in the text as whole words, with its marks or without any. */
function stands(text: string, name: string): boolean {
  const words = name.normalize('NFC').toLowerCase();
  return [words, unmarked(words)].some((one) =>
    ` ${text.replaceAll(/[^\p{L}\d]+/gu, ' ')} `.includes(` ${one} `),
  );
}

const unmarked = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
