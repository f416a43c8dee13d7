import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { UuidScalar } from '../../platform/graphql/scalars.js';

@ObjectType('Plot', { description: 'Một thửa đất trồng. / A piece of land and its crop.' })
export class PlotModel {
  @Field(() => ID, { description: 'Mã thửa. / Id.' })
  id: string;
  @Field(() => ID, { description: 'Xã hoặc thôn. / Commune or hamlet.' })
  unitId: string;
  @Field(() => String, { description: 'Cây trồng. / Crop.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống. / Variety.' })
  varietyCode: string | null;
  @Field(() => Int, { description: 'Diện tích, m². / Area in square metres.' })
  areaM2: number;
  @Field(() => Int, { nullable: true, description: 'Năm trồng. / Year of planting.' })
  plantedYear: number | null;
}

@InputType({ description: 'Khai thêm một thửa. / One more piece of land.' })
export class AddPlotInput {
  @Field(() => UuidScalar, {
    description: 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.',
  })
  clientMutationId: string;
  @Field(() => ID, { description: 'Xã hoặc thôn. / Commune or hamlet.' })
  unitId: string;
  @Field(() => String, { description: 'Cây trồng. / Crop.' })
  cropCode: string;
  @Field(() => String, { nullable: true, description: 'Giống. / Variety.' })
  varietyCode: string | null;
  @Field(() => Int, { description: 'Diện tích, m² (1 sào = 360). / Area in square metres.' })
  areaM2: number;
  @Field(() => Int, { nullable: true, description: 'Năm trồng. / Year of planting.' })
  plantedYear: number | null;
}
