import { Injectable } from '@nestjs/common';
import { vnd } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import { nearestText } from '../allocation-texts.js';
import type { Order } from '../data/order.rows.js';
import { mostOf } from '../domain/allocation/eligibility.js';
import type { AllocationLine, Proof } from '../domain/allocation/plan.js';
import { unfairnessOf } from '../domain/allocation/unfairness.js';
import { explain } from '../domain/explanation.js';
import type { NearestAnswer } from '../domain/nearest.js';
import type { Preview } from '../use-cases/preview-allocation.js';
import type {
  AllocationPreviewModel,
  NearestAnswerModel,
  PreviewLineModel,
} from './allocation.model.js';
import { KnownNames } from './known-names.js';

/** A plan as the API shows it, to a buyer or to a cooperative that takes a part. */
@Injectable()
export class PreviewViews {
  constructor(private readonly names: KnownNames) {}

  async of(preview: Preview, actor: Actor): Promise<AllocationPreviewModel> {
    const { order, policy, plan, wish, candidates, wantedGrams, excluded } = preview;
    const { totals } = plan;
    const gradeOf = (code: string) => this.names.grade(order.cropCode, code, order.readyFrom);
    return {
      orderId: order.id,
      policy,
      wantedGrams,
      plannedGrams: totals.planned,
      coveragePercent: Math.floor(totals.coverage / 100),
      goodsVnd: totals.goodsVnd,
      transportVnd: totals.transportVnd,
      landedVndPerKg: totals.landedVndPerKg,
      truckloads: totals.truckloads,
      households: totals.households,
      communes: totals.communes,
      gini: unfairnessOf(plan, candidates) / 10_000,
      grades: await Promise.all(
        wish.lines.map(async (line) => ({
          grade: await gradeOf(line.gradeCode),
          wantedGrams: line.wanted,
          mostGrams: mostOf(line, wish),
        })),
      ),
      lines: await Promise.all(
        plan.lines.map(async (line): Promise<PreviewLineModel> => ({
          ...line,
          commune: (await this.names.commune(line.communeId)) as PreviewLineModel['commune'],
          grade: await gradeOf(line.gradeCode),
          landedVndPerKg: landedVndPerKg(line),
        })),
      ),
      shortfalls: plan.shortfall.map(({ gradeCode, missing }) => ({ gradeCode, grams: missing })),
      excluded: excluded.map(({ lotId, gradeCode, grams, reason }) => ({
        lotId,
        gradeCode,
        grams,
        reason,
        sentence: explain(reason, actor.locale, 'TRADER'),
      })),
      fingerprint: preview.fingerprint,
      gapPercent: plan.proof && gapPercent(plan.proof),
      nearest: await Promise.all(
        preview.nearest.map((answer) => this.nearest(answer, order, actor)),
      ),
      preview,
    };
  }

  private async nearest(
    answer: NearestAnswer,
    { cropCode, readyFrom }: Order,
    { locale }: Actor,
  ): Promise<NearestAnswerModel> {
    const { gradeCode } = answer;
    const grade =
      gradeCode === null ? null : await this.names.grade(cropCode, gradeCode, readyFrom);
    const gradeName = grade && (locale === 'en' ? grade.nameEn : grade.nameVi);
    return { ...answer, grade, sentence: nearestText(answer, gradeName, locale) };
  }
}

/** By how many percent a cheaper plan could at most be cheaper; hundredths, rounded up. */
const gapPercent = ({ costVnd, boundVnd }: Proof): number =>
  costVnd <= boundVnd ? 0 : Math.ceil(((costVnd - boundVnd) / costVnd) * 10_000) / 100;

const landedVndPerKg = ({ goodsVnd, transportVnd, grams }: AllocationLine): number =>
  vnd(Math.round(((goodsVnd + transportVnd) * 1000) / grams));
