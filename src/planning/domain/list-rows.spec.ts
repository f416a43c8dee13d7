import { grams } from '../../kernel/units.js';
import { readList, type ListRow } from './list-rows.js';

const households = [
  { id: 'a', name: 'Nguyễn Thị Lan', hamlet: 'Mã Tẩy' },
  { id: 'b', name: 'Trần Văn Hùng', hamlet: 'Mã Tẩy' },
  { id: 'c', name: 'Trần Văn Hùng', hamlet: 'Dùm' },
];
const row = (over: Partial<ListRow>): ListRow => ({
  line: 7,
  householdId: '',
  name: 'Nguyễn Thị Lan',
  hamlet: '',
  weight: '3 tạ 2',
  ...over,
});

describe('AP-09 a clerk’s sheet', () => {
  it('PL-08 reads weights as they are said, and numbers as kilograms', () => {
    expect(readList([row({}), row({ householdId: 'b', weight: 45.5 })], households)).toMatchObject([
      { householdId: 'a', grams: 320_000, echo: 'ba tạ hai = 320 kg', refusal: null },
      { householdId: 'b', name: 'Trần Văn Hùng', grams: 45_500, refusal: null },
    ]);
  });

  it('PL-02 counts in the baskets of each household, and guesses none', () => {
    const containers = new Map([['a', { SOT: grams(25_000) }]]);
    const rows = [
      row({ weight: '12 sọt' }),
      row({ householdId: 'b', weight: '12 sọt' }),
      row({ householdId: 'c', weight: '2 tạ' }),
    ];
    expect(readList(rows, households, containers)).toMatchObject([
      { grams: 300_000, echo: 'mười hai sọt = 300 kg', refusal: null },
      { grams: null, echo: null, refusal: { refused: 'CONTAINER_UNKNOWN' } },
      { grams: 200_000, refusal: null },
    ]);
  });

  it('leaves blank rows out: nothing said is not zero', () => {
    expect(readList([row({ weight: '' }), row({ weight: '  ' })], households)).toEqual([]);
    expect(readList([row({ weight: 0 })], households)).toMatchObject([{ grams: 0, refusal: null }]);
  });

  it('tells two of the same name apart by their hamlet', () => {
    expect(readList([row({ name: 'trần  văn hùng', hamlet: 'dùm' })], households)).toMatchObject([
      { householdId: 'c', refusal: null },
    ]);
  });

  it.each([
    [{ name: 'Trần Văn Hùng' }, 'LIST_NAME_AMBIGUOUS'],
    [{ name: 'Người Lạ' }, 'LIST_HOUSEHOLD_UNKNOWN'],
    [{ householdId: 'z' }, 'LIST_HOUSEHOLD_UNKNOWN'],
    [{ weight: '2 tấn 15' }, 'WEIGHT_AMBIGUOUS'],
    [{ weight: '45k' }, 'WEIGHT_AMBIGUOUS'],
    [{ weight: 'nhiều' }, 'WEIGHT_UNREADABLE'],
    [{ weight: -3 }, 'WEIGHT_UNREADABLE'],
    [{ weight: Number.NaN }, 'WEIGHT_UNREADABLE'],
  ])('answers %j by its own line with %s', (over, refused) => {
    expect(readList([row(over)], households)).toMatchObject([{ line: 7, refusal: { refused } }]);
  });

  it('takes the first of two rows of a household, and names the second', () => {
    expect(
      readList([row({}), row({ line: 8, weight: '5 tạ' })], households).map(
        ({ refusal }) => refusal,
      ),
    ).toEqual([null, { refused: 'BULK_ROW_TWICE', facts: {} }]);
  });
});
