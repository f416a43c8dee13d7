import { bilingual } from '../../words/words.js';

export const say = bilingual(
  {
    DRAFT: 'Hồ sơ chưa nộp: nộp rồi mới đăng đơn được',
    PENDING_APPROVAL: 'Hồ sơ đang chờ duyệt',
    SUSPENDED: 'Đang bị tạm dừng, chỉ làm nốt việc đã hẹn',
    CLOSED: 'Hồ sơ đã khép',
  },
  {
    DRAFT: 'Hand in the papers to publish orders',
    PENDING_APPROVAL: 'The papers wait for approval',
    SUSPENDED: 'Suspended: only what was agreed can be finished',
    CLOSED: 'The papers are closed',
  },
);
