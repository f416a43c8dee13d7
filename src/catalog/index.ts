export { CropModel, GradeModel, VarietyModel } from './api/catalog.model.js';
export { Catalog, type CatalogNames, type Crop, type Grade, type Variety } from './catalog.js';
export { CatalogModule } from './catalog.module.js';
