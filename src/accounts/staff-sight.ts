import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { audienceOf, type Actor } from '../platform/access/actor.js';
import type { AskContext } from '../platform/graphql/ask-context.js';
import { PerRequestLoader } from '../platform/graphql/per-request-loader.js';
import { ViewsStore } from './data/views.store.js';

/**
 * The one gate between the staff and what reaches a person: number, papers, tests, everything at once. It opens for a party
 * and a sign-in once a purpose was stated (`openPersonalData`), and each look is written down with that purpose before it
 * is answered. What passes here and what does not is listed in docs/personal-data.md.
 */
@Injectable()
export class StaffSight {
  readonly #open: PerRequestLoader<string, boolean, AskContext>;
  readonly #crews: PerRequestLoader<string, true, AskContext>;

  constructor(
    private readonly views: ViewsStore,
    private readonly clock: Clock,
  ) {
    this.#open = new PerRequestLoader(async (ids, { actor }) => {
      const open = await views.noteStated(actor, ids, clock.now());
      return ids.map((id) => open.has(id));
    });
    this.#crews = new PerRequestLoader(async (ids, { actor }) => {
      await views.notePeople(actor, ids, clock.now(), 'PERMIT');
      return ids.map(() => true as const);
    });
  }

  /** Always true for the market, whose own rules say what it sees. One statement for all parties of an answer. */
  async isOpen(context: AskContext, partyId: string): Promise<boolean> {
    const { actor } = context;
    if (audienceOf(actor.role) === 'MARKET' || actor.partyId === partyId) return true;
    return this.#open.load(context, partyId);
  }

  /**
   * For what is kept about a person and not of one party: opens with any party of hers, and all of them learn of it.
   * Somebody without a party has no page to read it on, so for her it stays shut.
   */
  openPerson(actor: Actor, personId: string): Promise<boolean> {
    return this.views.noteStatedOfPerson(actor, personId, this.clock.now());
  }

  /** Whoever asked for a permit is judged by it: nobody is asked why, and all parties of the crew learn of it. */
  noteCrew(context: AskContext, personId: string): Promise<true> {
    return this.#crews.load(context, personId);
  }
}
