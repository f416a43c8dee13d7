import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CropModel } from '../../catalog/index.js';
import { PermitNeedModel, PermitReasonModel } from '../../permits/index.js';
import { PlaceModel } from '../../places/index.js';
import { GramsScalar, InstantScalar } from '../../platform/graphql/scalars.js';

@ObjectType('Colleague', { description: 'Người của nhà xe có thể đi cùng. / Who may come along.' })
export class ColleagueModel {
  @Field(() => ID, { description: 'Mã người. / Id of the person.' })
  id: string;
  @Field(() => String, { description: 'Họ và tên. / Full name.' })
  name: string;
}

@ObjectType('PermitDraft', {
  description:
    'Đơn xin giấy điền sẵn từ chuyến xe. / A request for a permit, filled in from its run.',
})
export class PermitDraftModel {
  @Field(() => String, { description: 'Biển số. / Plate.' })
  plate: string;
  @Field(() => String, { description: 'Lái xe. / Driver.' })
  driverName: string;
  @Field(() => Int, { description: 'Số người trên xe. / People aboard.' })
  persons: number;
  @Field(() => String, { description: 'Nơi đi: xã đầu tiên. / First commune of loading.' })
  fromName: string;
  @Field(() => PlaceModel, { nullable: true, description: 'Nơi đến. / Destination.' })
  destination: PlaceModel | null;
  @Field(() => CropModel, { description: 'Mặt hàng. / Goods.' })
  crop: CropModel;
  @Field(() => GramsScalar, { description: 'Số hàng. / Load.' })
  loadGrams: number;
  @Field(() => InstantScalar, { description: 'Giấy sẽ có hiệu lực từ. / It would begin.' })
  validFrom: Date;
  @Field(() => InstantScalar, { description: 'Chậm nhất đến. / It would end at the latest.' })
  validTo: Date;
  @Field(() => PermitNeedModel, { description: 'Cần gì, thiếu gì. / What is asked and missing.' })
  need: PermitNeedModel;
  @Field(() => [PermitReasonModel], {
    description: 'Điều làm đơn bị trả lại. / What would get it refused.',
  })
  problems: PermitReasonModel[];
  @Field(() => [ColleagueModel], {
    description: 'Người của nhà xe; chỉ lái xe và nhà xe thấy. / For the transporter’s own people.',
  })
  colleagues: ColleagueModel[];
}
