import { part } from '../part.js';

/** Of a commune’s officer: the board of her commune, and lots she offers for its households. */
export default part({
  '/app': () => import('../../features/office/board-screen.js'),
  '/app/vp': () => import('../../features/office/board-screen.js'),
  '/app/vp/dong': () => import('../../features/office/rows-screen.js'),
  '/app/vp/14-ngay': () => import('../../features/office/curve-screen.js'),
  '/app/xa': () => import('../../features/planning/commune-screen.js'),
  '/app/xa/bao-ho': () => import('../../features/planning/commune-list-screen.js'),
  '/app/vp/ke-hoach': () => import('../../features/planning/review-screen.js'),
  '/app/bao': () => import('../../features/planning/report-screen.js'),
  '/app/lo': () => import('../../features/lots/my-lots-screen.js'),
  '/app/lo/moi': () => import('../../features/lots/new-lot-screen.js'),
  '/app/lo/:id': () => import('../../features/lots/lot-screen.js'),
});
