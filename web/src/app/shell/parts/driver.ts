import { part } from '../part.js';

/** Of a driver and of a transporter: runs, their papers, the scale at the gate. */
export default part({
  '/app': () => import('../../features/runs/runs-home.js'),
  '/app/chuyen/:id': () => import('../../features/runs/driver-run-screen.js'),
  '/app/chuyen/:id/du-phong': () => import('../../features/backups/replace-screen.js'),
  '/app/chuyen/:id/giay': () => import('../../features/permits/permit-form.js'),
  '/app/giay/:id': () => import('../../features/permits/permit-screen.js'),
  '/app/can-hang/:dealId': () => import('../../features/weighing/scale-screen.js'),
  '/app/can/:id': () => import('../../features/weighing/grower-ticket.js'),
});
