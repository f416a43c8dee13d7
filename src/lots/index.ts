export type { HoldWish } from './data/holds.store.js';
export type { CandidateLine, CandidateWish, LotFacts, LotLine } from './data/lots.store.js';
export { Lots } from './lots.js';
export { LotsModule } from './lots.module.js';
