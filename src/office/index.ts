export { Boards } from './boards.js';
export { OfficeModule } from './office.module.js';
