import { isRefusal } from '../../kernel/refusal.js';
import { atCutOff, gatheringEnds, impossibleCutOff } from './cut-off.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 7, 25, hour));
const once = { until: at(10), extendUntil: at(12) };
const never = { until: at(10), extendUntil: null };

describe('OR-02: what becomes of an order whose gathering has ended', () => {
  it.each([
    ['its minimum is there', never, 800, 800, 'COMMIT'],
    ['any weight is there and no minimum was set', once, 1, 0, 'COMMIT'],
    ['a gram is missing, and it may be extended', once, 799, 800, 'EXTEND'],
    ['a gram is missing, and it may not', never, 799, 800, 'EXPIRE'],
    ['nothing is there, though no minimum was set', never, 0, 0, 'EXPIRE'],
    ['it was extended before', { until: at(12), extendUntil: at(12) }, 799, 800, 'EXPIRE'],
  ])('%s', (_, cutOff, acceptedGrams, minGrams, expected) => {
    expect(atCutOff(cutOff, { acceptedGrams, minGrams })).toBe(expected);
  });

  it('a household may answer until the last hour it could be extended to', () => {
    expect(gatheringEnds({ readyTo: at(20), cutOff: once })).toEqual(at(12));
    expect(gatheringEnds({ readyTo: at(20), cutOff: never })).toEqual(at(10));
    expect(gatheringEnds({ readyTo: at(20), cutOff: null })).toEqual(at(20));
  });

  it.each([
    ['in the past', { until: at(8), extendUntil: null }],
    ['after the hour of pick-up', { until: at(17), extendUntil: null }],
    ['extended to no later hour', { until: at(10), extendUntil: at(10) }],
    ['extended beyond the hour of pick-up', { until: at(10), extendUntil: at(17) }],
  ])('a cut-off %s cannot be meant', (_, cutOff) => {
    expect(isRefusal(impossibleCutOff(cutOff, at(16), at(9)))).toBe(true);
  });

  it('a cut-off before pick-up can', () => {
    expect(impossibleCutOff(once, at(16), at(9))).toBeUndefined();
    expect(impossibleCutOff(null, at(16), at(9))).toBeUndefined();
  });
});
