import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { DealModel, type Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DepositsStore, type Deposit } from '../data/deposits.store.js';
import { settlementPolicy } from '../domain/settlement.policy.js';
import { ConfirmDeposit } from '../use-cases/confirm-deposit.js';
import { ConfirmDepositRefund } from '../use-cases/confirm-deposit-refund.js';
import { DeclareDeposit } from '../use-cases/declare-deposit.js';
import {
  ConfirmDepositInput,
  ConfirmDepositRefundInput,
  DeclareDepositInput,
  DepositModel,
} from './deposit.model.js';
import { PayableLoaders } from './payable.loaders.js';

const DeclareDepositResult = orRefused('DeclareDepositResult', DepositModel, 'Đã báo đặt cọc.');
const ConfirmDepositResult = orRefused('ConfirmDepositResult', DepositModel, 'Đã nhận cọc.');
const ConfirmDepositRefundResult = orRefused(
  'ConfirmDepositRefundResult',
  DepositModel,
  'Đã nhận lại cọc.',
);

/** A deal shows its deposit; whoever may see the one may see the other. */
@Resolver(() => DealModel)
export class DepositsResolver {
  constructor(
    private readonly deposits: DepositsStore,
    private readonly declaring: DeclareDeposit,
    private readonly confirming: ConfirmDeposit,
    private readonly refunding: ConfirmDepositRefund,
    private readonly loaders: PayableLoaders,
  ) {}

  @ResolveField(() => DepositModel, {
    nullable: true,
    description: 'Tiền cọc; null khi người mua chưa báo. / null until the buyer declares it.',
  })
  async deposit(@Parent() { id }: Deal, @Context() asked: AskContext): Promise<Deposit | null> {
    return (await this.loaders.deposit.load(asked, id)) ?? null;
  }

  @Can(settlementPolicy.declare)
  @Mutation(() => DeclareDepositResult, {
    name: 'declareDeposit',
    description: 'Người mua báo đã đặt cọc. / The buyer says that the deposit is paid.',
  })
  async declareDeposit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận và cách trả. / Deal and method.' })
    input: DeclareDepositInput,
  ): Promise<Deposit | Refusal | undefined> {
    return this.depositOf(await this.declaring.run(actor, input));
  }

  @Can(settlementPolicy.answer)
  @Mutation(() => ConfirmDepositResult, {
    name: 'confirmDeposit',
    description: 'Hộ xác nhận đã nhận cọc. / The household says that the deposit came.',
  })
  async confirmDeposit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận. / The deal.' }) input: ConfirmDepositInput,
  ): Promise<Deposit | Refusal | undefined> {
    return this.depositOf(await this.confirming.run(actor, input));
  }

  @Can(settlementPolicy.confirmRefund)
  @Mutation(() => ConfirmDepositRefundResult, {
    name: 'confirmDepositRefund',
    description:
      'Người mua xác nhận đã nhận lại tiền cọc. / The buyer says that what was to be returned came back.',
  })
  async confirmDepositRefund(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận. / The deal.' }) input: ConfirmDepositRefundInput,
  ): Promise<Deposit | Refusal | undefined> {
    return this.depositOf(await this.refunding.run(actor, input));
  }

  private async depositOf(
    done: { dealId: string } | Refusal,
  ): Promise<Deposit | Refusal | undefined> {
    return isRefusal(done) ? done : (await this.deposits.ofDeals([done.dealId]))[0];
  }
}
