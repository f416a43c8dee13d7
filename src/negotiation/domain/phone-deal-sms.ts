/** What is answered by text message about a deal made by telephone: without marks, one SMS each. */
export const PHONE_DEAL_SMS = {
  made: (code: string, kg: string) =>
    `Da ghi: chot thoa thuan ${code}, ${kg}. Mo Cho Luc Nam de xem lai va xem so dien thoai.`,
  refused: (code: string) => `Da ghi: khong dong y thoa thuan ${code}, chua chot gi ca.`,
  notMade: (code: string) =>
    `Thoa thuan ${code} chua chot duoc. Mo Cho Luc Nam de xem vi sao, hoac goi lai cho nhau.`,
  notByWeight: (code: string, kg: string) =>
    `Thoa thuan ${code} la ${kg} da noi voi nhau: 1 chot, 2 khong. Muon so kg khac, goi lai cho nhau.`,
  alreadyMade: (code: string) => `Thoa thuan ${code} da chot roi, khong can tra loi nua.`,
  expired: (code: string, at: string) => `Thoa thuan ${code} het han luc ${at}, chua chot.`,
  replaced: (code: string) =>
    `Thoa thuan ${code} da doi lan khac, tin nay khong con hieu luc. Xem tin moi hoac mo Cho Luc Nam.`,
  over: (code: string) => `Thoa thuan ${code} da thoi, khong can tra loi nua.`,
} as const;
