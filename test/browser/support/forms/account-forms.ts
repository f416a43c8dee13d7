import { TWO_WAYS, type Form } from './open-form.js';

/** A household of the officer's ground that is without a device. */
const NOBODY_SIGNED_IN = `p.id from me, parties p join party_territories t on t.unit_id = p.commune_id
  where t.party_id = me.party and p.kind = 'HOUSEHOLD' and p.state = 'ACTIVE' and p.merged_into_id is null
    and exists (select 1 from memberships m where m.party_id = p.id)
    and not exists (select 1 from memberships m join sessions s on s.person_id = m.person_id where m.party_id = p.id)`;

/** Who somebody is, and whom one lets act. */
export const ACCOUNT_FORMS: Readonly<Record<string, Form>> = {
  'accounts/ask-household-screen': {
    role: 'COMMUNE_OFFICER',
    path: '/app/xin-phep/:id',
    of: `p.id from me, parties p join party_territories t on t.unit_id = p.commune_id
      where t.party_id = me.party and p.kind = 'HOUSEHOLD' and p.state = 'ACTIVE' and p.merged_into_id is null
        and exists (select 1 from coop_members c where c.household_id = p.id) order by p.id`,
    opens: ['Gửi mã tới số của hộ'],
    send: 'Ghi lời đồng ý',
    bad: ['grant-code', '12'],
  },
  'privacy/forget-household-screen': {
    role: 'COMMUNE_OFFICER',
    path: '/app/xin-phep/:id/xoa',
    of: `${NOBODY_SIGNED_IN}
        and not exists (select 1 from deals d where d.household_id = p.id and d.state = 'COMMITTED') order by p.id desc`,
    opens: ['Gửi mã tới số của hộ'],
    send: 'Ghi hộ xin xóa',
    bad: ['forget-code', '12'],
  },
  'privacy/household-data-screen': {
    role: 'COMMUNE_OFFICER',
    path: '/app/xin-phep/:id/du-lieu',
    of: `${NOBODY_SIGNED_IN} order by p.id`,
    opens: ['Gửi mã tới số của hộ'],
    send: 'Lấy dữ liệu cho hộ',
    bad: ['data-code', '12'],
  },
  'accounts/code-step': {
    role: null,
    path: '/app/vao',
    opens: [{ into: 'phone', write: '0900000001' }, 'Gửi mã cho tôi'],
    send: 'Vào chợ',
    bad: ['code', '12'],
  },
  'accounts/give-grant-form': {
    role: 'GROWER',
    path: '/app/uy-quyen',
    opens: ['Nhờ thêm', 'Hàng xóm', 'Bán thay'],
    send: 'Đồng ý nhờ',
    bad: ['granteePhone', TWO_WAYS],
  },
  'accounts/household-screen': { role: null, path: '/app/ho', send: 'Tiếp', bad: ['name', 'A'] },
  'accounts/invite-member': {
    role: 'COOP_CLERK',
    path: '/app/them-ho',
    send: 'Mời',
    bad: ['invited', TWO_WAYS],
  },
  'accounts/namesakes-list': {
    role: 'ADMIN',
    path: '/app/qt',
    opens: ['Gộp vào hộ khai trước'],
    send: 'Gộp vào hộ khai trước',
    only: 'EMPTY',
  },
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
  'accounts/papers-screen': {
    role: 'GROWER',
    path: '/app/dang-ky',
    send: 'Lưu hồ sơ',
    bad: ['taxCode', TWO_WAYS],
  },
  'accounts/party-card': {
    role: 'ADMIN',
    path: '/app/qt',
    opens: [{ into: 'find', write: 'Hùng' }, 'Tạm dừng'],
    send: 'Tạm dừng',
    only: 'EMPTY',
  },
  'accounts/party-people': {
    role: 'ADMIN',
    path: '/app/qt',
    opens: [{ into: 'find', write: 'Hùng' }, 'Xem số và giấy tờ'],
    send: 'Xem',
  },
  'accounts/people-screen': {
    role: 'GROWER',
    path: '/app/nguoi-nha',
    send: 'Gửi mã',
    bad: ['person-phone', TWO_WAYS],
  },
  'accounts/phone-step': {
    role: null,
    path: '/app/vao',
    send: 'Gửi mã cho tôi',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/pin-sheet': {
    role: 'TRADER',
    path: '/app/vai',
    opens: [/^Hộ /],
    send: 'Mở hồ sơ',
    bad: ['pin', '12'],
  },
  'accounts/proof-form': {
    role: 'GROWER',
    path: '/app/nguoi-nha',
    opens: [{ into: 'person-phone', write: '0987650001' }, 'Gửi mã'],
    send: 'Xin thêm số này',
    bad: ['person-code', '12'],
  },
  'accounts/recover-party': {
    role: 'ADMIN',
    path: '/app/qt',
    opens: [{ into: 'find', write: 'Không Còn Ai' }, 'Giao lại cho một số'],
    send: 'Giao lại',
    bad: ['recover-phone', TWO_WAYS],
  },
  'accounts/recoveries-screen': {
    role: 'ADMIN',
    path: '/app/can-bo/cap-lai',
    send: 'Gửi đề nghị',
    bad: ['recovery-phone', TWO_WAYS],
  },
  'accounts/staff-set-up-screen': {
    role: 'TRANSPORTER',
    path: '/app/can-bo/lap',
    opens: ['Bắt đầu'],
    send: 'Lập xong',
    bad: ['code', '12'],
  },
  'accounts/staff-sign-in-screen': {
    role: null,
    path: '/app/vao/can-bo',
    send: 'Đăng nhập',
    bad: ['phone', TWO_WAYS],
  },
  'accounts/voucher-screen': {
    role: 'COMMUNE_OFFICER',
    path: '/app/cap-ma',
    send: 'Cấp mã',
    bad: ['voucher-phone', TWO_WAYS],
  },
};
