import { type Refusal, refuse } from '../../kernel/refusal.js';
import { oneRefusalOf, problemsIn } from './problems.js';

const PLATE: Refusal = refuse('PLATE_MALFORMED', { plate: '9C-1' }, 'plate');
const LOAD: Refusal = refuse('LOAD_OVER_PAYLOAD', { loadKg: 2600, payloadKg: 2500 }, 'loadKg');

describe('PE-02 everything wrong is told at once', () => {
  it('says nothing when nothing is wrong, and one thing as it is', () => {
    expect(oneRefusalOf([])).toBeUndefined();
    expect(oneRefusalOf([PLATE])).toBe(PLATE);
  });

  it('folds several into one and takes them apart again', () => {
    const folded = oneRefusalOf([PLATE, LOAD]);
    expect(folded).toEqual({
      refused: 'PERMIT_REQUEST_WRONG',
      facts: {
        '0.code': 'PLATE_MALFORMED',
        '0.plate': '9C-1',
        '1.code': 'LOAD_OVER_PAYLOAD',
        '1.loadKg': 2600,
        '1.payloadKg': 2500,
      },
    });
    expect(problemsIn(folded?.facts ?? {})).toEqual([
      { refused: 'PLATE_MALFORMED', facts: { plate: '9C-1' } },
      { refused: 'LOAD_OVER_PAYLOAD', facts: { loadKg: 2600, payloadKg: 2500 } },
    ]);
  });
});
