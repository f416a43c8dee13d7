import fc from 'fast-check';
import { basisPoints, vnd } from '../../kernel/units.js';
import { consequencesOf, stageOf, type Stage } from './consequences.js';

// 300 kg at 32.000 đ.
const goodsVnd = vnd(9_600_000);
const terms = { afterDispatchBp: basisPoints(500), atGateBp: basisPoints(1_000) };
const deal = (depositVnd: number) => ({ goodsVnd, depositVnd: vnd(depositVnd), terms });

describe('OR-06: what giving up costs', () => {
  it.each<[Stage, number, object]>([
    ['BEFORE_DISPATCH', 0, { damagesVnd: 0, fromDepositVnd: 0, toPayVnd: 0, payer: null }],
    ['AFTER_DISPATCH', 0, { damagesVnd: 480_000, toPayVnd: 480_000, payer: 'BUYER' }],
    ['AT_GATE', 0, { damagesVnd: 960_000, toPayVnd: 960_000, payer: 'BUYER' }],
    ['BEFORE_DISPATCH', 600_000, { fromDepositVnd: 600_000, toPayVnd: 0, payer: null }],
    ['AFTER_DISPATCH', 600_000, { damagesVnd: 600_000, fromDepositVnd: 600_000, toPayVnd: 0 }],
    ['AT_GATE', 600_000, { damagesVnd: 960_000, fromDepositVnd: 600_000, toPayVnd: 360_000 }],
  ])('a buyer, %s, with %i đ of deposit', (stage, deposit, expected) => {
    expect(consequencesOf('BUYER', stage, deal(deposit))).toMatchObject({
      depositReturnedVnd: 0,
      ...expected,
    });
  });

  it.each<[Stage, number, object]>([
    ['BEFORE_DISPATCH', 0, { depositReturnedVnd: 0, toPayVnd: 0, payer: null }],
    [
      'BEFORE_DISPATCH',
      600_000,
      { depositReturnedVnd: 600_000, toPayVnd: 600_000, payer: 'SELLER' },
    ],
    ['AT_GATE', 600_000, { depositReturnedVnd: 600_000, toPayVnd: 960_000, payer: 'SELLER' }],
  ])('a household, %s, with %i đ of deposit', (stage, deposit, expected) => {
    expect(consequencesOf('SELLER', stage, deal(deposit))).toMatchObject({
      fromDepositVnd: 0,
      ...expected,
    });
  });

  it('force majeure: the deposit goes back and that is all', () => {
    expect(consequencesOf(null, 'AT_GATE', deal(600_000))).toEqual({
      damagesVnd: 0,
      fromDepositVnd: 0,
      depositReturnedVnd: 600_000,
      toPayVnd: 0,
      payer: null,
    });
  });

  it('PA-05: whoever gives up, the other is better off by the same damages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.constantFrom<Stage>('BEFORE_DISPATCH', 'AFTER_DISPATCH', 'AT_GATE'),
        (goods, deposit, stage) => {
          const given = { goodsVnd: vnd(goods), depositVnd: vnd(deposit), terms };
          const byBuyer = consequencesOf('BUYER', stage, given);
          const bySeller = consequencesOf('SELLER', stage, given);
          // What the seller holds in the end, and what the buyer holds beyond the deposit that was hers.
          expect(deposit - byBuyer.depositReturnedVnd + byBuyer.toPayVnd).toBe(byBuyer.damagesVnd);
          expect(bySeller.depositReturnedVnd + bySeller.toPayVnd - deposit).toBe(
            bySeller.damagesVnd,
          );
          expect(byBuyer.damagesVnd).toBe(bySeller.damagesVnd);
        },
      ),
    );
  });

  it('the stage is how far the vehicle is', () => {
    expect(stageOf({ isDispatched: false, isAtGate: false })).toBe('BEFORE_DISPATCH');
    expect(stageOf({ isDispatched: true, isAtGate: false })).toBe('AFTER_DISPATCH');
    expect(stageOf({ isDispatched: true, isAtGate: true })).toBe('AT_GATE');
  });
});
