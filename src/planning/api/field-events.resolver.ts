import {
  Args,
  Context,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Accounts } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
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
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import type { FieldEventEntity } from '../data/field-event.entity.js';
import { FieldEventsStore, type EventScope } from '../data/field-events.store.js';
import { forecastPolicy } from '../domain/forecast.policy.js';
import { Territory } from '../territory.js';
import { ReportFieldEvent } from '../use-cases/report-field-event.js';
import { FieldEventInput, FieldEventModel } from './field-event.model.js';

const EventConnection = connectionOf('FieldEventConnection', FieldEventModel);
const EventResult = orRefused('ReportFieldEventResult', FieldEventModel, 'Đã ghi.');

interface Reach {
  readonly plots: number;
  readonly forecasts: number;
}

@Resolver(() => FieldEventModel)
export class FieldEventsResolver {
  readonly #reach: PerRequestLoader<string, Reach | undefined>;

  constructor(
    private readonly store: FieldEventsStore,
    private readonly reporting: ReportFieldEvent,
    private readonly accounts: Accounts,
    private readonly territory: Territory,
    private readonly places: Places,
    private readonly catalog: Catalog,
  ) {
    this.#reach = new PerRequestLoader(async (ids) => {
      const reach = await this.store.reach(ids);
      return ids.map((id) => reach.get(id));
    });
  }

  @Can(forecastPolicy.report)
  @Mutation(() => EventResult, {
    name: 'reportFieldEvent',
    description:
      'Báo thời tiết, sâu bệnh; số báo các ngày sau giảm theo. / Reports an event; what was said for the days it reaches is lowered.',
  })
  async reportFieldEvent(
    @Asker() actor: Actor,
    @Args('input', { description: 'Việc xảy ra. / What happened.' }) input: FieldEventInput,
  ): Promise<FieldEventEntity | Refusal | null> {
    const reported = await this.reporting.run(actor, input);
    return isRefusal(reported) ? reported : this.store.find(reported.eventId);
  }

  @Can(forecastPolicy.readEvents)
  @Query(() => EventConnection, {
    name: 'fieldEvents',
    description: 'Thời tiết, sâu bệnh đã báo, mới trước. / Events of the field, newest first.',
  })
  async fieldEvents(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Page<FieldEventEntity>> {
    const first = pageSize(page.first);
    const scope = await this.scopeOf(actor);
    const rows = await this.store.page(scope, first + 1, startAfter(page.after));
    return pageOf(rows, first, timeKeys);
  }

  @ResolveField(() => Int, { description: 'Số thửa bị ảnh hưởng. / Plots struck.' })
  async plots(@Parent() event: FieldEventEntity, @Context() context: AskContext): Promise<number> {
    return (await this.#reach.load(context, event.id))?.plots ?? 0;
  }

  @ResolveField(() => Int, { description: 'Số lần báo đã giảm. / Reports that were lowered.' })
  async forecasts(
    @Parent() event: FieldEventEntity,
    @Context() context: AskContext,
  ): Promise<number> {
    return (await this.#reach.load(context, event.id))?.forecasts ?? 0;
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã. / The commune.' })
  commune(@Parent() event: FieldEventEntity): Promise<AdminUnit | undefined> {
    return this.places.unit(event.communeId);
  }

  @ResolveField(() => CropModel, {
    nullable: true,
    description: 'Cây; trống là mọi cây. / The crop; none for all.',
  })
  crop(@Parent() event: FieldEventEntity): Promise<Crop | undefined> | undefined {
    return event.cropCode === null ? undefined : this.catalog.crop(event.cropCode);
  }

  /** Households see what struck their commune as a whole, and what was said of themselves. */
  private async scopeOf(actor: Actor): Promise<EventScope> {
    const partyId = actor.partyId ?? '';
    if (actor.role !== 'GROWER' && actor.role !== 'COOP_CLERK')
      return { communeIds: await this.territory.communesOf(actor, null), householdIds: null };
    const householdIds =
      actor.role === 'COOP_CLERK' ? await this.accounts.householdsSeenBy(partyId) : [partyId];
    const parties = await this.accounts.parties(householdIds);
    return {
      communeIds: [...new Set(parties.flatMap(({ communeId }) => communeId ?? []))],
      householdIds,
    };
  }
}
