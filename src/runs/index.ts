export { Runs, type Ride } from './runs.js';
export { RunsModule } from './runs.module.js';
