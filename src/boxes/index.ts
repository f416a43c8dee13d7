export { BoxesModule } from './boxes.module.js';
