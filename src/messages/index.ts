export type { NoticeWish } from './domain/notice-kinds.js';
export { LatestCodes } from './latest-codes.js';
export { MessagesModule } from './messages.module.js';
export { Notices } from './notices.js';
