import type { OrderChange } from '../data/order-changes.store.js';
import { goodsAfter, goodsBefore, type ChangedPart } from '../domain/order-change.js';
import type { ChangePartModel, OrderChangeModel } from './order-change.model.js';

/** A part as GraphQL shows it; its grades are named by a resolver of their own. */
export type ShownPart = ChangePartModel & Pick<ChangedPart, 'cropCode' | 'lines'>;
export type ShownChange = Omit<OrderChangeModel, 'parts'> & {
  readonly parts: readonly ShownPart[];
};

export const shownPart = (
  part: ChangedPart & { readonly acceptedAt?: Date | null },
): ShownPart => ({
  ...part,
  goodsVndBefore: goodsBefore(part),
  goodsVnd: goodsAfter(part),
  acceptedAt: part.acceptedAt ?? null,
});

export const shownChange = (change: OrderChange): ShownChange => ({
  ...change,
  parts: change.parts.map(shownPart),
});
