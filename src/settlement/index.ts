export { SettlementModule } from './settlement.module.js';
