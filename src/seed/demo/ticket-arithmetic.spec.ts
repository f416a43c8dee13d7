import { basisPoints, kilograms, priceOf, vnd } from '../../kernel/units.js';
import { deducted } from './ticket-arithmetic.js';

describe('the arithmetic of a weigh ticket', () => {
  it('WE-02 takes 2 % of what remains after the tare', () => {
    const { netG, deductionG, payableG } = deducted(
      kilograms(170),
      kilograms(10),
      basisPoints(200),
    );

    expect([netG, deductionG, payableG]).toEqual([160_000, 3200, 156_800]);
    expect(priceOf(payableG, vnd(20_000))).toBe(3_136_000);
  });

  it('WE-01 rounds to a tenth of a kilogram after the deduction, half up: 44.492 kg is 44.5', () => {
    const wet = deducted(kilograms(49), kilograms(3.6), basisPoints(200));
    const dry = deducted(kilograms(76.5), kilograms(5.4), basisPoints(0));

    expect(wet).toEqual({ netG: 45_400, deductionG: 900, payableG: 44_500 });
    expect(dry).toEqual({ netG: 71_100, deductionG: 0, payableG: 71_100 });
    expect(priceOf(dry.payableG, vnd(36_000)) + priceOf(wet.payableG, vnd(28_000))).toBe(3_805_600);
  });

  it('rounds 49.95 kg up and 49.94 kg down', () => {
    expect(deducted(kilograms(50), kilograms(0), basisPoints(10)).payableG).toBe(50_000);
    expect(deducted(kilograms(50), kilograms(0), basisPoints(12)).payableG).toBe(49_900);
  });
});
