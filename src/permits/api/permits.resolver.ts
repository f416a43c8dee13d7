import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import type { PermitEntity } from '../data/permit.entities.js';
import { PermitsStore } from '../data/permits.store.js';
import { permitPolicy } from '../domain/permit.policy.js';
import { ClaimPermit } from '../use-cases/claim-permit.js';
import { IssuePermit } from '../use-cases/issue-permit.js';
import { RejectPermit } from '../use-cases/reject-permit.js';
import { RevokePermit } from '../use-cases/revoke-permit.js';
import {
  ClaimPermitInput,
  IssuePermitInput,
  RejectPermitInput,
  RevokePermitInput,
} from './permit.inputs.js';
import { PermitConnection, PermitModel } from './permit.model.js';

const ClaimPermitResult = orRefused('ClaimPermitResult', PermitModel, 'Đã nhận hồ sơ.');
const IssuePermitResult = orRefused('IssuePermitResult', PermitModel, 'Đã cấp giấy.');
const RejectPermitResult = orRefused('RejectPermitResult', PermitModel, 'Đã từ chối.');
const RevokePermitResult = orRefused('RevokePermitResult', PermitModel, 'Đã thu hồi.');

@Resolver()
export class PermitsResolver {
  constructor(
    private readonly store: PermitsStore,
    private readonly claiming: ClaimPermit,
    private readonly issuing: IssuePermit,
    private readonly rejecting: RejectPermit,
    private readonly revoking: RevokePermit,
  ) {}

  @Can(permitPolicy.read)
  @Query(() => PermitModel, {
    name: 'permit',
    nullable: true,
    description:
      'Một giấy phép; null khi không phải của mình. / A permit; null when it is not yours.',
  })
  async permit(
    @Asker() actor: Actor,
    @Args('id', { type: () => ID, description: 'Mã giấy. / Its id.' }) id: string,
  ): Promise<PermitEntity | null> {
    const permit = await this.store.find(id);
    return permit && permitPolicy.read.allows(actor, permit) ? permit : null;
  }

  @Can(permitPolicy.readOwn)
  @Query(() => PermitConnection, {
    name: 'myPermits',
    description: 'Giấy của các chuyến mình, mới trước. / Permits of own trips, newest first.',
  })
  async myPermits(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<PermitEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const rows = await this.store.page(actor, first, after);
    return pageOf(rows, first, timeKeys);
  }

  @Can(permitPolicy.review)
  @Query(() => [PermitModel], {
    name: 'permitQueue',
    description: 'Hồ sơ chờ duyệt, cũ trước. / Files that wait for a reviewer, oldest first.',
  })
  permitQueue(): Promise<PermitEntity[]> {
    return this.store.queue();
  }

  @Can(permitPolicy.review)
  @Mutation(() => ClaimPermitResult, {
    name: 'claimPermit',
    description: 'Nhận một hồ sơ trong 15 phút. / Takes a file in hand for 15 minutes.',
  })
  async claimPermit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hồ sơ. / The file.' }) input: ClaimPermitInput,
  ): Promise<PermitEntity | Refusal> {
    return this.reread(await this.claiming.run(actor, input));
  }

  @Can(permitPolicy.review)
  @Mutation(() => IssuePermitResult, {
    name: 'issuePermit',
    description: 'Cấp giấy sau khi xem. / Issues a permit after looking at it.',
  })
  async issuePermit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hồ sơ. / The file.' }) input: IssuePermitInput,
  ): Promise<PermitEntity | Refusal> {
    return this.reread(await this.issuing.run(actor, input));
  }

  @Can(permitPolicy.review)
  @Mutation(() => RejectPermitResult, {
    name: 'rejectPermit',
    description: 'Không cấp, có lý do. / Does not issue it, with a reason.',
  })
  async rejectPermit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hồ sơ và lý do. / File and reason.' }) input: RejectPermitInput,
  ): Promise<PermitEntity | Refusal> {
    return this.reread(await this.rejecting.run(actor, input));
  }

  @Can(permitPolicy.review)
  @Mutation(() => RevokePermitResult, {
    name: 'revokePermit',
    description: 'Thu hồi giấy đã cấp. / Takes an issued permit back.',
  })
  async revokePermit(
    @Asker() actor: Actor,
    @Args('input', { description: 'Giấy và lý do. / Permit and reason.' }) input: RevokePermitInput,
  ): Promise<PermitEntity | Refusal> {
    return this.reread(await this.revoking.run(actor, input));
  }

  private async reread(decided: { permitId: string } | Refusal): Promise<PermitEntity | Refusal> {
    if (isRefusal(decided)) return decided;
    const permit = await this.store.find(decided.permitId);
    if (!permit) throw new Error(`a decided permit is gone: ${decided.permitId}`);
    return permit;
  }
}
