export { DealModel } from './api/deal.model.js';
export { deductionTerms, DeductionTermsModel, OrderModel } from './api/order.model.js';
export type { Deal, DealLine } from './data/deal.rows.js';
export type { Order } from './data/order.rows.js';
export type { DeductionRule } from './domain/terms.js';
export { OrdersModule } from './orders.module.js';
export { Orders } from './orders.js';
