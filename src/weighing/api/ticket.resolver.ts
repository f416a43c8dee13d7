import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { TicketsStore } from '../data/tickets.store.js';
import type { WeighTicketEntity } from '../data/weighing.entities.js';
import { weighingPolicy } from '../domain/weighing.policy.js';
import { ConfirmWeigh } from '../use-cases/confirm-weigh.js';
import { DisputeWeigh } from '../use-cases/dispute-weigh.js';
import { ConfirmWeighInput, DisputeWeighInput } from './ticket.inputs.js';
import { WeighTicketConnection, WeighTicketModel } from './ticket.model.js';

const ConfirmWeighResult = orRefused('ConfirmWeighResult', WeighTicketModel, 'Phiếu đã xác nhận.');
const DisputeWeighResult = orRefused('DisputeWeighResult', WeighTicketModel, 'Phiếu bị phản đối.');

type Answer = Promise<WeighTicketEntity | Refusal>;

/** Reading tickets, and the household's answer to one. */
@Resolver(() => WeighTicketModel)
export class TicketResolver {
  constructor(
    private readonly tickets: TicketsStore,
    private readonly confirming: ConfirmWeigh,
    private readonly disputing: DisputeWeigh,
  ) {}

  @Can(weighingPolicy.read)
  @Query(() => WeighTicketModel, {
    name: 'weighTicket',
    nullable: true,
    description: 'Một phiếu cân mình được xem. / A weigh ticket one may see.',
  })
  weighTicket(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã phiếu. / Id.' }) id: string,
  ): Promise<WeighTicketEntity | null> {
    return this.tickets.findVisible(actor, id);
  }

  @Can(weighingPolicy.read)
  @Query(() => WeighTicketConnection, {
    name: 'myWeighTickets',
    description: 'Phiếu cân của mình, mới nhất trước. / Own weigh tickets, newest first.',
  })
  myWeighTickets(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<WeighTicketEntity>> {
    return this.tickets.page(actor, page);
  }

  @Can(weighingPolicy.confirm)
  @Mutation(() => ConfirmWeighResult, {
    name: 'confirmWeigh',
    description:
      'Hộ đồng ý phiếu cân; từ đó phiếu không đổi nữa. / The household agrees; the ticket never changes again.',
  })
  async confirmWeigh(
    @Asker() actor: Actor,
    @Args('input', { description: 'Phiếu và cách xác nhận. / Ticket and method.' })
    input: ConfirmWeighInput,
  ): Answer {
    return this.ticketOf(await this.confirming.run(actor, input));
  }

  @Can(weighingPolicy.dispute)
  @Mutation(() => DisputeWeighResult, {
    name: 'disputeWeigh',
    description:
      'Hộ không đồng ý, trong 24 giờ từ lúc gửi phiếu. / The household does not agree, within 24 hours.',
  })
  async disputeWeigh(
    @Asker() actor: Actor,
    @Args('input', { description: 'Phiếu và lý do. / Ticket and reason.' })
    input: DisputeWeighInput,
  ): Answer {
    return this.ticketOf(await this.disputing.run(actor, input));
  }

  private async ticketOf(done: { ticketId: string } | Refusal): Answer {
    return isRefusal(done) ? done : this.tickets.find(done.ticketId);
  }
}
