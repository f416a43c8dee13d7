import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { actOf } from '../../platform/database/unit-of-work.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { sentenceOf } from '../../platform/words/say.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { CreateLot } from '../use-cases/create-lot.js';
import { PauseLot } from '../use-cases/pause-lot.js';
import { PublishLot } from '../use-cases/publish-lot.js';
import { RepeatLot } from '../use-cases/repeat-lot.js';
import { UpdateLot } from '../use-cases/update-lot.js';
import { WithdrawLot } from '../use-cases/withdraw-lot.js';
import { LotViews } from './lot-views.js';
import {
  CreateLotInput,
  PauseLotInput,
  PublishLotInput,
  RepeatLotInput,
  ResumeLotInput,
  UpdateLotInput,
  WithdrawLotInput,
  type LotGradeInput,
} from './lot.inputs.js';
import type { LotModel } from './lot.model.js';
import {
  CreateLotResult,
  PauseLotResult,
  PublishLotResult,
  RepeatLotResult,
  ResumeLotResult,
  UpdateLotResult,
  WithdrawLotResult,
  type BelowReservedModel,
  type VersionConflictModel,
} from './lot.results.js';

@Resolver()
export class LotActsResolver {
  constructor(
    private readonly creating: CreateLot,
    private readonly publishing: PublishLot,
    private readonly updating: UpdateLot,
    private readonly pausing: PauseLot,
    private readonly withdrawing: WithdrawLot,
    private readonly repeating: RepeatLot,
    private readonly views: LotViews,
  ) {}

  @Can(lotPolicy.create)
  @Mutation(() => CreateLotResult, {
    name: 'createLot',
    description: 'Đăng lô, hoặc lưu nháp. / Offers a lot, or keeps a draft.',
  })
  async createLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô mới. / The lot.' }) input: CreateLotInput,
  ): Promise<LotModel | Refusal> {
    const created = await this.creating.run(actOf(actor, 'createLot', input), {
      lotId: input.lotId,
      householdId: input.householdId ?? null,
      cropCode: input.cropCode,
      varietyCode: input.varietyCode ?? null,
      lines: linesOf(input.grades),
      readyFrom: input.readyFrom,
      readyTo: input.readyTo,
      minTakeGrams: input.minTakeGrams ?? 0,
      pickupNote: noteOf(input.pickupNote) ?? '',
      photoId: input.photoId ?? null,
      sprayedOn: input.sprayedOn ?? null,
      intervalDays: input.intervalDays ?? null,
      isPublished: input.publish,
    });
    return this.shown(created, actor);
  }

  @Can(lotPolicy.change)
  @Mutation(() => PublishLotResult, {
    name: 'publishLot',
    description: 'Đưa lô nháp lên chợ. / Puts a draft on the market.',
  })
  async publishLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô. / The lot.' }) input: PublishLotInput,
  ): Promise<LotModel | Refusal> {
    const act = actOf(actor, 'publishLot', input);
    return this.shown(await this.publishing.run(act, 'publish', input), actor);
  }

  @Can(lotPolicy.change)
  @Mutation(() => UpdateLotResult, { name: 'updateLot', description: 'Sửa lô. / Changes a lot.' })
  async updateLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Phần cần sửa. / The change.' }) input: UpdateLotInput,
  ): Promise<LotModel | VersionConflictModel | BelowReservedModel | Refusal> {
    const updated = await this.updating.run(actOf(actor, 'updateLot', input), {
      lotId: input.lotId,
      expectedVersion: input.expectedVersion,
      lines: input.grades ? linesOf(input.grades) : undefined,
      readyFrom: input.readyFrom ?? undefined,
      readyTo: input.readyTo ?? undefined,
      minTakeGrams: input.minTakeGrams ?? undefined,
      pickupNote: noteOf(input.pickupNote),
      photoId: input.photoId ?? undefined,
      sprayedOn: input.sprayedOn ?? undefined,
      intervalDays: input.intervalDays ?? undefined,
    });
    if (!isRefusal(updated)) return this.views.one(updated.lotId, actor);
    const said = { code: updated.refused, ...sentenceOf(updated, actor.locale) };
    if (updated.refused === 'LOT_CHANGED') {
      return { ...said, current: await this.views.one(input.lotId, actor) };
    }
    if (updated.refused === 'LOT_BELOW_RESERVED') {
      const reservations = Object.entries(updated.facts).map(([gradeCode, grams]) => ({
        gradeCode,
        reservedGrams: Number(grams),
      }));
      return { ...said, reservations };
    }
    return updated;
  }

  @Can(lotPolicy.change)
  @Mutation(() => PauseLotResult, {
    name: 'pauseLot',
    description: 'Tạm ngưng bán. / Takes a lot off the market for a while.',
  })
  async pauseLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô. / The lot.' }) input: PauseLotInput,
  ): Promise<LotModel | Refusal> {
    return this.shown(await this.pausing.run(actOf(actor, 'pauseLot', input), input), actor);
  }

  @Can(lotPolicy.change)
  @Mutation(() => ResumeLotResult, {
    name: 'resumeLot',
    description: 'Bán lại lô đang tạm ngưng. / Puts a paused lot back.',
  })
  async resumeLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô. / The lot.' }) input: ResumeLotInput,
  ): Promise<LotModel | Refusal> {
    const act = actOf(actor, 'resumeLot', input);
    return this.shown(await this.publishing.run(act, 'resume', input), actor);
  }

  @Can(lotPolicy.change)
  @Mutation(() => WithdrawLotResult, {
    name: 'withdrawLot',
    description: 'Rút lô. / Takes a lot back for good.',
  })
  async withdrawLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô và lý do. / The lot and why.' }) input: WithdrawLotInput,
  ): Promise<LotModel | Refusal> {
    const { lotId, cause, reason } = input;
    const wish = { lotId, cause: cause ?? 'OTHER', reason };
    return this.shown(await this.withdrawing.run(actOf(actor, 'withdrawLot', input), wish), actor);
  }

  @Can(lotPolicy.create)
  @Mutation(() => RepeatLotResult, {
    name: 'repeatLot',
    description:
      'Đăng lại như hôm trước, cho sáng mai hoặc giờ đã chọn. / Lists the same again, for tomorrow morning or the hours given.',
  })
  async repeatLot(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lô cũ và mã lô mới. / The earlier lot and the new id.' })
    input: RepeatLotInput,
  ): Promise<LotModel | Refusal> {
    return this.shown(await this.repeating.run(actOf(actor, 'repeatLot', input), input), actor);
  }

  private async shown(
    done: { lotId: string } | Refusal,
    actor: Actor,
  ): Promise<LotModel | Refusal> {
    return isRefusal(done) ? done : this.views.one(done.lotId, actor);
  }
}

const linesOf = (grades: readonly LotGradeInput[]) =>
  grades.map(({ gradeCode, grams, askVndPerKg }) => ({
    gradeCode,
    grams,
    askVndPerKg: askVndPerKg ?? null,
  }));

const noteOf = (typed: string | null | undefined): string | undefined =>
  typed?.normalize('NFC').trim().replace(/\s+/g, ' ');
