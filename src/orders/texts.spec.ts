import { limitTexts } from './allocation-texts.js';
import { NO_LIMITS } from './domain/allocation-limits.js';
import { coverageText, progressText, toldText } from './texts.js';

const found = {
  lots: 12,
  communes: 5,
  coveredGrams: 4_790_000,
  wantedGrams: 5_000_000,
  percent: 95,
  averageVndPerKg: 31_250,
  truckloads: 2,
};

describe('SM-02 the coverage answer', () => {
  it('is one sentence with lots, communes, share, price and truckloads', () => {
    expect(coverageText(found, 'vi')).toBe(
      '12 lô, 5 xã, phủ 95 % (4,7/5 tấn), giá bình quân 31.250\u00a0₫/kg, 2 chuyến',
    );
    expect(coverageText(found, 'en')).toBe(
      '12 lots in 5 communes cover 95 % (4.7/5 t), 31,250\u00a0₫/kg on average, 2 truckloads',
    );
  });

  it('speaks of kilograms below a tonne', () => {
    expect(
      coverageText({ ...found, coveredGrams: 320_500, wantedGrams: 500_000, percent: 64 }, 'vi'),
    ).toContain('phủ 64 % (320,5 kg/500 kg)');
  });

  it('says plainly that nothing was found', () => {
    const nothing = {
      ...found,
      lots: 0,
      communes: 0,
      coveredGrams: 0,
      percent: 0,
      averageVndPerKg: null,
      truckloads: 0,
    };
    expect(coverageText(nothing, 'vi')).toBe('Ngày này chưa có lô nào phù hợp.');
    expect(coverageText(nothing, 'en')).toBe('No lot fits this day yet.');
  });
});

it('AL-09 the buyer reads how many households said yes', () => {
  expect(progressText(8, 12, 'vi')).toBe('8/12 hộ đã nhận lời');
  expect(progressText(8, 12, 'en')).toBe('8 of 12 households said yes');
});

it('NO-02 the buyer reads how many households were told, and whom to call', () => {
  const told = { households: 12, told: 11, toCall: 1 };
  expect(toldText(told, 'vi')).toBe('đã báo 11/12 hộ, 1 hộ cần gọi điện');
  expect(toldText(told, 'en')).toBe('11 of 12 households told, 1 to be called');
  expect(toldText({ ...told, told: 12, toCall: 0 }, 'vi')).toBe('đã báo 12/12 hộ');
});

it('AL-14 a household reads which paper an order asked for, and how well a word had to be kept', () => {
  const limits = {
    ...NO_LIMITS,
    certificate: 'VIETGAP',
    leastKeptBp: 9_000,
    householdCapGrams: null,
  } as const;
  expect(limitTexts(limits, 'vi')).toEqual([
    'Mỗi lô phải có giấy VietGAP.',
    'Hộ phải giữ được ít nhất 90 % lời hứa giao hàng.',
  ]);
});
