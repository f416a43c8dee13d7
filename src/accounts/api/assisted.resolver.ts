import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { timeCursor, timeKeys } from '../../platform/graphql/time-pages.js';
import { AssistedActsStore } from '../data/assisted-acts.store.js';
import type { AssistedActEntity } from '../data/party-relations.entities.js';
import { assistedPath } from '../domain/assisted-paths.js';
import { assistedText } from '../domain/assisted-texts.js';
import { canUndo } from '../domain/assisted.js';
import { partyPolicy } from '../domain/party.policy.js';
import { UndoAssistedAct } from '../use-cases/undo-assisted-act.js';
import { PartyModel } from './account.model.js';
import { AssistedActModel, UndoAssistedActInput } from './assisted.model.js';
import { PartyNames } from './party-names.js';

const AssistedActConnection = connectionOf('AssistedActConnection', AssistedActModel);
const UndoAssistedActResult = orRefused('UndoAssistedActResult', AssistedActModel, 'Đã bỏ.');

@Resolver(() => AssistedActModel)
export class AssistedResolver {
  constructor(
    private readonly store: AssistedActsStore,
    private readonly names: PartyNames,
    private readonly undoing: UndoAssistedAct,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  @Can(partyPolicy.readAssisted)
  @Query(() => AssistedActConnection, {
    name: 'assistedActs',
    description:
      'Hộ: việc người khác làm thay; bên giúp: việc mình làm thay. Mới trước. / What others did for the household, or the acting party did for others.',
  })
  async assistedActs(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<AssistedActEntity>> {
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const side = actor.role === 'GROWER' ? 'householdId' : 'partyId';
    const rows = await this.store.page(side, actor.partyId ?? '', first, after);
    return pageOf(rows, first, timeKeys);
  }

  @Can(partyPolicy.undoAssisted)
  @Mutation(() => UndoAssistedActResult, {
    name: 'undoAssistedAct',
    description: 'Hộ bỏ việc người khác làm thay, khi còn hạn. / Undoes it, while in time.',
  })
  async undoAssistedAct(
    @Asker() actor: Actor,
    @Args('input', { description: 'Việc nào. / Which act.' }) input: UndoAssistedActInput,
  ): Promise<AssistedActEntity | Refusal | null> {
    const undone = await this.undoing.run(actor, input);
    return isRefusal(undone) ? undone : this.store.byId(undone.actId);
  }

  @ResolveField(() => String, {
    description: 'Đã làm gì, nối sau tên người làm. / What was done, after the name of who did it.',
  })
  async text(@Parent() act: AssistedActEntity, @Asker() actor: Actor): Promise<string> {
    const crop = await this.catalog.crop(act.facts.cropCode ?? '');
    const name = (actor.locale === 'en' ? crop?.nameEn : crop?.nameVi) ?? '';
    const lower = name.charAt(0).toLowerCase() + name.slice(1);
    return assistedText(act.kind, act.facts, lower, actor.locale);
  }

  @ResolveField(() => Boolean, { description: 'Hộ còn bỏ được không. / Whether it can be undone.' })
  canUndo(@Parent() act: AssistedActEntity): boolean {
    return canUndo(act, this.clock.now());
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Màn hình để hộ tự xem và làm tiếp; null với bên giúp. / Where the household sees the thing itself; null for a helper.',
  })
  path(@Parent() act: AssistedActEntity, @Asker() actor: Actor): string | null {
    return actor.partyId === act.householdId ? assistedPath(act.kind, act.subjectId) : null;
  }

  @ResolveField(() => PartyModel, { description: 'Hộ được làm thay. / The household.' })
  household(@Parent() act: AssistedActEntity, @Context() context: AskContext) {
    return this.names.party(context, act.householdId);
  }

  @ResolveField(() => PartyModel, { description: 'Bên làm thay. / Whose person did it.' })
  party(@Parent() act: AssistedActEntity, @Context() context: AskContext) {
    return this.names.party(context, act.partyId);
  }

  @ResolveField(() => String, { description: 'Tên người làm. / Name of who did it.' })
  by(@Parent() act: AssistedActEntity, @Context() context: AskContext): Promise<string> {
    return this.names.person(context, act.personId);
  }
}
