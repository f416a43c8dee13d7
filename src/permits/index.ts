export { ClosureModel } from './api/closure.model.js';
export { PermitModel, PermitNeedModel, PermitReasonModel } from './api/permit.model.js';
export { Closures, type Closure, type PlannedClosure } from './closures.js';
export type { Need } from './departures.js';
export { Permits, type Permit } from './permits.js';
export { PermitsModule } from './permits.module.js';
export type { Trip } from './trips.js';
