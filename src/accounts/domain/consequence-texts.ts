import type { Locale } from '../../platform/access/actor.js';

export type ConsequenceKind = 'OFFERS_WITHDRAWN' | 'LOTS_KEPT' | 'DEALS_KEPT' | 'PAYMENTS_KEPT';

type Texts = Readonly<Record<ConsequenceKind, (count: number) => string>>;

const vi: Texts = {
  OFFERS_WITHDRAWN: (n) => `Gỡ ${n} lời hỏi mua chưa ai trả lời ở các lô bên này đăng.`,
  LOTS_KEPT: (n) => `${n} lô bên này đăng vẫn bán; từ nay nhà mình tự trả lời.`,
  DEALS_KEPT: (n) => `Giữ nguyên ${n} đơn đã chốt.`,
  PAYMENTS_KEPT: (n) => `${n} khoản tiền đang chờ, từ nay nhà mình tự xác nhận.`,
};

const en: Texts = {
  OFFERS_WITHDRAWN: (n) => `Withdraws ${n} unanswered offers on the lots it listed.`,
  LOTS_KEPT: (n) => `${n} lots it listed stay on the market; you answer for them yourself.`,
  DEALS_KEPT: (n) => `${n} settled deals stay as they are.`,
  PAYMENTS_KEPT: (n) => `${n} payments under way; you confirm them yourself.`,
};

export const consequenceText = (kind: ConsequenceKind, count: number, locale: Locale): string =>
  (locale === 'en' ? en : vi)[kind](count);
