import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Day } from '../../kernel/day.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { officePolicy } from '../domain/office.policy.js';
import { FairnessReports, type FairnessReport } from '../fairness-reports.js';
import {
  BuyerConductModel,
  CommuneFairnessModel,
  FairnessReportModel,
  HandChoiceModel,
} from './fairness.model.js';

/** What a row of a commune is shown from. */
interface ShownCommune extends CommuneFairnessModel {
  readonly communeId: string;
}

@Resolver(() => FairnessReportModel)
export class FairnessReportResolver {
  constructor(private readonly reports: FairnessReports) {}

  @Can(officePolicy.fairness)
  @Query(() => FairnessReportModel, {
    name: 'fairnessReport',
    description:
      'Trong một tháng, các hộ bán được đều đến đâu, người mua trừ cân và trả tiền ra sao. / How evenly households sold in a month, and how buyers weighed and paid.',
  })
  fairnessReport(
    @Asker() actor: Actor,
    @Args('month', {
      type: () => DayScalar,
      description: 'Một ngày trong tháng. / Any day of the month.',
    })
    day: Day,
  ): Promise<FairnessReport> {
    return this.reports.ofMonth(actor, day);
  }

  @ResolveField(() => [CommuneFairnessModel], {
    description: 'Các xã, chào bán nhiều nhất trước. / Communes, the largest offer first.',
  })
  communes(@Parent() report: FairnessReport): readonly ShownCommune[] {
    return report.communes.map(({ offered, taken, gini, ...row }) => ({
      ...row,
      offeredGrams: offered,
      takenGrams: taken,
      gini: gini / 10_000,
    }));
  }

  @ResolveField(() => [BuyerConductModel], {
    description: 'Người mua, trừ nhiều nhất trước. / Buyers, who takes off the most first.',
  })
  buyers(@Parent() report: FairnessReport): readonly BuyerConductModel[] {
    return report.buyers.map(({ deductionBp, ...row }) => ({
      ...row,
      deductionPercent: deductionBp / 100,
    }));
  }

  @ResolveField(() => [HandChoiceModel], {
    description:
      'Những lần tự chọn lô, làm lệch nhiều hơn máy nhất trước. / Choices by hand, those that made it most uneven first.',
  })
  handChoices(@Parent() report: FairnessReport): readonly HandChoiceModel[] {
    return report.handChoices.map(({ giniBp, computedGiniBp, ...row }) => ({
      ...row,
      gini: giniBp / 10_000,
      computedGini: computedGiniBp / 10_000,
    }));
  }
}

@Resolver(() => CommuneFairnessModel)
export class CommuneFairnessResolver {
  constructor(private readonly places: Places) {}

  @ResolveField(() => AdminUnitModel, { description: 'Xã. / The commune.' })
  commune(@Parent() { communeId }: ShownCommune): Promise<AdminUnit | undefined> {
    return this.places.unit(communeId);
  }
}
