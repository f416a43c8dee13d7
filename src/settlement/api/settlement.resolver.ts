import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { PayableEntity } from '../data/payable.entity.js';
import { PayablesStore } from '../data/payables.store.js';
import { settlementPolicy } from '../domain/settlement.policy.js';
import { totalsOf } from '../domain/totals.js';
import { ConfirmReceived } from '../use-cases/confirm-received.js';
import { ContestPayment } from '../use-cases/contest-payment.js';
import { DeclarePaid } from '../use-cases/declare-paid.js';
import { ConfirmReceivedInput, ContestPaymentInput, DeclarePaidInput } from './payable.inputs.js';
import {
  PayableConnection,
  PayableModel,
  PayablesDeclaredModel,
  SettlementModel,
} from './payable.model.js';

const DeclarePaidResult = orRefused('DeclarePaidResult', PayablesDeclaredModel, 'Đã báo trả tiền.');
const ConfirmReceivedResult = orRefused('ConfirmReceivedResult', PayableModel, 'Đã nhận tiền.');
const ContestPaymentResult = orRefused('ContestPaymentResult', PayableModel, 'Đã báo chưa nhận.');

@Resolver()
export class SettlementResolver {
  constructor(
    private readonly payables: PayablesStore,
    private readonly declaring: DeclarePaid,
    private readonly receiving: ConfirmReceived,
    private readonly contesting: ContestPayment,
  ) {}

  @Can(settlementPolicy.read)
  @Query(() => PayableConnection, {
    name: 'myPayables',
    description:
      'Tiền phải trả hoặc được nhận của mình, mới nhất trước. / What one owes or is owed, newest first.',
  })
  myPayables(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<PayableEntity>> {
    return this.payables.page(actor, page);
  }

  @Can(settlementPolicy.readOrder)
  @Query(() => SettlementModel, {
    name: 'settlementForOrder',
    nullable: true,
    description:
      'Tiền của một đơn gom; null khi không có gì của mình. / The money of an order; null when none is yours.',
  })
  async settlementForOrder(
    @Asker() actor: Actor,
    @Args('orderId', { type: () => ID, description: 'Đơn gom. / The order.' }) orderId: string,
  ): Promise<(Omit<SettlementModel, 'payables'> & { payables: PayableEntity[] }) | null> {
    const payables = await this.payables.ofOrder(actor, orderId);
    return payables.length === 0 ? null : { orderId, payables, ...totalsOf(payables) };
  }

  @Can(settlementPolicy.readOrder)
  @Query(() => PayableModel, {
    name: 'dealPayable',
    nullable: true,
    description:
      'Tiền phải trả của một thỏa thuận đã cân; null khi chưa có hoặc không phải của mình. / What a weighed deal owes; null when there is none or it is not yours.',
  })
  dealPayable(
    @Asker() actor: Actor,
    @Args('dealId', { type: () => ID, description: 'Thỏa thuận. / The deal.' }) dealId: string,
  ): Promise<PayableEntity | null> {
    return this.payables.visibleOfDeal(actor, dealId);
  }

  @Can(settlementPolicy.declare)
  @Mutation(() => DeclarePaidResult, {
    name: 'declarePaid',
    description:
      'Người mua báo đã trả một hay nhiều phiếu. / The payer says that some tickets are paid.',
  })
  async declarePaid(
    @Asker() actor: Actor,
    @Args('input', { description: 'Các khoản và cách trả. / Payables and method.' })
    input: DeclarePaidInput,
  ): Promise<{ payables: PayableEntity[] } | Refusal> {
    const declared = await this.declaring.run(actor, input);
    if (isRefusal(declared)) return declared;
    return { payables: await this.payables.byIds(declared.payableIds) };
  }

  @Can(settlementPolicy.answer)
  @Mutation(() => ConfirmReceivedResult, {
    name: 'confirmReceived',
    description: 'Người bán xác nhận đã nhận đủ tiền. / The payee says that the money came.',
  })
  async confirmReceived(
    @Asker() actor: Actor,
    @Args('input', { description: 'Khoản tiền. / The payable.' }) input: ConfirmReceivedInput,
  ): Promise<PayableEntity | Refusal | undefined> {
    return this.payableOf(await this.receiving.run(actor, input));
  }

  @Can(settlementPolicy.answer)
  @Mutation(() => ContestPaymentResult, {
    name: 'contestPayment',
    description: 'Người bán báo chưa nhận hoặc nhận thiếu. / The payee says that it did not come.',
  })
  async contestPayment(
    @Asker() actor: Actor,
    @Args('input', { description: 'Khoản tiền và lý do. / Payable and reason.' })
    input: ContestPaymentInput,
  ): Promise<PayableEntity | Refusal | undefined> {
    return this.payableOf(await this.contesting.run(actor, input));
  }

  private async payableOf(
    done: { payableId: string } | Refusal,
  ): Promise<PayableEntity | Refusal | undefined> {
    return isRefusal(done) ? done : (await this.payables.byIds([done.payableId]))[0];
  }
}
