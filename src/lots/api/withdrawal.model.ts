import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ActInput } from '../../platform/graphql/act-input.js';
import { connectionOf } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { GramsScalar, InstantScalar, UuidScalar } from '../../platform/graphql/scalars.js';
import type { ForceMajeure } from '../domain/force-majeure.js';
import { ForceMajeureEnum } from './force-majeure.model.js';
import { LotModel } from './lot.model.js';

@ObjectType('LotWithdrawal', {
  description:
    'Rút lô vì bất khả kháng khi đã hẹn bán. / Taken back for force majeure although promised.',
})
export class LotWithdrawalModel {
  @Field(() => ForceMajeureEnum, { description: 'Xã đã xét chưa. / What the commune said.' })
  forceMajeure: ForceMajeure;
  @Field(() => Int, { description: 'Số lời hẹn bị lỡ. / Promises that were broken.' })
  brokenCount: number;
  @Field(() => String, { nullable: true, description: 'Lời xã. / Why the commune says so.' })
  decisionNote: string | null;
}

@ObjectType('WithdrawalToDecide', {
  description: 'Một lần rút lô chờ xã xác nhận. / A withdrawal that waits for the commune.',
})
export class WithdrawalToDecideModel {
  @Field(() => ID, { description: 'Lô. / The lot.' })
  id: string;
  @Field(() => String, { description: 'Tên hộ. / The household.' })
  householdName: string;
  @Field(() => Int, { description: 'Số lời hẹn bị lỡ. / Promises that were broken.' })
  brokenCount: number;
  @Field(() => GramsScalar, { description: 'Bao nhiêu kg đã hẹn. / How much was promised.' })
  brokenGrams: number;
  @Field(() => String, { nullable: true, description: 'Lời hộ ghi. / What the household wrote.' })
  note: string | null;
  @Field(() => InstantScalar, { description: 'Rút lúc nào. / When.' })
  createdAt: Date;
}

export const WithdrawalToDecideConnection = connectionOf(
  'WithdrawalToDecideConnection',
  WithdrawalToDecideModel,
);

@InputType({
  description:
    'Xã xác nhận hay không xác nhận rút lô vì bất khả kháng. / An office confirms force majeure, or does not.',
})
export class DecideWithdrawalInput extends ActInput {
  @Field(() => UuidScalar, { description: 'Lô. / The lot.' })
  lotId: string;
  @Field(() => Boolean, { description: 'Có xác nhận không. / Whether it is.' })
  isConfirmed: boolean;
  @Field(() => String, { description: 'Vì sao; hộ đọc được. / Why; the household reads it.' })
  note: string;
}

export const DecideWithdrawalResult = orRefused(
  'DecideWithdrawalResult',
  LotModel,
  'Xã đã trả lời về lần rút lô.',
);
