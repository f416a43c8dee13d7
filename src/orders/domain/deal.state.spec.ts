import { orderStateOf } from './deal.state.js';

describe('OR-04 where an order stands, told by its deals', () => {
  it.each([
    [['COMMITTED', 'COMMITTED'], 'COMMITTED'],
    [['WEIGHED', 'COMMITTED'], 'IN_PICKUP'],
    [['PAID', 'COMMITTED'], 'IN_PICKUP'],
    [['WEIGHED', 'WEIGHED'], 'WEIGHED'],
    [['PAID', 'WEIGHED'], 'SETTLING'],
    [['PAID', 'PAID'], 'COMPLETED'],
    [['PAID', 'CANCELLED'], 'COMPLETED'],
    [['CANCELLED'], 'CANCELLED'],
  ] as const)('%j is %s', (deals, state) => {
    expect(orderStateOf(deals)).toBe(state);
  });
});
