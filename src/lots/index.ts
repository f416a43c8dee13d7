export type { HoldWish } from './data/holds.store.js';
export { IS_RESTING, isShownTo, type LotRow } from './data/lot-sql.js';
export type { CandidateLine, LotFacts } from './data/lots.store.js';
export { LotSearch } from './lot-search.js';
export { Lots } from './lots.js';
export { LotsModule } from './lots.module.js';
