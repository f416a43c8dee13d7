import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PartyModel, type Party } from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { day, dayOf } from '../../kernel/day.js';
import { isRefusal } from '../../kernel/refusal.js';
import { inNotes, vnd } from '../../kernel/units.js';
import { VndScalar } from '../../platform/graphql/scalars.js';
import type { Role } from '../../platform/access/actor.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { WeighTicketModel, type WeighTicket } from '../../weighing/index.js';
import type { PayableEntity } from '../data/payable.entity.js';
import { bankName } from '../domain/banks.js';
import { isOverdue } from '../domain/due-day.js';
import { isUnanswered } from '../domain/unanswered.js';
import { vietQr } from '../domain/vietqr.js';
import { PayableLoaders } from './payable.loaders.js';
import { PayableModel, PayablePartModel } from './payable.model.js';

// Officers see sums, never an account number.
const SEES_ACCOUNTS: readonly Role[] = ['TRADER', 'GROWER', 'COOP_CLERK'];

/** What a payable points to, and how it can be paid. */
@Resolver(() => PayableModel)
export class PayableFieldsResolver {
  constructor(
    private readonly loaders: PayableLoaders,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => WeighTicketModel, { description: 'Phiếu cân. / The confirmed ticket.' })
  async ticket(
    @Parent() payable: PayableEntity,
    @Context() asked: AskContext,
  ): Promise<WeighTicket> {
    return there(await this.loaders.ticket.load(asked, payable.ticketId));
  }

  @ResolveField(() => ID, { description: 'Mã thỏa thuận đã cân. / The deal that was weighed.' })
  async dealId(@Parent() payable: PayableEntity, @Context() asked: AskContext): Promise<string> {
    return (await this.ticket(payable, asked)).dealId;
  }

  @ResolveField(() => [PayablePartModel], {
    description: 'Cách tính: từng khoản cộng, trừ. / How it is reckoned, row by row.',
  })
  async parts(
    @Parent() payable: PayableEntity,
    @Context() asked: AskContext,
  ): Promise<PayablePartModel[]> {
    const { cropCode, createdAt } = await this.ticket(payable, asked);
    const grades = await this.catalog.gradesOf(cropCode, dayOf(createdAt));
    const parts = await this.loaders.parts.load(asked, payable.id);
    return parts.map(({ kind, gradeCode, grams, vndPerKg, amountVnd }) => {
      const grade = grades.find(({ code }) => code === gradeCode) ?? null;
      return { kind, grade, grams, vndPerKg, amountVnd };
    });
  }

  @ResolveField(() => VndScalar, {
    description: 'Trả bằng tiền mặt: tròn đến nghìn đồng. / In cash: to the nearest thousand đồng.',
  })
  cashVnd(@Parent() payable: PayableEntity): number {
    return inNotes(vnd(payable.amountVnd));
  }

  @ResolveField(() => PartyModel, { description: 'Người trả. / Who pays.' })
  payer(@Parent() payable: PayableEntity, @Context() asked: AskContext): Promise<PartyModel> {
    return this.side(payable, payable.payerId, asked);
  }

  @ResolveField(() => PartyModel, { description: 'Người nhận. / Who is paid.' })
  payee(@Parent() payable: PayableEntity, @Context() asked: AskContext): Promise<PartyModel> {
    return this.side(payable, payable.payeeId, asked);
  }

  @ResolveField(() => Boolean, { description: 'Quá hẹn chưa trả. / Not paid by its day.' })
  isOverdue(@Parent() payable: PayableEntity): boolean {
    return isOverdue(payable.state, day(payable.dueOn), dayOf(this.clock.now()));
  }

  @ResolveField(() => Boolean, {
    description:
      'Báo đã trả quá 72 giờ mà người bán chưa trả lời. / Declared paid for 72 hours without an answer.',
  })
  isUnanswered(@Parent() payable: PayableEntity): boolean {
    return isUnanswered(payable.state, payable.declaredAt, this.clock.now());
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Nội dung mã VietQR: số tiền và số phiếu; null khi người nhận không có tài khoản. / VietQR text; null without an account.',
  })
  async vietQr(
    @Parent() payable: PayableEntity,
    @Context() asked: AskContext,
  ): Promise<string | null> {
    const payee = await this.accountHolder(payable, asked);
    if (payee?.bankBin == null || payee.bankAccount === null) return null;
    const ticket = await this.ticket(payable, asked);
    const text = vietQr({
      bin: payee.bankBin,
      account: payee.bankAccount,
      amountVnd: vnd(payable.amountVnd),
      message: ticket.number,
    });
    return isRefusal(text) ? null : text;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Ngân hàng của người nhận. / The payee’s bank.',
  })
  async bankName(
    @Parent() payable: PayableEntity,
    @Context() asked: AskContext,
  ): Promise<string | null> {
    const payee = await this.accountHolder(payable, asked);
    return payee?.bankBin == null ? null : bankName(payee.bankBin);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Số tài khoản của người nhận. / Account of the payee.',
  })
  async bankAccount(
    @Parent() payable: PayableEntity,
    @Context() asked: AskContext,
  ): Promise<string | null> {
    return (await this.accountHolder(payable, asked))?.bankAccount ?? null;
  }

  private async accountHolder(
    payable: PayableEntity,
    asked: AskContext,
  ): Promise<Party | undefined> {
    if (!SEES_ACCOUNTS.includes(asked.actor.role)) return undefined;
    return this.loaders.party.load(asked, payable.payeeId);
  }

  /** Phone and place are for payer and payee only. */
  private async side(
    payable: PayableEntity,
    partyId: string,
    asked: AskContext,
  ): Promise<PartyModel> {
    const { id, kind, name, phone, lat, lon } = there(
      await this.loaders.party.load(asked, partyId),
    );
    const isSide = [payable.payerId, payable.payeeId].includes(asked.actor.partyId ?? '');
    return isSide
      ? { id, kind, name, phone, lat, lon }
      : { id, kind, name, phone: null, lat: null, lon: null };
  }
}

/** @throws Error when a row points to something that is not there: the keys of the tables forbid it */
function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('a payable points to something that is not there');
  return thing;
}
