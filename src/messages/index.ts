export type { NoticeWish } from './domain/notice-kinds.js';
export { LatestCodes } from './latest-codes.js';
export { MessagesModule } from './messages.module.js';
export { signatureOf } from './api/webhooks.controller.js';
export { Notices } from './notices.js';
export { RecordedPhones } from './gateways/recorded-phones.js';
export { PlainTexts } from './plain-texts.js';
export { SignedWords } from './signed-words.js';
export { plainText } from './domain/template-text.js';
