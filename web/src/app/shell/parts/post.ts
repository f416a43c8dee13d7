import { part } from '../part.js';

/** Of a checkpoint: scan, and the log of the shift. */
export default part({
  '/app': () => import('../../features/permits/checkpoint-screen.js'),
  '/app/chot': () => import('../../features/permits/checkpoint-screen.js'),
  '/app/chot/nhat-ky': () => import('../../features/permits/scan-log-screen.js'),
});
