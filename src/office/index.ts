export { Boards } from './boards.js';
export type { UsualPrice } from './data/price.store.js';
export type { PriceRow } from './domain/price-board.js';
export { OfficeModule } from './office.module.js';
