export { BackupModel } from './api/backup.model.js';
export type { Backup } from './data/backups.store.js';
export { DealModel } from './api/deal.model.js';
export { DeductionInput, OrderLineInput } from './api/order.inputs.js';
export { deductionTerms, DeductionTermsModel, OrderModel } from './api/order.model.js';
export { SideEnum } from './api/side.enum.js';
export type { Deal } from './data/deal.rows.js';
export type { Order } from './data/order.rows.js';
export { reachSql } from './data/reach.js';
export { offerExpiry } from './domain/offer-ttl.js';
export {
  deductionRule,
  impossibleLines,
  impossibleNumber,
  impossibleWeight,
  impossibleWindow,
  type DeductionWish,
  type NumbersRefusal,
} from './domain/order-limits.js';
export type { CancelTerms, DeductionRule } from './domain/terms.js';
export { orderNumber } from './domain/order-number.js';
export { sameHours } from './domain/repeat.js';
export { OrdersModule } from './orders.module.js';
export { RespondAllocationOffer } from './use-cases/respond-allocation-offer.js';
export { Orders } from './orders.js';
export type { AgreeRefusal } from './use-cases/agree-deal.js';
export type { MadeDeal, TakeRefusal } from './use-cases/take-backups.js';
export { OrderAgain, type AgainRefusal } from './use-cases/order-again.js';
export { ReviseOrder, type ReviseRefusal } from './use-cases/revise-order.js';
