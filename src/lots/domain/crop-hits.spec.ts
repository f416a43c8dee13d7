import { clearest, type CropHit } from './crop-hits.js';

const hit = (cropCode: string, varietyCode: string | null, rank: number): CropHit => ({
  cropCode,
  varietyCode,
  rank,
});

describe('what typed words mean', () => {
  it('leaves out varieties that fit worse than their crop', () => {
    expect(clearest([hit('NA', null, 0), hit('NA', 'NA_DAI', 1)])).toEqual([hit('NA', null, 0)]);
  });

  it('puts a variety that fits as well before the rest of its crop, and not behind another crop', () => {
    expect(clearest([hit('NA', null, 0), hit('NA', 'NA_BO', 0), hit('VAI', null, 1)])).toEqual([
      hit('NA', null, 1),
      hit('NA', 'NA_BO', 0),
      hit('VAI', null, 2),
    ]);
  });

  it('keeps a variety whose crop was not meant', () => {
    expect(clearest([hit('NA', 'NA_BO', 1)])).toEqual([hit('NA', 'NA_BO', 2)]);
  });
});
