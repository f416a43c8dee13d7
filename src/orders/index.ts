export { DealModel } from './api/deal.model.js';
export { DeductionTermsModel } from './api/order.model.js';
export type { Deal } from './data/deal.rows.js';
export type { Order } from './data/order.rows.js';
export { OrdersModule } from './orders.module.js';
export { Orders } from './orders.js';
