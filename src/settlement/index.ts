export { Deposits } from './deposits.js';
export { DepositModel } from './api/deposit.model.js';
export { SettlementModule } from './settlement.module.js';
