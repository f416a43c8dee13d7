import type { Product } from './product.js';

/** Nobody haggles in the demonstration: a trader and a household whose screens are looked at do. */
export async function haggleOverALot(product: Product): Promise<void> {
  const { token } = await product.sessionOf('TRADER');
  const { session } = await product.sessionOf('GROWER');
  const { rows } = await product.db.query<{ id: string; grade: string; from: Date; to: Date }>(
    `select l.id, g.grade_code grade, l.ready_from "from", l.ready_to "to" from lots l join lot_grades g on g.lot_id = l.id
        where l.household_id = $1 and l.state = 'PUBLISHED' and g.offered_g - g.reserved_g - g.weighed_g >= 50000 limit 1`,
    [session.partyId],
  );
  const [lot] = rows;
  if (!lot) throw new Error('the household of the demonstration has nothing to haggle over');
  await product.act(token, 'makeOffer', {
    lots: [{ lotId: lot.id, lines: [{ gradeCode: lot.grade, grams: 50_000, vndPerKg: 20_000 }] }],
    answerMinutes: 120,
    cratesBy: 'BUYER',
    loadingBy: 'BUYER',
    transportBy: 'BUYER',
    deduction: { kind: 'NONE' },
    depositVnd: 0,
    isPhoneDeal: false,
    paymentDays: 3,
    pricePlace: 'GARDEN',
    readyFrom: lot.from,
    readyTo: lot.to,
    toleranceBp: 500,
  });
}
