import { findCommunes, withPredecessors, type NamedCommune } from './commune-names.js';

const communes: NamedCommune[] = [
  { id: 'old-lucson', name: 'Lục Sơn', successorId: 'new-lucson' },
  { id: 'old-truongson', name: 'Trường Sơn', successorId: 'new-nghiaphuong' },
  { id: 'new-lucson', name: 'Lục Sơn', successorId: null },
  { id: 'new-nghiaphuong', name: 'Nghĩa Phương', successorId: null },
  { id: 'dongphu', name: 'Đông Phú', successorId: null },
];

describe('communes by name', () => {
  it.each([
    ['Nghĩa Phương', 0],
    ['nghia  phuong', 1],
    ['nghia', 2],
  ])('finds %s with rank %i, and what became part of it', (typed, rank) => {
    expect(findCommunes(typed, communes)).toEqual([
      { id: 'old-truongson', rank },
      { id: 'new-nghiaphuong', rank },
    ]);
  });

  it('reads đ as d, and finds nothing by two letters or a word of the middle', () => {
    expect(findCommunes('dong phu', communes)).toEqual([{ id: 'dongphu', rank: 1 }]);
    expect(findCommunes('do', communes)).toEqual([]);
    expect(findCommunes('Sơn', communes)).toEqual([]);
  });

  it('takes the former communes of a chosen one along', () => {
    expect(withPredecessors(['new-nghiaphuong'], communes)).toEqual([
      'new-nghiaphuong',
      'old-truongson',
    ]);
    expect(withPredecessors(['old-lucson'], communes)).toEqual(['old-lucson']);
  });
});
