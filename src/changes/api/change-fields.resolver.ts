import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog, type Grade } from '../../catalog/index.js';
import { dayOf } from '../../kernel/day.js';
import { DealModel, type Deal } from '../../orders/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { ChangeLoaders } from './change.loaders.js';
import { ChangedGradeModel, ChangePartModel, OrderChangeModel } from './order-change.model.js';
import { shownChange, type ShownChange, type ShownPart } from './shown-change.js';

/** A deal shows the newest change that speaks of it, and no other deal's part of it. */
@Resolver(() => DealModel)
export class DealChangeResolver {
  constructor(private readonly loaders: ChangeLoaders) {}

  @ResolveField(() => OrderChangeModel, {
    name: 'change',
    nullable: true,
    description:
      'Đề nghị đổi gần nhất của thỏa thuận này. / The newest change that speaks of this deal.',
  })
  async changeOfDeal(
    @Parent() { id }: Deal,
    @Context() asked: AskContext,
  ): Promise<ShownChange | null> {
    const found = await this.loaders.changeOfDeal.load(asked, id);
    if (!found) return null;
    const { change } = found;
    return shownChange({ ...change, parts: change.parts.filter(({ dealId }) => dealId === id) });
  }
}

@Resolver(() => ChangePartModel)
export class ChangePartResolver {
  constructor(private readonly catalog: Catalog) {}

  @ResolveField(() => [ChangedGradeModel], {
    description: 'Từng loại, trước và sau. / Each grade before and after.',
  })
  async grades(@Parent() { cropCode, lines, readyFrom }: ShownPart): Promise<ChangedGradeModel[]> {
    const grades = await this.catalog.gradesOf(cropCode, dayOf(readyFrom));
    return lines.map(({ gradeCode, vndPerKg, gramsBefore, grams }) => ({
      grade: known(grades, gradeCode),
      vndPerKg,
      gramsBefore,
      grams,
    }));
  }
}

function known(grades: readonly Grade[], code: string): Grade {
  const grade = grades.find((one) => one.code === code);
  if (!grade) throw new Error(`no grade ${code}`);
  return grade;
}
