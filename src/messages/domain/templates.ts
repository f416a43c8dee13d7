import type { NoticeKind } from './notice-kinds.js';

/** One kind of message as it is written for gateways that charge for it, in Vietnamese. */
export interface Template {
  /** The id Zalo gave the approved template; without one Zalo is passed over. */
  readonly zaloTemplateId: string | null;
  /** With marks, at most 400 characters once filled in. */
  readonly zalo: string;
  /** Without marks, at most 160 characters once filled in. */
  readonly sms: string;
}

/**
 * Blanks a template may have, and how many characters of each are used at most: a longer value is cut. These are the worst
 * cases the lengths of templates are checked with.
 */
export const BLANKS = {
  /** Number of an order, ticket or run, or the code of a permit. */
  ma: 14,
  kg: 11,
  hang: 12,
  loai: 12,
  /** Code of a lot. */
  lo: 9,
  /** Đồng per kilogram. */
  gia: 12,
  tien: 14,
  gio: 11,
  han: 11,
  ngay: 5,
  xe: 11,
  ai: 30,
  /** Name of a commune. */
  xa: 22,
  ly_do: 60,
  /** What was done, as the end of a sentence. */
  viec: 60,
  /** What to do when it was not right, as the end of a sentence. */
  sua: 20,
} as const;
export type Blank = keyof typeof BLANKS;

export const PAID_KINDS = [
  'ORDER_OFFERED',
  'PRICE_OFFERED',
  'PHONE_DEAL_TO_CONFIRM',
  'INTENTION_ASKED',
  'ORDER_COMMITTED',
  'ORDER_CANCELLED',
  'DEAL_ENDED',
  'ORDER_CHANGE_PROPOSED',
  'TICKET_SUBMITTED',
  'PAYMENT_DECLARED',
  'RUN_PLANNED',
  'RUN_CANCELLED',
  'PERMIT_REVOKED',
  'COMMUNE_CLOSED',
  'COMMUNE_OPENED',
  'LOT_CREATED_FOR_YOU',
  'FORECAST_REPORTED_FOR_YOU',
  'ACTED_FOR_YOU',
  'GRANT_RECORDED',
  'GRANT_RETURNED',
  'ERASURE_RECORDED',
  'DATA_HANDED_OVER',
] as const satisfies readonly NoticeKind[];
export type PaidKind = (typeof PAID_KINDS)[number];

export const isPaidKind = (kind: string): kind is PaidKind =>
  (PAID_KINDS as readonly string[]).includes(kind);

const written = (zalo: string, sms: string): Template => ({ zaloTemplateId: null, zalo, sms });

/** The first version of each; an administrator may write later ones. */
export const TEMPLATES: Readonly<Record<PaidKind, Template>> = {
  ORDER_OFFERED: written(
    'Đơn {ma} hỏi mua {kg} {hang} {loai} của nhà mình, giá {gia}/kg, lấy từ {gio}. Trả lời 1 để nhận, 2 để không nhận, số kg nếu chỉ bán một phần, trước {han}.',
    'Don {ma} hoi mua {kg} {hang} {loai}, {gia}/kg, lay {gio}. Tra loi truoc {han}: 1 nhan, 2 khong, so kg neu bot.',
  ),
  PRICE_OFFERED: written(
    'Mặc cả {ma}: {kg} {hang}, giá {gia}/kg, lấy từ {gio}. Mở Chợ Lục Nam để trả lời trước {han}.',
    'Mac ca {ma}: {kg} {hang}, gia {gia}/kg, lay {gio}. Mo Cho Luc Nam tra loi truoc {han}.',
  ),
  PHONE_DEAL_TO_CONFIRM: written(
    'Thỏa thuận qua điện thoại {ma}: {kg} {hang}, giá {gia}/kg, lấy từ {gio}. Trả lời 1 để chốt, 2 là không, trước {han}; im lặng là chưa chốt.',
    'Thoa thuan {ma}: {kg} {hang}, {gia}/kg, lay {gio}. Tra loi 1 chot, 2 khong, truoc {han}; im lang la chua chot.',
  ),
  INTENTION_ASKED: written(
    'Đơn {ma}: đã có lô {lo} cho ngày {ngay}, bạn dự kiến lấy {kg} {hang}. Trả lời 1 để hỏi mua, 2 là thôi; im lặng thì không ai bị ràng buộc.',
    'Don {ma}: da co lo {lo} ngay {ngay}, ban du kien lay {kg} {hang}. Tra loi 1 hoi mua, 2 thoi.',
  ),
  ORDER_COMMITTED: written(
    'Đơn {ma} đã chốt: {kg} {hang}, lấy từ {gio}. Mở Chợ Lục Nam để xem số điện thoại của nhau.',
    'Don {ma} da chot: {kg} {hang}, lay tu {gio}. Mo Cho Luc Nam de xem so dien thoai.',
  ),
  ORDER_CANCELLED: written(
    'Đơn {ma} mua {hang} đã hủy: {ly_do}. Hàng nhà mình bán tiếp được.',
    'Don {ma} mua {hang} da huy: {ly_do}. Hang cua nha minh ban tiep duoc.',
  ),
  DEAL_ENDED: written(
    'Thỏa thuận {ma} mua {hang} đã dừng: {ly_do}. Chưa đúng thì gọi bên kia hoặc cán bộ xã.',
    'Thoa thuan {ma} mua {hang} da dung: {ly_do}. Chua dung thi goi ben kia hoac van phong.',
  ),
  ORDER_CHANGE_PROPOSED: written(
    'Thỏa thuận {ma} mua {hang}: bên kia xin đổi số kg hoặc giờ lấy. Mở Chợ Lục Nam trả lời trước {han}; chưa trả lời thì giữ như cũ.',
    'Thoa thuan {ma} ({hang}): ben kia xin doi kg hoac gio lay. Mo Cho Luc Nam tra loi truoc {han}, khong thi giu nhu cu.',
  ),
  TICKET_SUBMITTED: written(
    'Phiếu cân {ma}: {kg} {hang}, {tien}. Mở Chợ Lục Nam để xem và xác nhận.',
    'Phieu can {ma}: {kg} {hang}, {tien}. Mo Cho Luc Nam de xem va xac nhan.',
  ),
  PAYMENT_DECLARED: written(
    'Người mua báo đã trả {tien} cho phiếu cân {ma}. Kiểm tra rồi xác nhận đã nhận trong Chợ Lục Nam.',
    'Nguoi mua bao da tra {tien} cho phieu can {ma}. Kiem tra roi xac nhan da nhan trong Cho Luc Nam.',
  ),
  RUN_PLANNED: written(
    'Chuyến {ma}, xe {xe}: lấy {kg} {hang} lúc {gio}.',
    'Chuyen {ma}, xe {xe}: lay {kg} {hang} luc {gio}.',
  ),
  RUN_CANCELLED: written(
    'Chuyến {ma} đã hủy: {ly_do}. Khoan mang hàng ra điểm lấy.',
    'Chuyen {ma} da huy: {ly_do}. Khoan mang hang ra diem lay.',
  ),
  PERMIT_REVOKED: written(
    'Giấy đi đường {ma} của xe {xe} đã bị thu hồi: {ly_do}. Không đi tiếp bằng giấy này.',
    'Giay di duong {ma} cua xe {xe} da bi thu hoi: {ly_do}. Khong di tiep bang giay nay.',
  ),
  COMMUNE_CLOSED: written(
    '{xa} phong tỏa từ {gio}, mở lại: {han}. Hàng hẹn trong giờ đó chưa chở ra được. Mở Chợ Lục Nam để xem lô, đơn, chuyến của mình.',
    '{xa} phong toa tu {gio}, mo lai: {han}. Hang hen trong gio do chua cho ra duoc. Mo Cho Luc Nam de xem.',
  ),
  COMMUNE_OPENED: written(
    '{xa} đã bỏ phong tỏa: hàng hẹn ở đó chở ra được từ {gio}. Mở Chợ Lục Nam để xem lô, đơn, chuyến của mình.',
    '{xa} da bo phong toa: hang hen o do cho ra duoc tu {gio}. Mo Cho Luc Nam de xem.',
  ),
  LOT_CREATED_FOR_YOU: written(
    '{ai} đã đăng bán giúp nhà mình {kg} {hang}, lấy từ {gio}. Không đúng thì {sua}.',
    '{ai} da dang ban giup nha minh {kg} {hang}, lay tu {gio}. Khong dung thi {sua}.',
  ),
  FORECAST_REPORTED_FOR_YOU: written(
    '{ai} đã báo giúp nhà mình: ngày {ngay} có {kg} {hang}. Không đúng thì {sua}.',
    '{ai} da bao giup nha minh: ngay {ngay} co {kg} {hang}. Khong dung thi {sua}.',
  ),
  GRANT_RECORDED: written(
    '{ai} ghi nhà mình đồng ý nhờ họ {viec}. Không đúng thì mở Chợ Lục Nam để thôi, hoặc báo xã.',
    '{ai} ghi nha minh nho ho {viec}. Khong dung: mo Cho Luc Nam de thoi hoac bao xa.',
  ),
  GRANT_RETURNED: written(
    '{ai} ghi nhà mình thôi không nhờ họ {viec} nữa. Đơn đã chốt vẫn giữ nguyên.',
    '{ai} ghi nha minh thoi khong nho ho {viec}. Don da chot van giu nguyen.',
  ),
  ERASURE_RECORDED: written(
    '{ai} ghi nhà mình {viec}. Không đúng thì gọi ngay xã hoặc hợp tác xã.',
    '{ai} ghi nha minh {viec}. Khong dung thi goi ngay xa hoac HTX.',
  ),
  DATA_HANDED_OVER: written(
    '{ai} đã lấy dữ liệu của nhà mình ở chợ lúc {gio}, theo lời nhà mình. Không đúng thì gọi ngay xã hoặc hợp tác xã.',
    '{ai} da lay du lieu cua nha minh o cho luc {gio}, theo loi nha minh. Khong dung thi goi ngay xa hoac HTX.',
  ),
  ACTED_FOR_YOU: written(
    '{ai} đã làm thay nhà mình: {viec}. Không đúng thì {sua}.',
    '{ai} da lam thay nha minh: {viec}. Khong dung thi {sua}.',
  ),
};

/** Blanks each kind can fill; `ma`, who acted, or which commune, must stand in every text of it (NO-05). */
export const BLANKS_OF: Readonly<Record<PaidKind, readonly [Blank, ...Blank[]]>> = {
  ORDER_OFFERED: ['ma', 'kg', 'hang', 'loai', 'gia', 'gio', 'han'],
  PRICE_OFFERED: ['ma', 'kg', 'hang', 'gia', 'gio', 'han'],
  PHONE_DEAL_TO_CONFIRM: ['ma', 'kg', 'hang', 'gia', 'gio', 'han'],
  INTENTION_ASKED: ['ma', 'lo', 'ngay', 'kg', 'hang'],
  ORDER_COMMITTED: ['ma', 'kg', 'hang', 'gio'],
  ORDER_CANCELLED: ['ma', 'hang', 'ly_do'],
  DEAL_ENDED: ['ma', 'hang', 'ly_do'],
  ORDER_CHANGE_PROPOSED: ['ma', 'hang', 'han'],
  TICKET_SUBMITTED: ['ma', 'kg', 'hang', 'tien'],
  PAYMENT_DECLARED: ['ma', 'tien'],
  RUN_PLANNED: ['ma', 'xe', 'kg', 'hang', 'gio'],
  RUN_CANCELLED: ['ma', 'ly_do'],
  PERMIT_REVOKED: ['ma', 'xe', 'ly_do'],
  COMMUNE_CLOSED: ['xa', 'gio', 'han'],
  COMMUNE_OPENED: ['xa', 'gio'],
  LOT_CREATED_FOR_YOU: ['ai', 'kg', 'hang', 'gio', 'sua'],
  FORECAST_REPORTED_FOR_YOU: ['ai', 'ngay', 'kg', 'hang', 'sua'],
  GRANT_RECORDED: ['ai', 'viec'],
  GRANT_RETURNED: ['ai', 'viec'],
  ERASURE_RECORDED: ['ai', 'viec'],
  DATA_HANDED_OVER: ['ai', 'gio'],
  ACTED_FOR_YOU: ['ai', 'viec', 'sua'],
};
