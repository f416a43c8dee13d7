import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AdminUnitModel } from '../../places/index.js';
import { InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { ClosureKind } from '../domain/closure.js';

const CLIENT_ID = 'Mã việc do máy khách tạo, chống gửi trùng. / Client-made id of this act.';
const SOURCE = 'Theo quyết định nào. / The decision it rests on.';
const UNTIL = 'Đến lúc; trống là chưa định. / Until; null while nobody said.';

const ClosureKindEnum = { ZONE: 'ZONE', HOURS: 'HOURS' } as const satisfies {
  [Kind in ClosureKind]: Kind;
};
registerEnumType(ClosureKindEnum, {
  name: 'ClosureKind',
  description: 'Vướng gì. / What keeps goods from moving.',
  valuesMap: {
    ZONE: { description: 'Phong tỏa. / A closed place.' },
    HOURS: {
      description: 'Ngoài giờ được chở hàng. / Hours in which no goods may be on the road.',
    },
  },
});

@ObjectType('Closure', {
  description: 'Vì sao hàng chưa chở đi được. / Why goods cannot be moved.',
})
export class ClosureModel {
  @Field(() => ClosureKindEnum, { description: 'Vướng gì. / What keeps them.' })
  kind: ClosureKind;
  @Field(() => String, { description: SOURCE })
  source: string;
  @Field(() => InstantScalar, { nullable: true, description: UNTIL })
  until: Date | null;
}

@ObjectType('CommuneClosure', {
  description: 'Một lần phong tỏa xã. / A commune declared closed for some time.',
})
export class CommuneClosureModel {
  @Field(() => ID, { description: 'Mã. / Id.' })
  id: string;
  @Field(() => AdminUnitModel, { nullable: true, description: 'Xã. / The commune.' })
  commune?: AdminUnitModel;
  @Field(() => String, { description: SOURCE })
  source: string;
  @Field(() => InstantScalar, { description: 'Từ lúc. / From.' })
  from: Date;
  @Field(() => InstantScalar, { nullable: true, description: UNTIL })
  until: Date | null;
}

@InputType({ description: 'Phong tỏa một xã. / Closes a commune.' })
export class ApplyClosureInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => ID, { description: 'Xã nào. / The commune.' })
  communeId: string;
  @Field(() => InstantScalar, { description: 'Từ lúc. / From.' })
  from: Date;
  @Field(() => InstantScalar, { nullable: true, description: UNTIL })
  to: Date | null;
  @Field(() => String, { description: SOURCE })
  source: string;
}

@InputType({ description: 'Mở lại một xã. / Opens a commune again.' })
export class LiftClosureInput {
  @Field(() => UuidScalar, { description: CLIENT_ID })
  clientMutationId: string;
  @Field(() => UuidScalar, { description: 'Lần phong tỏa nào. / Which closure.' })
  closureId: string;
}
