export type { ChangedDeal } from './domain/refit.js';
export { Runs, type Ride, type RideOutlook } from './runs.js';
export { RunsModule } from './runs.module.js';
