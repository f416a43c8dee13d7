export { AdminUnitModel, PlaceModel } from './api/place.model.js';
export type { AdminUnit } from './domain/units.js';
export { PlacesModule } from './places.module.js';
export { Places, type Place } from './places.js';
