export { MarketModule } from './market.module.js';
