import { TWO_WAYS, type Form } from './open-form.js';

/** A permit that no post lets pass now, whatever the hour of the day. */
const OUT_OF_TIME = `from permits where state = 'ISSUED'
  and (valid_from > now() + interval '3 hours' or valid_to < now() - interval '3 hours') order by code limit 1`;

/** Gardens, roads, offices and the phone itself. */
export const WORK_FORMS: Readonly<Record<string, Form>> = {
  'home/help-screen': {
    role: 'GROWER',
    path: '/app/giup',
    send: 'Lưu số này',
    bad: ['helper-phone', TWO_WAYS],
  },
  'messages/cap-form': {
    role: 'ADMIN',
    path: '/app/qt/tin-nhan',
    opens: ['Đổi mức trần'],
    send: 'Lưu',
    bad: ['cap', TWO_WAYS],
  },
  'messages/how-to-tell-screen': {
    role: 'GROWER',
    path: '/app/bao-tin',
    send: 'Lưu',
    only: 'EMPTY',
  },
  'messages/template-list': {
    role: 'ADMIN',
    path: '/app/qt/tin-nhan',
    opens: ['Sửa'],
    send: 'Lưu',
  },
  'permits/closures-screen': {
    role: 'OFFICE_STAFF',
    path: '/app/vp/phong-toa',
    send: 'Phong tỏa xã này',
  },
  'permits/decision-reason': {
    role: 'CHECKPOINT_OFFICER',
    path: '/app/chot',
    opens: [
      'Chốt',
      'Vào ca',
      {
        into: 'typed-code',
        find: `select code ${OUT_OF_TIME}`,
      },
      {
        into: 'plate-last4',
        find: `select right(plate, 4) ${OUT_OF_TIME}`,
      },
      'Kiểm tra',
      'Cho qua',
    ],
    send: 'Ghi quyết định',
    only: 'EMPTY',
  },
  'permits/health-tests': {
    role: 'DRIVER',
    path: '/app/chuyen/:id/giay',
    opens: ['Ghi xét nghiệm'],
    send: 'Ghi kết quả',
  },
  'permits/permit-file': {
    role: 'OFFICE_STAFF',
    path: '/app/vp/giay',
    opens: ['Nhận xem', 'Không cấp'],
    send: 'Không cấp',
    only: 'EMPTY',
  },
  'permits/revoke-permit': {
    role: 'OFFICE_STAFF',
    path: '/app/giay/:id',
    of: `id from permits where state = 'ISSUED' order by valid_to desc`,
    opens: ['Thu hồi giấy'],
    send: 'Thu hồi giấy',
    only: 'EMPTY',
  },
  'permits/typed-code': {
    role: 'CHECKPOINT_OFFICER',
    path: '/app/chot',
    opens: ['Chốt', 'Vào ca'],
    send: 'Kiểm tra',
    bad: ['typed-code', TWO_WAYS],
  },
  'planning/calendar-form': {
    role: 'OFFICE_STAFF',
    path: '/app/vp/mua-vu',
    opens: ['Thêm khung mùa vụ'],
    send: /^(Ghi đủ các ô để lưu|Lưu lịch)/,
  },
  'planning/events-screen': { role: 'GROWER', path: '/app/thoi-tiet', send: 'Báo' },
  'planning/in-containers': {
    role: 'GROWER',
    path: '/app/bao',
    opens: ['Số khác', 'Đếm bằng sọt, thùng', /^Một sọt/],
    send: 'Nhớ số này',
  },
  'planning/plan-form': {
    role: 'GROWER',
    path: '/app/ke-hoach',
    opens: ['Ghi kế hoạch'],
    send: 'Ghi sản lượng để nộp',
  },
  'planning/report-list-screen': {
    role: 'COOP_CLERK',
    path: '/app/htx/bao-ho',
    send: /^(Ghi|Sửa ô chưa đúng)/,
  },
  'planning/review-screen': {
    role: 'OFFICE_STAFF',
    path: '/app/vp/ke-hoach',
    opens: ['Trả lại'],
    send: 'Trả lại',
    within: '.card:has(input)',
    only: 'EMPTY',
  },
  'runs/stop-problem': {
    role: 'DRIVER',
    path: '/app/chuyen/:id',
    of: `id from trips where state = 'DISPATCHED' order by created_at desc`,
    opens: ['Có vấn đề'],
    send: 'Ghi lại',
  },
};
