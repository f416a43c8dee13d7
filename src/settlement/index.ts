export { Deposits } from './deposits.js';
export { SettlementModule } from './settlement.module.js';
