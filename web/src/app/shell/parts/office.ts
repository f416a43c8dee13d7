import { part } from '../part.js';

/** Of the district office and the administrator: the board, and papers to decide on. */
export default part({
  '/app': () => import('../../features/office/board-screen.js'),
  '/app/vp': () => import('../../features/office/board-screen.js'),
  '/app/qt/tin-nhan': () => import('../../features/messages/admin-screen.js'),
  '/app/vp/dong': () => import('../../features/office/rows-screen.js'),
  '/app/vp/14-ngay': () => import('../../features/office/curve-screen.js'),
  '/app/vp/ke-hoach': () => import('../../features/planning/review-screen.js'),
  '/app/giay/:id': () => import('../../features/permits/permit-screen.js'),
  '/app/vp/giay': () => import('../../features/permits/desk-screen.js'),
  '/app/can-bo/cap-lai': () => import('../../features/accounts/recoveries-screen.js'),
  '/app/qt': () => import('../../features/accounts/parties-screen.js'),
});
