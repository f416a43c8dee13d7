/** What is answered by text message about a lot one meant to take: without marks, one SMS each. */
export const INTENTION_SMS = {
  asked: (lot: string, kg: string, order: string) =>
    `Da ghi: hoi mua ${kg} cua lo ${lot} cho don ${order}. Ho nhan thi bao lai ngay.`,
  dropped: (lot: string) => `Da ghi: khong lay lo ${lot} theo du kien.`,
  notAsked: (lot: string) => `Chua hoi mua duoc lo ${lot}. Mo Cho Luc Nam de xem vi sao.`,
  notByWeight: (lot: string, kg: string) =>
    `Lo ${lot}: 1 hoi mua ${kg} nhu du kien, 2 thoi. Muon so kg khac, mo Cho Luc Nam.`,
  alreadyAsked: (lot: string) => `Lo ${lot} da hoi mua roi, khong can tra loi nua.`,
  alreadyDropped: (lot: string) => `Lo ${lot}: da tra loi khong lay.`,
  over: (lot: string) => `Du kien lay lo ${lot} da qua ngay, khong can tra loi nua.`,
} as const;
