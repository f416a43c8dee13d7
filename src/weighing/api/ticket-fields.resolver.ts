import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel, type Party } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop, type Grade } from '../../catalog/index.js';
import { dayOf } from '../../kernel/day.js';
import { DealModel, DeductionTermsModel, type Deal } from '../../orders/index.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { GramsScalar, VndScalar } from '../../platform/graphql/scalars.js';
import { slipOf, type Slip } from '../data/slip.js';
import type { TicketParts } from '../data/tickets.store.js';
import type { WeighTicketEntity } from '../data/weighing.entities.js';
import { mostUnasked } from '../domain/over-weight.js';
import { TicketLoaders } from './ticket.loaders.js';
import { WeighLineModel, WeighRowModel, WeighTicketModel } from './ticket.model.js';

/** What a ticket points to and adds up to. */
@Resolver(() => WeighTicketModel)
export class TicketFieldsResolver {
  constructor(
    private readonly loaders: TicketLoaders,
    private readonly catalog: Catalog,
  ) {}

  @ResolveField(() => DealModel, { description: 'Thỏa thuận được cân. / The deal.' })
  async deal(@Parent() ticket: WeighTicketEntity, @Context() asked: AskContext): Promise<Deal> {
    return there(await this.loaders.deal.load(asked, ticket.dealId));
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  async crop(@Parent() ticket: WeighTicketEntity): Promise<Crop> {
    return there(await this.catalog.crop(ticket.cropCode));
  }

  @ResolveField(() => PartyModel, { description: 'Người mua. / The buyer.' })
  buyer(@Parent() ticket: WeighTicketEntity, @Context() asked: AskContext): Promise<PartyModel> {
    return this.party(ticket, ticket.buyerId, asked);
  }

  @ResolveField(() => PartyModel, { description: 'Hộ bán. / The household.' })
  household(
    @Parent() ticket: WeighTicketEntity,
    @Context() asked: AskContext,
  ): Promise<PartyModel> {
    return this.party(ticket, ticket.householdId, asked);
  }

  @ResolveField(() => DeductionTermsModel, {
    description: 'Cách trừ hao của thỏa thuận. / The deduction of the deal.',
  })
  deduction(@Parent() ticket: WeighTicketEntity): DeductionTermsModel {
    const { deductionKind, deductionBp, deductionCrateG } = ticket;
    return { kind: deductionKind, basisPoints: deductionBp, gramsPerCrate: deductionCrateG };
  }

  @ResolveField(() => [WeighRowModel], {
    description:
      'Từng mã cân, kể cả mã đã sửa hoặc bỏ. / Every load, corrected and removed ones too.',
  })
  async rows(
    @Parent() ticket: WeighTicketEntity,
    @Context() asked: AskContext,
  ): Promise<WeighRowModel[]> {
    const { rows } = await this.parts(ticket, asked);
    const grades = await this.grades(ticket);
    return rows.map(({ gradeCode, grossG, tareG, weighedAt, ...row }) => ({
      ...row,
      grade: there(grades.get(gradeCode)),
      grossGrams: grossG,
      tareGrams: tareG,
      weighedAt: new Date(weighedAt),
    }));
  }

  @ResolveField(() => [WeighLineModel], {
    description:
      'Cộng theo loại: tạm tính khi đang cân, cố định khi đã gửi. / Totals by grade: so far, or frozen.',
  })
  async lines(
    @Parent() ticket: WeighTicketEntity,
    @Context() asked: AskContext,
  ): Promise<WeighLineModel[]> {
    const { lines } = await this.slip(ticket, asked);
    const grades = await this.grades(ticket);
    return lines
      .map((line) => ({ line, grade: there(grades.get(line.gradeCode)) }))
      .toSorted((a, b) => a.grade.position - b.grade.position)
      .map(({ line, grade }) => ({
        grade,
        crates: line.crates,
        grossGrams: line.grossG,
        tareGrams: line.tareG,
        deductionGrams: line.deductionG,
        payableGrams: line.payableG,
        vndPerKg: line.vndPerKg,
        amountVnd: line.amountVnd,
      }));
  }

  @ResolveField(() => GramsScalar, { description: 'Tổng cân tính tiền. / Weight that is paid.' })
  async payableGrams(
    @Parent() ticket: WeighTicketEntity,
    @Context() asked: AskContext,
  ): Promise<number> {
    return (await this.slip(ticket, asked)).payableG;
  }

  @ResolveField(() => VndScalar, {
    description:
      'Tiền hàng, chưa trừ cọc, chưa tính biến động giá. / The goods, before deposit and price band.',
  })
  async amountVnd(
    @Parent() ticket: WeighTicketEntity,
    @Context() asked: AskContext,
  ): Promise<number> {
    return (await this.slip(ticket, asked)).amountVnd;
  }

  @ResolveField(() => GramsScalar, {
    description:
      'Nhiều nhất được tính tiền mà không hỏi người mua: thỏa thuận và dung sai. / The most that is paid without asking the buyer: the deal and its tolerance.',
  })
  async unaskedGrams(
    @Parent() ticket: WeighTicketEntity,
    @Context() asked: AskContext,
  ): Promise<number> {
    return ticket.unaskedG ?? mostUnasked(await this.parts(ticket, asked));
  }

  private async slip(ticket: WeighTicketEntity, asked: AskContext): Promise<Slip> {
    return slipOf(ticket, await this.parts(ticket, asked));
  }

  private async parts(ticket: WeighTicketEntity, asked: AskContext): Promise<TicketParts> {
    return there(await this.loaders.parts.load(asked, ticket.id));
  }

  /** Grades as they were called on the day the ticket was opened. */
  private async grades(ticket: WeighTicketEntity): Promise<ReadonlyMap<string, Grade>> {
    const grades = await this.catalog.gradesOf(ticket.cropCode, dayOf(ticket.createdAt));
    return new Map(grades.map((grade) => [grade.code, grade]));
  }

  /** Phone and place are for the two sides of the deal only. */
  private async party(
    ticket: WeighTicketEntity,
    partyId: string,
    asked: AskContext,
  ): Promise<PartyModel> {
    const party: Party = there(await this.loaders.party.load(asked, partyId));
    const isSide = [ticket.buyerId, ticket.householdId].includes(asked.actor.partyId ?? '');
    const { id, kind, name } = party;
    if (!isSide) return { id, kind, name, phone: null, lat: null, lon: null };
    return { id, kind, name, phone: party.phone, lat: party.lat, lon: party.lon };
  }
}

/** @throws Error when a row points to something that is not there: the keys of the tables forbid it */
function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('a weigh ticket points to something that is not there');
  return thing;
}
