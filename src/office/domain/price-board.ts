/** One confirmed ticket line as a price: what a kilogram net of tare really brought, after the deduction. */
export interface PaidPrice {
  readonly cropCode: string;
  readonly gradeCode: string;
  readonly buyerId: string;
  readonly ticketId: string;
  readonly netGrams: number;
  readonly amountVnd: number;
  readonly nominalVndPerKg: number;
}

type Tone = 'UP' | 'DOWN' | 'SAME' | 'UNKNOWN';

export interface PriceRow {
  readonly cropCode: string;
  readonly gradeCode: string;
  /** False: fewer than five tickets or three buyers, so no price is shown and nobody's deal can be read off. */
  readonly isEnough: boolean;
  readonly lowVnd: number | null;
  readonly mostlyLowVnd: number | null;
  readonly mostlyHighVnd: number | null;
  readonly highVnd: number | null;
  /** Median of the spoken prices, before any deduction. */
  readonly nominalVnd: number | null;
  readonly volumeGrams: number;
  readonly tickets: number;
  readonly tone: Tone;
}

const FEWEST_TICKETS = 5;
const FEWEST_BUYERS = 3;
// A market is called steady within two percent.
const STEADY = 0.02;

/** Low, mostly (the middle half), high: per crop and grade, of what was paid; `before` is the day to compare with. */
export function priceBoard(paid: readonly PaidPrice[], before: readonly PaidPrice[]): PriceRow[] {
  const earlier = grouped(before);
  return [...grouped(paid).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, prices]) => rowOf(prices, earlier.get(key) ?? []));
}

function rowOf(prices: readonly PaidPrice[], before: readonly PaidPrice[]): PriceRow {
  const [first] = prices as readonly [PaidPrice];
  const { cropCode, gradeCode } = first;
  const tickets = new Set(prices.map((price) => price.ticketId)).size;
  const volumeGrams = prices.reduce((sum, price) => sum + price.netGrams, 0);
  if (!isEnough(prices)) {
    return {
      cropCode,
      gradeCode,
      isEnough: false,
      lowVnd: null,
      mostlyLowVnd: null,
      mostlyHighVnd: null,
      highVnd: null,
      nominalVnd: null,
      volumeGrams,
      tickets,
      tone: 'UNKNOWN',
    };
  }
  const effective = prices.map(effectivePrice).toSorted((a, b) => a - b);
  return {
    cropCode,
    gradeCode,
    isEnough: true,
    lowVnd: quantile(effective, 0),
    mostlyLowVnd: quantile(effective, 0.25),
    mostlyHighVnd: quantile(effective, 0.75),
    highVnd: quantile(effective, 1),
    nominalVnd: quantile(
      prices.map((price) => price.nominalVndPerKg).toSorted((a, b) => a - b),
      0.5,
    ),
    volumeGrams,
    tickets,
    tone: isEnough(before) ? toneOf(median(prices), median(before)) : 'UNKNOWN',
  };
}

const effectivePrice = (price: PaidPrice): number =>
  Math.round((price.amountVnd * 1000) / price.netGrams);

const median = (prices: readonly PaidPrice[]): number =>
  quantile(
    prices.map(effectivePrice).toSorted((a, b) => a - b),
    0.5,
  );

/** Nearest rank: always a price that was really paid. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)] ?? 0;

const isEnough = (prices: readonly PaidPrice[]): boolean =>
  new Set(prices.map((price) => price.ticketId)).size >= FEWEST_TICKETS &&
  new Set(prices.map((price) => price.buyerId)).size >= FEWEST_BUYERS;

function toneOf(now: number, then: number): Tone {
  if (now > then * (1 + STEADY)) return 'UP';
  return now < then * (1 - STEADY) ? 'DOWN' : 'SAME';
}

function grouped(prices: readonly PaidPrice[]): Map<string, PaidPrice[]> {
  const groups = new Map<string, PaidPrice[]>();
  for (const price of prices) {
    const key = `${price.cropCode}/${price.gradeCode}`;
    const group = groups.get(key);
    if (group) group.push(price);
    else groups.set(key, [price]);
  }
  return groups;
}
