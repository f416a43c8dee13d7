export type { HoldWish } from './data/holds.store.js';
export type { LineRow, LotRow } from './data/lot-pages.store.js';
export type { CandidateLine, CandidateWish, LotFacts, LotLine } from './data/lots.store.js';
export { LotSearch, type LotFilter } from './lot-search.js';
export { Lots } from './lots.js';
export { LotsModule } from './lots.module.js';
