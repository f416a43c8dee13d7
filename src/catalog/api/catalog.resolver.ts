import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Can } from '../../platform/access/can.js';
import { Catalog, type CrateType, type Crop, type Grade, type Variety } from '../catalog.js';
import { catalogPolicy } from '../domain/catalog.policy.js';
import { CrateTypeModel, CropModel, GradeModel, VarietyModel } from './catalog.model.js';

@Resolver(() => CropModel)
export class CatalogResolver {
  constructor(private readonly catalog: Catalog) {}

  @Can(catalogPolicy.read)
  @Query(() => [CropModel], {
    name: 'crops',
    description: 'Các cây có bán ở chợ. / Crops the market knows.',
  })
  crops(): Promise<readonly Crop[]> {
    return this.catalog.crops();
  }

  @Can(catalogPolicy.read)
  @Query(() => [CrateTypeModel], { name: 'crateTypes', description: 'Các loại bì. / Crate types.' })
  crateTypes(): Promise<readonly CrateType[]> {
    return this.catalog.crates();
  }

  @ResolveField(() => [VarietyModel], { description: 'Các giống. / Varieties.' })
  varieties(@Parent() crop: Crop): Promise<Variety[]> {
    return this.catalog.varietiesOf(crop.code);
  }

  @ResolveField(() => [GradeModel], {
    description: 'Các loại theo thang đang dùng. / Grades in force today, best first.',
  })
  grades(@Parent() crop: Crop): Promise<Grade[]> {
    return this.catalog.gradesOf(crop.code);
  }
}
