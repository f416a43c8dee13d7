import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { TicketsStore } from '../data/tickets.store.js';
import type { WeighTicketEntity } from '../data/weighing.entities.js';
import { weighingPolicy } from '../domain/weighing.policy.js';
import { CorrectWeigh } from '../use-cases/correct-weigh.js';
import { OpenWeighSession } from '../use-cases/open-weigh-session.js';
import { RecordWeigh } from '../use-cases/record-weigh.js';
import { RemoveWeigh } from '../use-cases/remove-weigh.js';
import { SubmitWeighTicket } from '../use-cases/submit-weigh-ticket.js';
import {
  CorrectWeighInput,
  OpenWeighSessionInput,
  RecordWeighInput,
  RemoveWeighInput,
  SubmitWeighTicketInput,
} from './ticket.inputs.js';
import { WeighTicketModel } from './ticket.model.js';

const OpenWeighSessionResult = orRefused(
  'OpenWeighSessionResult',
  WeighTicketModel,
  'Phiếu đang cân.',
);
const RecordWeighResult = orRefused('RecordWeighResult', WeighTicketModel, 'Phiếu với mã cân mới.');
const CorrectWeighResult = orRefused('CorrectWeighResult', WeighTicketModel, 'Phiếu sau khi sửa.');
const RemoveWeighResult = orRefused('RemoveWeighResult', WeighTicketModel, 'Phiếu sau khi bỏ mã.');
const SubmitWeighTicketResult = orRefused(
  'SubmitWeighTicketResult',
  WeighTicketModel,
  'Phiếu đã gửi cho hộ.',
);

type Answer = Promise<WeighTicketEntity | Refusal>;

/** The weigher's side: everything until the ticket is submitted. */
@Resolver(() => WeighTicketModel)
export class ScaleResolver {
  constructor(
    private readonly tickets: TicketsStore,
    private readonly opening: OpenWeighSession,
    private readonly recording: RecordWeigh,
    private readonly correcting: CorrectWeigh,
    private readonly removing: RemoveWeigh,
    private readonly submitting: SubmitWeighTicket,
  ) {}

  @Can(weighingPolicy.weigh)
  @Mutation(() => OpenWeighSessionResult, {
    name: 'openWeighSession',
    description:
      'Mở phiếu cân của một thỏa thuận, hoặc lấy phiếu đang cân. / Opens the ticket of a deal, or its live one.',
  })
  async openWeighSession(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thỏa thuận. / The deal.' }) input: OpenWeighSessionInput,
  ): Answer {
    return this.ticketOf(await this.opening.run(actor, input));
  }

  @Can(weighingPolicy.weigh)
  @Mutation(() => RecordWeighResult, {
    name: 'recordWeigh',
    description: 'Ghi một mã cân. / Records one load on the scale.',
  })
  async recordWeigh(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mã cân. / The load.' }) input: RecordWeighInput,
  ): Answer {
    return this.ticketOf(await this.recording.run(actor, input));
  }

  @Can(weighingPolicy.weigh)
  @Mutation(() => CorrectWeighResult, {
    name: 'correctWeigh',
    description: 'Sửa một mã cân; mã cũ vẫn được giữ. / Corrects a load; the old row is kept.',
  })
  async correctWeigh(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mã cân đúng. / The right load.' }) input: CorrectWeighInput,
  ): Answer {
    return this.ticketOf(await this.correcting.run(actor, input));
  }

  @Can(weighingPolicy.weigh)
  @Mutation(() => RemoveWeighResult, {
    name: 'removeWeigh',
    description: 'Bỏ một mã cân; mã cũ vẫn được giữ. / Removes a load; the row is kept.',
  })
  async removeWeigh(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mã cân cần bỏ. / The row.' }) input: RemoveWeighInput,
  ): Answer {
    return this.ticketOf(await this.removing.run(actor, input));
  }

  @Can(weighingPolicy.weigh)
  @Mutation(() => SubmitWeighTicketResult, {
    name: 'submitWeighTicket',
    description:
      'Cân xong: khóa số và gửi cho hộ xác nhận; hơn thỏa thuận quá dung sai thì người mua tự gửi. / Freezes the numbers and asks the household; above the deal and its tolerance only the buyer submits.',
  })
  async submitWeighTicket(
    @Asker() actor: Actor,
    @Args('input', { description: 'Phiếu cân. / The ticket.' }) input: SubmitWeighTicketInput,
  ): Answer {
    return this.ticketOf(await this.submitting.run(actor, input));
  }

  private async ticketOf(done: { ticketId: string } | Refusal): Answer {
    return isRefusal(done) ? done : this.tickets.find(done.ticketId);
  }
}
