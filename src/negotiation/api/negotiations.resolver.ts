import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { Negotiation } from '../data/negotiation.rows.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { negotiationPolicy } from '../domain/negotiation.policy.js';
import { AcceptOffer } from '../use-cases/accept-offer.js';
import { CounterOffer } from '../use-cases/counter-offer.js';
import { EndNegotiation } from '../use-cases/end-negotiation.js';
import { MakeOffer } from '../use-cases/make-offer.js';
import { SaySomething } from '../use-cases/say-something.js';
import {
  AnswerNegotiationInput,
  CounterOfferInput,
  MakeOfferInput,
  SayInNegotiationInput,
} from './negotiation.inputs.js';
import { NegotiationConnection, NegotiationModel, NegotiationsModel } from './negotiation.model.js';

const MakeOfferResult = orRefused('MakeOfferResult', NegotiationsModel, 'Đề nghị vừa gửi.');
const CounterOfferResult = orRefused('CounterOfferResult', NegotiationModel, 'Đã trả giá lại.');
const AcceptOfferResult = orRefused('AcceptOfferResult', NegotiationModel, 'Đã chốt.');
const RejectOfferResult = orRefused('RejectOfferResult', NegotiationModel, 'Đã từ chối.');
const WithdrawOfferResult = orRefused('WithdrawOfferResult', NegotiationModel, 'Đã rút.');
const SayInNegotiationResult = orRefused('SayInNegotiationResult', NegotiationModel, 'Đã nhắn.');

@Resolver(() => NegotiationModel)
export class NegotiationsResolver {
  constructor(
    private readonly store: NegotiationsStore,
    private readonly making: MakeOffer,
    private readonly countering: CounterOffer,
    private readonly accepting: AcceptOffer,
    private readonly ending: EndNegotiation,
    private readonly saying: SaySomething,
  ) {}

  @Can(negotiationPolicy.read)
  @Query(() => NegotiationModel, {
    name: 'negotiation',
    nullable: true,
    description:
      'Một cuộc mặc cả; null khi không có hoặc không phải của mình. / One negotiation; null when there is none or it is not yours.',
  })
  async negotiation(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã. / Id.' }) id: string,
  ): Promise<Negotiation | null> {
    return isId(id) ? ((await this.store.find(actor, id)) ?? null) : null;
  }

  @Can(negotiationPolicy.read)
  @Query(() => NegotiationConnection, {
    name: 'myNegotiations',
    description:
      'Các cuộc mặc cả của mình hoặc của thành viên, mới nhất trước. / Own negotiations or those of members, newest first.',
  })
  myNegotiations(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<Negotiation>> {
    return this.store.page(actor, page);
  }

  @Can(negotiationPolicy.open)
  @Mutation(() => MakeOfferResult, {
    name: 'makeOffer',
    description:
      'Trả giá một hay nhiều lô, mỗi hộ một cuộc mặc cả; hoặc ghi lại thỏa thuận qua điện thoại. / Offers terms on one or more lots, one thread a household; or writes down a phone deal.',
  })
  async makeOffer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị. / The offer.' }) input: MakeOfferInput,
  ): Promise<{ opened: Negotiation[] } | Refusal> {
    const made = await this.making.run(actor, input);
    if (isRefusal(made)) return made;
    const found = await Promise.all(made.negotiationIds.map((id) => this.store.find(actor, id)));
    return { opened: found.filter((one) => one !== undefined) };
  }

  @Can(negotiationPolicy.answer)
  @Mutation(() => CounterOfferResult, {
    name: 'counterOffer',
    description:
      'Trả giá lại; đề nghị cũ không nhận được nữa. / Counters; the older offer can no longer be accepted.',
  })
  async counterOffer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị mới. / The other terms.' }) input: CounterOfferInput,
  ): Promise<Negotiation | Refusal> {
    return this.readAgain(actor, await this.countering.run(actor, input));
  }

  @Can(negotiationPolicy.answer)
  @Mutation(() => AcceptOfferResult, {
    name: 'acceptOffer',
    description:
      'Nhận đề nghị: giữ hàng và chốt thỏa thuận cùng lúc. / Accepts: stock is set aside and the deal made at once.',
  })
  async acceptOffer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị. / Which offer.' }) input: AnswerNegotiationInput,
  ): Promise<Negotiation | Refusal> {
    return this.readAgain(actor, await this.accepting.run(actor, input));
  }

  @Can(negotiationPolicy.answer)
  @Mutation(() => RejectOfferResult, {
    name: 'rejectOffer',
    description: 'Không nhận đề nghị; cuộc mặc cả dừng. / Rejects; the negotiation ends.',
  })
  async rejectOffer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị. / Which offer.' }) input: AnswerNegotiationInput,
  ): Promise<Negotiation | Refusal> {
    return this.readAgain(actor, await this.ending.reject(actor, input));
  }

  @Can(negotiationPolicy.answer)
  @Mutation(() => WithdrawOfferResult, {
    name: 'withdrawOffer',
    description: 'Rút đề nghị của mình khi chưa ai nhận. / Takes the own live offer back.',
  })
  async withdrawOffer(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị. / Which offer.' }) input: AnswerNegotiationInput,
  ): Promise<Negotiation | Refusal> {
    return this.readAgain(actor, await this.ending.withdraw(actor, input));
  }

  @Can(negotiationPolicy.answer)
  @Mutation(() => SayInNegotiationResult, {
    name: 'sayInNegotiation',
    description: 'Nhắn một câu, không ràng buộc ai. / Says something that binds nobody.',
  })
  async sayInNegotiation(
    @Asker() actor: Actor,
    @Args('input', { description: 'Lời nhắn. / The words.' }) input: SayInNegotiationInput,
  ): Promise<Negotiation | Refusal> {
    return this.readAgain(actor, await this.saying.run(actor, input));
  }

  private async readAgain(
    actor: Actor,
    done: { id: string } | Refusal,
  ): Promise<Negotiation | Refusal> {
    if (isRefusal(done)) return done;
    return (await this.store.find(actor, done.id)) ?? refuse('NEGOTIATION_NOT_FOUND');
  }
}
