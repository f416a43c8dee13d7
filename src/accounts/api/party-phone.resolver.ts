import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import type { AskContext } from '../../platform/graphql/ask-context.js';
import { PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { audienceOf } from '../../platform/access/actor.js';
import { ViewsStore } from '../data/views.store.js';
import { StaffSight } from '../staff-sight.js';
import { PartyModel } from './account.model.js';

/**
 * A number is written down as seen before it is shown: whichever feature shows a party, it passes here. A trader who has
 * been shown the numbers of a day is shown no further one, and the staff none before it said why.
 */
@Resolver(() => PartyModel)
export class PartyPhoneResolver {
  readonly #shown: PerRequestLoader<string, boolean, AskContext>;

  constructor(
    views: ViewsStore,
    private readonly sight: StaffSight,
    clock: Clock,
  ) {
    this.#shown = new PerRequestLoader(async (ids, { actor }) => {
      if (actor.role === 'TRADER') {
        const shown = await views.noteWithin(actor, ids, clock.now());
        return ids.map((one) => shown.has(one));
      }
      await views.note(actor, ids, clock.now(), 'TRADE');
      return ids.map(() => true);
    });
  }

  @ResolveField(() => String, { nullable: true })
  async phone(
    @Parent() { id, phone }: PartyModel,
    @Context() context: AskContext,
  ): Promise<string | null> {
    const { actor } = context;
    if (phone === null || id === actor.partyId || actor.partyId === null) return phone;
    if (audienceOf(actor.role) === 'STAFF')
      return (await this.sight.isOpen(context, id)) ? phone : null;
    return (await this.#shown.load(context, id)) ? phone : null;
  }
}
