import { basisPoints, type Grams, kilograms, sumGrams } from '../../kernel/units.js';
import type { CropCode, GradeCode } from '../facts/crops.js';
import { type Random, randomFrom } from '../random.js';
import { grouped } from './grouped.js';
import { freeG, type Offer } from './lots.js';
import type { OrderWish } from './order-wish.js';
import type { PartyRow } from './people-rows.js';
import type { VehicleRow } from './transport-rows.js';

/** The people the demo's stories are about, as parties and things. */
export interface Cast {
  readonly grower: PartyRow;
  readonly trader: PartyRow;
  /** The truck of the driver persona. */
  readonly truck: VehicleRow;
}

const FULL_GRADES: readonly GradeCode[] = ['DB', 'L1', 'L2', 'L3', 'L4', 'XO'];

const NA_GRADE_SETS: readonly (readonly [readonly GradeCode[], number])[] = [
  [FULL_GRADES, 55],
  [['L1', 'L2', 'L3'], 12],
  [['XO'], 18],
  [['L1', 'L2'], 5],
  [['DB', 'L1'], 5],
  [['L3', 'L4'], 5],
];
const TWO_CLASS_SETS: readonly (readonly [readonly GradeCode[], number])[] = [
  [['L1'], 25],
  [['L1', 'L2'], 40],
  [['XO'], 35],
];

const MARKET_SHARES: readonly (readonly [string, number])[] = [
  ['HN_LONGBIEN', 25],
  ['HN_DENLU', 20],
  ['HN_MINHKHAI', 15],
  ['HP_CENTER', 12],
  ['QN_HALONG', 12],
  ['BG_CITY', 8],
  ['BN_HOADINH', 8],
];

const ORDER_KG: readonly (readonly [number, number])[] = [
  [800, 25],
  [1500, 30],
  [2500, 25],
  [4000, 15],
  [6000, 5],
];

/** A variety on the board is bought on its own: its price is its own. */
export interface Stand {
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly offers: readonly Offer[];
}

/** The varieties on the board, the one with the most lots first. */
export function standsOf(offers: readonly Offer[]): Stand[] {
  const byVariety = grouped(offers, ({ lot }) => lot.varietyCode);
  return [...byVariety]
    .map(([varietyCode, theirs]) => ({
      cropCode: theirs[0]!.lot.cropCode,
      varietyCode,
      offers: theirs,
    }))
    .toSorted((one, other) => other.offers.length - one.offers.length);
}

export const offeredOf = ({ offers }: Stand): Grams =>
  sumGrams(offers.flatMap(({ grades }) => grades.map(({ offeredG }) => offeredG)));

export const freeOf = ({ offers }: Stand): Grams =>
  sumGrams(offers.flatMap(({ grades }) => grades.map(freeG)));

/** An order as some trader would place it for what stands there. */
export function someWish(
  stand: Stand,
  traders: readonly PartyRow[],
  facts: Pick<OrderWish, 'name' | 'placedOn' | 'pickupOn' | 'state'>,
): OrderWish {
  const random = randomFrom(`wish/${facts.placedOn}/${stand.varietyCode}/${facts.name}`);
  const wantedG = orderSize(stand, random);
  return {
    ...facts,
    name: `${stand.varietyCode}/${facts.name}`,
    buyerId: random.pick(traders).id,
    marketCode: random.pickWeighted(MARKET_SHARES),
    cropCode: stand.cropCode,
    varietyCode: stand.varietyCode,
    gradeCodes: random.pickWeighted(stand.cropCode === 'NA' ? NA_GRADE_SETS : TWO_CLASS_SETS),
    wantedG,
    fillG: wantedG,
    nearCommuneCode: random.pick(stand.offers).lot.unit.code,
  };
}

/** Nobody sends for more than half of what a variety has on the board, nor for less than 100 kg. */
function orderSize(stand: Stand, random: Random): Grams {
  const kg = random.pickWeighted(ORDER_KG) * random.between(0.85, 1.15);
  const halfKg = offeredOf(stand) / 2000;
  return kilograms(Math.max(100, Math.round(Math.min(kg, halfKg) / 50) * 50));
}

/** Two in a hundred for leaves and wet baskets, paid in three days: the terms everyone knows him by. */
const TERMS_OF_TRADER = { deductionBp: basisPoints(200), paymentDays: 3 } as const;

/** The trader persona's order: from the grower persona first, carried by the driver persona. */
export const heroWish = (
  stand: Stand,
  { trader, grower }: Cast,
  {
    growerShare,
    ...facts
  }: Pick<
    OrderWish,
    'name' | 'placedOn' | 'pickupOn' | 'state' | 'wantedG' | 'fillG' | 'gradeCodes'
  > & {
    /** How much of what the grower persona still has is asked for, 0 … 1. */
    readonly growerShare: number;
  },
): OrderWish => ({
  ...facts,
  buyerId: trader.id,
  marketCode: 'HN_LONGBIEN',
  cropCode: stand.cropCode,
  varietyCode: stand.varietyCode,
  nearCommuneCode: grower.unit.code,
  first: { householdId: grower.id, share: growerShare },
  terms: TERMS_OF_TRADER,
});
