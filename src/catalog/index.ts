export { CrateTypeModel, CropModel, GradeModel, VarietyModel } from './api/catalog.model.js';
export { Catalog, type CrateType, type Crop, type Grade, type Variety } from './catalog.js';
export { CatalogModule } from './catalog.module.js';
