export { sorted } from '../../../src/kernel/sorted.js';
