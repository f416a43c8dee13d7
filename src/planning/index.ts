export {
  binderOf,
  notBound,
  spokesmanOf,
  type HouseholdStanding,
  type Spokesman,
} from './domain/standing.js';
export { Planning } from './planning.js';
export { PlanningModule } from './planning.module.js';
export { Standings } from './standings.js';
export { Territory } from './territory.js';
