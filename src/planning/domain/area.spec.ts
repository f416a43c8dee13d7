import { parseArea } from './area.js';

describe('AP-09 land as a list has it', () => {
  it.each([
    ['720', 720],
    ['1.250', 1_250],
    ['2 sào', 720],
    ['1,5 sào', 540],
    ['1 mẫu', 3_600],
    ['0,5 ha', 5_000],
    ['360m2', 360],
    [' 3 SÀO ', 1_080],
  ])('%s is %i m²', (typed, m2) => {
    expect(parseArea(typed)).toBe(m2);
  });

  it.each(['', 'rộng', '2 sào 5', '-3', '1/2 ha'])('%s is asked back', (typed) => {
    expect(parseArea(typed)).toMatchObject({ refused: 'AREA_UNREADABLE' });
  });
});
