import { findCommunes, withPredecessors, type NamedCommune } from './commune-names.js';

const communes: NamedCommune[] = [
  { id: 'old-lucson', name: 'Lục Sơn', successorId: 'new-lucson' },
  { id: 'old-truongson', name: 'Trường Sơn', successorId: 'new-nghiaphuong' },
  { id: 'new-lucson', name: 'Lục Sơn', successorId: null },
  { id: 'new-nghiaphuong', name: 'Nghĩa Phương', successorId: null },
  { id: 'dongphu', name: 'Đông Phú', successorId: null },
];

describe('communes by name', () => {
  it.each([['Nghĩa Phương'], ['nghia  phuong'], ['nghia']])('finds by %s', (typed) => {
    expect(findCommunes(typed, communes)).toEqual(['new-nghiaphuong']);
  });

  it('finds both the old and the new one of a name', () => {
    expect(findCommunes('luc son', communes)).toEqual(['old-lucson', 'new-lucson']);
  });

  it('prefers the very marks that were typed', () => {
    const twins = [
      { id: 'hoa', name: 'Hoa Sơn', successorId: null },
      { id: 'hoà', name: 'Hòa Sơn', successorId: null },
    ];
    expect(findCommunes('hòa sơn', twins)).toEqual(['hoà']);
    expect(findCommunes('hoa son', twins)).toEqual(['hoa', 'hoà']);
  });

  it('reads đ as d, and finds nothing by two letters, a word of the middle or no communes', () => {
    expect(findCommunes('dong phu', communes)).toEqual(['dongphu']);
    expect(findCommunes('do', communes)).toEqual([]);
    expect(findCommunes('Sơn', communes)).toEqual([]);
    expect(findCommunes('Sơn', [])).toEqual([]);
  });

  it('takes the former communes of a chosen one along', () => {
    expect(withPredecessors(['new-nghiaphuong'], communes)).toEqual([
      'new-nghiaphuong',
      'old-truongson',
    ]);
    expect(withPredecessors(['old-lucson'], communes)).toEqual(['old-lucson']);
  });
});
