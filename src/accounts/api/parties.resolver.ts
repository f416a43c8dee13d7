import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { nameCursor, timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import type { PartyEntity } from '../data/account.entities.js';
import { PartiesStore } from '../data/parties.store.js';
import type { PartyStep } from '../domain/party-life.js';
import { partyPolicy } from '../domain/party.policy.js';
import { JudgeParty, type JudgeWish } from '../use-cases/judge-party.js';
import { RegisterTrader } from '../use-cases/register-trader.js';
import {
  PartyFileModel,
  PartyReasonInput,
  PartyStepInput,
  RegisterTraderInput,
  SubmitForApprovalInput,
} from './party.model.js';

const PartyFileConnection = connectionOf('PartyFileConnection', PartyFileModel);
export const PartyFileResult = orRefused('PartyFileResult', PartyFileModel, 'Hồ sơ.');

/** The papers of a party, in its own hands and in the administrator's. */
@Resolver(() => PartyFileModel)
export class PartiesResolver {
  constructor(
    private readonly store: PartiesStore,
    private readonly registering: RegisterTrader,
    private readonly judging: JudgeParty,
  ) {}

  @Can(partyPolicy.readOwnParty)
  @Query(() => PartyFileModel, {
    name: 'myParty',
    nullable: true,
    description: 'Hồ sơ bên mình đang đại diện. / Papers of the party acted for.',
  })
  async myParty(@Asker() actor: Actor): Promise<PartyEntity | null> {
    return actor.partyId === null ? null : this.store.byId(actor.partyId);
  }

  @Can(partyPolicy.judge)
  @Query(() => PartyFileConnection, {
    name: 'approvalQueue',
    description: 'Hồ sơ chờ duyệt, cũ trước. / Papers that wait for a decision, oldest first.',
  })
  async approvalQueue(@Args() page: PageArgs): Promise<Page<PartyEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    return pageOf(await this.store.waiting(first, after), first, timeKeys);
  }

  @Can(partyPolicy.findParty)
  @Query(() => PartyFileConnection, {
    name: 'findParty',
    description:
      'Tìm theo tên, không cần dấu, hoặc số điện thoại. / By a part of the name, without accents, or by phone.',
  })
  async findParty(
    @Args('words', { description: 'Tên hoặc số. / Name or phone.' }) words: string,
    @Args() page: PageArgs,
  ): Promise<Page<PartyEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? nameCursor(page.after) : undefined;
    const wanted = words.normalize('NFC').trim().slice(0, 80);
    if (wanted.length < 2) return pageOf<PartyEntity>([], first, () => []);
    const rows = await this.store.search(wanted, first, after);
    return pageOf(rows, first, (party) => [party.name, party.id]);
  }

  @Can(partyPolicy.registerTrader)
  @Mutation(() => PartyFileResult, {
    name: 'registerTrader',
    description:
      'Khai hoặc sửa hồ sơ thương lái, nhà xe. / Writes the papers of a firm, as a draft.',
  })
  async registerTrader(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hồ sơ. / The papers.' }) input: RegisterTraderInput,
  ): Promise<PartyEntity | Refusal | null> {
    return this.fileOf(await this.registering.run(actor, input));
  }

  @Can(partyPolicy.submitForApproval)
  @Mutation(() => PartyFileResult, {
    name: 'submitForApproval',
    description: 'Nộp hồ sơ để duyệt. / Hands the papers in.',
  })
  submitForApproval(
    @Asker() actor: Actor,
    @Args('input', { description: 'Nộp. / The act.' }) input: SubmitForApprovalInput,
  ): Promise<PartyEntity | Refusal | null> {
    const { clientMutationId } = input;
    const wish = { clientMutationId, partyId: actor.partyId ?? '' };
    return this.take(actor, 'submitForApproval', 'submit', wish);
  }

  @Can(partyPolicy.judge)
  @Mutation(() => PartyFileResult, {
    name: 'approveParty',
    description: 'Duyệt. / Approves.',
  })
  approveParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bên nào. / The party.' }) input: PartyStepInput,
  ): Promise<PartyEntity | Refusal | null> {
    return this.take(actor, 'approveParty', 'approve', input);
  }

  @Can(partyPolicy.judge)
  @Mutation(() => PartyFileResult, {
    name: 'rejectParty',
    description: 'Trả lại hồ sơ, có lý do. / Sends the papers back, with a reason.',
  })
  rejectParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bên nào, vì sao. / Which and why.' }) input: PartyReasonInput,
  ): Promise<PartyEntity | Refusal | null> {
    return this.take(actor, 'rejectParty', 'reject', input);
  }

  @Can(partyPolicy.judge)
  @Mutation(() => PartyFileResult, {
    name: 'suspendParty',
    description:
      'Tạm dừng, có lý do: không làm gì mới, đơn đã chốt vẫn cân và trả. / Stops new acts; open deals finish.',
  })
  suspendParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bên nào, vì sao. / Which and why.' }) input: PartyReasonInput,
  ): Promise<PartyEntity | Refusal | null> {
    return this.take(actor, 'suspendParty', 'suspend', input);
  }

  @Can(partyPolicy.judge)
  @Mutation(() => PartyFileResult, {
    name: 'reinstateParty',
    description: 'Cho hoạt động lại. / Gives the right to act back.',
  })
  reinstateParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bên nào. / The party.' }) input: PartyStepInput,
  ): Promise<PartyEntity | Refusal | null> {
    return this.take(actor, 'reinstateParty', 'reinstate', input);
  }

  private async take(
    actor: Actor,
    operation: string,
    step: PartyStep,
    wish: JudgeWish,
  ): Promise<PartyEntity | Refusal | null> {
    return this.fileOf(await this.judging.run(actor, operation, step, wish));
  }

  private async fileOf(done: { partyId: string } | Refusal): Promise<PartyEntity | Refusal | null> {
    return isRefusal(done) ? done : this.store.byId(done.partyId);
  }
}
