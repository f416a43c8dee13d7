const WORDS = {
  PHONE: 'Cho Luc Nam: co yeu cau doi so dang nhap cua ban sang so khac sau 24 gio.',
  PAYOUT: 'Cho Luc Nam: co yeu cau doi tai khoan nhan tien cua ban sau 24 gio.',
} as const;

/** The message to the old number: no marks, one SMS, no link, and what to do when it was somebody else. */
export const heldChangeText = (kind: keyof typeof WORDS): string =>
  `${WORDS[kind]} Khong phai ban thi mo Cho Luc Nam, muc Cai dat, bam huy ngay.`;
