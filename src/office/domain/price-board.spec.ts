import { priceBoard, type PaidPrice } from './price-board.js';

const paid = (index: number, vndPerKg: number, over: Partial<PaidPrice> = {}): PaidPrice => ({
  cropCode: 'NA',
  gradeCode: 'L1',
  buyerId: `buyer ${index % 3}`,
  ticketId: `ticket ${index}`,
  netGrams: 100_000,
  amountVnd: vndPerKg * 100,
  nominalVndPerKg: vndPerKg,
  ...over,
});
const prices = (...perKg: number[]): PaidPrice[] => perKg.map((price, index) => paid(index, price));

describe('the price board', () => {
  it('OF-03 gives low, mostly and high of what was paid', () => {
    expect(priceBoard(prices(30_000, 32_000, 34_000, 36_000, 40_000), [])).toEqual([
      {
        cropCode: 'NA',
        gradeCode: 'L1',
        isEnough: true,
        lowVnd: 30_000,
        mostlyLowVnd: 32_000,
        mostlyHighVnd: 36_000,
        highVnd: 40_000,
        nominalVnd: 34_000,
        volumeGrams: 500_000,
        tickets: 5,
        tone: 'UNKNOWN',
      },
    ]);
  });

  it('OF-03 counts the deduction: 2 % off the weight is 2 % off the price', () => {
    const cut = prices(20_000, 20_000, 20_000, 20_000, 20_000).map((price) => ({
      ...price,
      amountVnd: 1_960_000,
    }));
    expect(priceBoard(cut, [])[0]).toMatchObject({ lowVnd: 19_600, nominalVnd: 20_000 });
  });

  it('OF-03 says nothing of four tickets, or of five tickets of two buyers', () => {
    expect(priceBoard(prices(1, 2, 3, 4), [])[0]).toMatchObject({
      isEnough: false,
      lowVnd: null,
      tickets: 4,
    });
    const twoBuyers = prices(1, 2, 3, 4, 5).map((price, index) => ({
      ...price,
      buyerId: String(index % 2),
    }));
    expect(priceBoard(twoBuyers, [])[0]).toMatchObject({ isEnough: false, highVnd: null });
  });

  it.each([
    [31_000, 'UP'],
    [29_000, 'DOWN'],
    [30_300, 'SAME'],
  ])('compares a median of %i with yesterday’s 30,000: %s', (now, tone) => {
    const today = prices(now, now, now, now, now);
    expect(priceBoard(today, prices(30_000, 30_000, 30_000, 30_000, 30_000))[0]?.tone).toBe(tone);
  });
});
