export { AllocationPreviewModel } from './api/allocation.model.js';
export { BackupModel } from './api/backup.model.js';
export type { Backup } from './data/backups.store.js';
export { DealModel } from './api/deal.model.js';
export { ByHandInput, DeductionInput, OrderLineInput } from './api/order.inputs.js';
export {
  AllocationPolicyEnum,
  deductionTerms,
  DeductionTermsModel,
  OrderModel,
} from './api/order.model.js';
export { PreviewViews } from './api/preview-views.js';
export { SideEnum } from './api/side.enum.js';
export type { Deal } from './data/deal.rows.js';
export type { Order } from './data/order.rows.js';
export { reachSql } from './data/reach.js';
export type { PolicyCode } from './domain/allocation/preview.js';
export type { ByHand } from './domain/by-hand.js';
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
export type { OrderPart } from './domain/part.js';
export { sameHours } from './domain/repeat.js';
export { OrdersModule } from './orders.module.js';
export { RespondAllocationOffer } from './use-cases/respond-allocation-offer.js';
export { Orders } from './orders.js';
export type { AgreeRefusal } from './use-cases/agree-deal.js';
export type { MadeDeal } from './use-cases/take-backups.js';
export { OfferByHand, type OfferByHandRefusal } from './use-cases/offer-by-hand.js';
export { OrderAgain, type AgainRefusal, type PlannedAgain } from './use-cases/order-again.js';
export { PartPlanning } from './use-cases/part-planning.js';
export type { Preview } from './use-cases/preview-allocation.js';
export { ReviseOrder, type ReviseRefusal } from './use-cases/revise-order.js';
export { isOvertaken, LOOKS, type RoundRefusal } from './use-cases/rounds.js';
export { TakePart, type TakenPart } from './use-cases/take-part.js';
