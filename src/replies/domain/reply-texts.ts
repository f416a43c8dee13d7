/** What is answered by text message: without marks, one SMS each. */
export const REPLY_TEXTS = {
  accepted: (code: string, kg: string) =>
    `Da ghi: nha minh nhan ban ${kg} cho don ${code}. Cho Luc Nam se bao gio xe den.`,
  declined: (code: string) => `Da ghi: nha minh khong ban cho don ${code}. Cam on ba con.`,
  alreadyYes: (code: string) => `Don ${code}: nha minh da nhan ban roi, khong can tra loi nua.`,
  alreadyNo: (code: string) => `Don ${code}: nha minh da tra loi khong ban.`,
  expired: (code: string, at: string) => `Loi hoi mua cua don ${code} da het han luc ${at}.`,
  gone: (code: string) => `Don ${code} khong con can hang cua nha minh nua.`,
  which: (codes: readonly string[]) =>
    `Nha minh co ${codes.length} loi hoi mua. Tra loi kem ma: ${codes
      .slice(0, 3)
      .map((code) => `1 ${code}`)
      .join(', ')}${codes.length > 3 ? '...' : ''}`,
  weight: 'Tin nhan chi nhan duoc 1 (nhan) hoac 2 (khong). Muon doi so kg, xin goi hop tac xa.',
  nothing: 'Luc nay khong co loi hoi mua nao cho nha minh tra loi.',
  help: 'Cho Luc Nam chua hieu. Tra loi 1 de nhan, 2 de khong nhan, kem ma don neu co nhieu don.',
} as const;
