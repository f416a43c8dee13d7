import type { Form } from './open-form.js';

/** Neither a number of a phone, nor of anything else. */
const TWO_WAYS = '12 hay 13';

/** Forms that somebody types into, by where their fields are written below `web/src/app/features`. */
export const FORMS: Readonly<Record<string, Form>> = {
  'accounts/phone-step': {
    role: null,
    path: '/app/vao',
    send: 'Gửi mã cho tôi',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/staff-sign-in-screen': {
    role: null,
    path: '/app/vao/can-bo',
    send: 'Đăng nhập',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/household-screen': { role: null, path: '/app/ho', send: 'Tiếp', bad: ['name', 'A'] },
  'accounts/new-account': {
    role: 'GROWER',
    path: '/app/doi',
    send: 'Xin đổi tài khoản',
    bad: ['bank-account', TWO_WAYS],
  },
  'accounts/new-number': {
    role: 'GROWER',
    path: '/app/doi',
    send: 'Gửi mã tới số mới',
    bad: ['new-phone', TWO_WAYS],
  },
  'accounts/own-pin': {
    role: 'GROWER',
    path: '/app/vai',
    opens: ['Đặt mã bốn số'],
    send: 'Ghi mã',
    bad: ['fresh-pin', '12'],
  },
  'accounts/people-screen': {
    role: 'GROWER',
    path: '/app/nguoi-nha',
    send: 'Gửi mã',
    bad: ['person-phone', TWO_WAYS],
  },
  'accounts/give-grant-form': {
    role: 'GROWER',
    path: '/app/uy-quyen',
    opens: ['Nhờ thêm', 'Hàng xóm', 'Bán thay'],
    send: 'Đồng ý nhờ',
    bad: ['granteePhone', TWO_WAYS],
  },
  'accounts/recoveries-screen': {
    role: 'ADMIN',
    path: '/app/can-bo/cap-lai',
    send: 'Gửi đề nghị',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/voucher-screen': {
    role: 'COMMUNE_OFFICER',
    path: '/app/cap-ma',
    send: 'Cấp mã',
    bad: ['voucher-phone', TWO_WAYS],
  },
  'accounts/invite-member': {
    role: 'COOP_CLERK',
    path: '/app/them-ho',
    send: 'Mời',
    bad: ['invited', TWO_WAYS],
  },
  'boxes/new-sale-screen': {
    role: 'GROWER',
    path: '/app/lo/:id/thung',
    send: 'Điền đủ các ô trước',
    bad: ['gia-thung', TWO_WAYS],
  },
  'changes/change-form': {
    role: 'TRADER',
    path: '/app/gom/:id/doi',
    send: 'Sửa số kg hoặc giờ lấy trước',
  },
  'demand/answer-form': {
    role: 'GROWER',
    path: '/app/nhu-cau',
    opens: ['Tôi có hàng'],
    send: 'Ghi số kg để báo',
  },
  'home/help-screen': {
    role: 'GROWER',
    path: '/app/giup',
    send: 'Lưu số này',
    bad: ['helper-phone', TWO_WAYS],
  },
  'lots/household-claims': {
    role: 'GROWER',
    path: '/app/nghi-ban',
    opens: ['Khai thêm giấy'],
    send: 'Khai giấy này',
  },
  'lots/withdraw-lot': { role: 'GROWER', path: '/app/lo/:id', opens: ['Rút lô'], send: 'Rút lô' },
  'messages/cap-form': {
    role: 'ADMIN',
    path: '/app/qt/tin-nhan',
    opens: ['Đổi mức trần'],
    send: 'Lưu',
    bad: ['cap', TWO_WAYS],
  },
  'negotiation/offer-form': { role: 'TRADER', path: '/app/tra-gia/:id', send: 'Ghi số cân và giá' },
  'orders/trader-order-form': { role: 'TRADER', path: '/app/gom/moi', send: /^Tìm hàng/ },
  'orders/typed-lines': {
    role: 'TRADER',
    path: '/app/gom/:id/dat-lai',
    send: /^(Đặt|Ghi số kg trước)/,
  },
  'permits/closures-screen': {
    role: 'OFFICE_STAFF',
    path: '/app/vp/phong-toa',
    send: 'Phong tỏa xã này',
  },
  'permits/health-tests': {
    role: 'DRIVER',
    path: '/app/chuyen/:id/giay',
    opens: ['Ghi xét nghiệm'],
    send: 'Ghi kết quả',
  },
  'permits/typed-code': {
    role: 'CHECKPOINT_OFFICER',
    path: '/app/chot',
    opens: ['Chốt', 'Vào ca'],
    send: 'Kiểm tra',
    bad: ['typed-code', TWO_WAYS],
  },
  'planning/plan-form': {
    role: 'GROWER',
    path: '/app/ke-hoach',
    opens: ['Ghi kế hoạch'],
    send: 'Ghi sản lượng để nộp',
  },
  'planning/events-screen': { role: 'GROWER', path: '/app/thoi-tiet', send: 'Báo' },
  'planning/report-list-screen': {
    role: 'COOP_CLERK',
    path: '/app/htx/bao-ho',
    send: /^(Ghi|Sửa ô chưa đúng)/,
  },
};
