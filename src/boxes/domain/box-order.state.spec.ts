import { isRefusal } from '../../kernel/refusal.js';
import { afterBoxStep, BOX_ORDER_STEPS, type BoxOrderState } from './box-order.state.js';

const STEPS = ['confirm', 'pack', 'handOver', 'receive', 'cancel'] as const;
const may = (side: 'BUYER' | 'SELLER') =>
  Object.fromEntries(
    (Object.keys(BOX_ORDER_STEPS) as BoxOrderState[]).map((state) => [
      state,
      STEPS.filter((step) => !isRefusal(afterBoxStep(state, step, side))).join(' '),
    ]),
  );

describe('OR-09 the life of an order of boxes', () => {
  it('is led by the seller, and given up until it is handed over', () => {
    expect(may('SELLER')).toEqual({
      PLACED: 'confirm pack handOver cancel',
      CONFIRMED: 'pack handOver cancel',
      PACKED: 'handOver cancel',
      HANDED_OVER: '',
      DELIVERED: '',
      CANCELLED: '',
    });
  });

  it('is given up by its buyer until it is packed, and ends when she has it', () => {
    expect(may('BUYER')).toEqual({
      PLACED: 'cancel',
      CONFIRMED: 'cancel',
      PACKED: '',
      HANDED_OVER: 'receive',
      DELIVERED: '',
      CANCELLED: '',
    });
  });
});
