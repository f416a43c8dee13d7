/** What is answered by text message: without marks, one SMS each. */
export const REPLY_TEXTS = {
  accepted: (code: string, kg: string) =>
    `Da ghi: nha minh nhan ban ${kg} cho don ${code}. Cho Luc Nam se bao gio xe den.`,
  acceptedPart: (code: string, kg: string, asked: string) =>
    `Da ghi: nha minh nhan ban ${kg} trong ${asked} cho don ${code}. Cho Luc Nam se bao gio xe den.`,
  moreThanAsked: (code: string, asked: string) =>
    `Don ${code} chi hoi mua ${asked}. Nhan ca: tra loi 1. Ban it hon: tra loi so kg duoi ${asked}.`,
  belowLeast: (code: string, least: string) =>
    `Don ${code} lay it nhat ${least} o mot lo. Tra loi so kg tu do tro len; 1 la nhan ca, 2 la khong.`,
  lotWhole: (code: string, asked: string) =>
    `Don ${code} dat dung ${asked} cua mot lo: 1 nhan ca, 2 khong. Ban so kg khac: mac ca lai trong Cho Luc Nam.`,
  /** @param lines what was asked as it may be answered, `L1 100kg, L2 50kg`; undefined where no reply could name one line */
  severalGrades: (code: string, lines?: string) =>
    lines === undefined
      ? `Don ${code} hoi mua nhieu loai: 1 nhan ca, 2 khong. Chi ban mot phan: mo Cho Luc Nam hoac goi hop tac xa.`
      : `Don ${code}: 1 nhan ca, 2 khong. Ban mot phan: viet du tung loai, 0 la khong ban, khong qua ${lines}.`,
  declined: (code: string) => `Da ghi: nha minh khong ban cho don ${code}. Cam on ba con.`,
  alreadyYes: (code: string) => `Don ${code}: nha minh da nhan ban roi, khong can tra loi nua.`,
  alreadyNo: (code: string) => `Don ${code}: nha minh da tra loi khong ban.`,
  expired: (code: string, at: string) => `Loi hoi mua cua don ${code} da het han luc ${at}.`,
  gone: (code: string) => `Don ${code} khong con can hang cua nha minh nua.`,
  /** @param said the answer that waits for a code: `1`, `150kg` */
  which: (codes: readonly string[], said: string) =>
    `Nha minh co ${codes.length} loi hoi mua. Tra loi kem ma: ${codes
      .slice(0, 3)
      .map((code) => `${said} ${code}`)
      .join(', ')}${codes.length > 3 ? '...' : ''}`,
  weightUnclear:
    'Chua ro so kg. Nhan ca: 1. Khong ban: 2. Ban mot phan: viet lien so kg, vi du 150kg; co nhieu don thi them ca ma don, vi du LN-0825-4K7.',
  nothing: 'Luc nay khong co loi hoi mua nao cho nha minh tra loi.',
  help: 'Cho Luc Nam chua hieu. Tra loi 1 de nhan, 2 de khong nhan, so kg neu chi ban mot phan; kem ma don neu co nhieu don.',
} as const;

/** What is said to who takes back what somebody else did in her name. */
export const UNDO_TEXTS = {
  undone: (what: string) => `Da bo viec lam thay nha minh: ${cut(what, 100)}.`,
  wentOn: (what: string) =>
    `Khong bo duoc nua, viec da di tiep: ${cut(what, 70)}. Xin goi hop tac xa hoac xa.`,
  nothing: 'Khong co viec lam thay nao bo duoc nua. Khong dung thi goi hop tac xa hoac xa.',
  which: (acts: readonly { readonly code: string; readonly what: string }[]) =>
    `Co ${acts.length} viec bo duoc. Tra loi: ${acts
      .slice(0, 3)
      .map(({ code, what }) => `BO ${code} (${cut(what, 26)})`)
      .join('; ')}`,
} as const;

const cut = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}.`;
