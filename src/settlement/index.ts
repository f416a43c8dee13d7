export { AgreedSupplements, type WeighedDeal } from './agreed-supplements.js';
export type { Supplement } from './domain/amount-due.js';
export { Deposits } from './deposits.js';
export { SettlementModule } from './settlement.module.js';
