export { DemandModule } from './demand.module.js';
