import type { Given, Someone } from './given.js';

export interface LotWish {
  readonly cropCode?: string;
  readonly varietyCode?: string;
  /** Grade code to kilograms. */
  readonly kg?: Readonly<Record<string, number>>;
  readonly askVndPerKg?: number | null;
  readonly readyFrom?: string;
  readonly readyTo?: string;
  readonly minTakeGrams?: number;
  readonly publish?: boolean;
}

export interface GivenLot {
  readonly id: string;
  readonly version: number;
  /** Grade code to the id of its line. */
  readonly lines: Readonly<Record<string, string>>;
}

const CREATE = `mutation ($input: CreateLotInput!) {
  createLot(input: $input) {
    ... on Lot { id version grades { id grade { code } } }
    ... on Refused { code }
  }
}`;

interface Created {
  /** Undefined when it was refused. */
  readonly id?: string;
  readonly version: number;
  readonly grades: readonly { readonly id: string; readonly grade: { readonly code: string } }[];
}

/** A lot a grower put on the market: 100 kg of na, grade 1, at the order's price, for the next two days. */
export async function givenLot(
  make: Given,
  grower: Someone,
  wish: LotWish = {},
): Promise<GivenLot> {
  const now = make.world.clock.now().getTime();
  const created = await grower.voice.ask<Created>(CREATE, {
    input: {
      clientMutationId: make.world.id(),
      lotId: make.world.id(),
      cropCode: wish.cropCode ?? 'NA',
      varietyCode: wish.varietyCode ?? null,
      grades: Object.entries(wish.kg ?? { L1: 100 }).map(([gradeCode, kg]) => ({
        gradeCode,
        grams: kg * 1000,
        askVndPerKg: wish.askVndPerKg ?? null,
      })),
      readyFrom: wish.readyFrom ?? new Date(now + 3_600_000).toISOString(),
      readyTo: wish.readyTo ?? new Date(now + 48 * 3_600_000).toISOString(),
      minTakeGrams: wish.minTakeGrams ?? 0,
      publish: wish.publish ?? true,
    },
  });
  if (created.id === undefined) throw new Error(`no lot: ${JSON.stringify(created)}`);
  return {
    id: created.id,
    version: created.version,
    lines: Object.fromEntries(created.grades.map(({ id, grade }) => [grade.code, id])),
  };
}
