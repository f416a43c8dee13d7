import { daysHeard, figureHeard } from './heard.js';

describe('a figure in a field', () => {
  it('is read with a comma and a percent sign', () => {
    expect(['2', '2,5', ' 2.5 ', '2 %', '0'].map(figureHeard)).toEqual([2, 2.5, 2.5, 2, 0]);
  });

  it('is never nought for nothing, nor a guess', () => {
    for (const typed of ['', ' ', 'hai', '2 kg', '-1', '1.2.3'])
      expect(figureHeard(typed)).toBeNull();
  });

  it('of days is whole', () => {
    expect([' 3 ', '0'].map(daysHeard)).toEqual([3, 0]);
    for (const typed of ['', '2,5', '3 ngày', '1e3']) expect(daysHeard(typed)).toBeNull();
  });
});
