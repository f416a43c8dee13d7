import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../kernel/clock.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import { Veto, type Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import { AssistedActsStore } from './data/assisted-acts.store.js';
import { GrantsStore } from './data/grants.store.js';
import type { AssistedActEntity } from './data/party-relations.entities.js';
import {
  canUndo,
  powerFor,
  undoUntil,
  type AssistedFacts,
  type AssistedKind,
} from './domain/assisted.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** Somebody acted in a household's name. */
    'act.assisted': { actId: string };
  }
}

export interface AssistedDeed {
  readonly householdId: string;
  readonly kind: AssistedKind;
  readonly subjectId: string;
  readonly facts: AssistedFacts;
  /**
   * What stood before, as the feature that did it keeps it for an undo; plain JSON, shown to nobody. `fromId` in it is a
   * second thing the act was done to.
   */
  readonly before?: object;
}

export type DoneAct = AssistedActEntity;

/** What somebody else did in a household's name and the household has not taken back. */
export interface DoneForHousehold {
  readonly id: string;
  readonly householdId: string;
  readonly kind: AssistedKind;
  readonly facts: AssistedFacts;
  /** It is not too late; the undo may still find that it went on since. */
  readonly canUndo: boolean;
}

/** Takes one thing back for the actor, who is of the household; refuses when it went on since. */
type Undo = (tx: Tx, act: AssistedActEntity, actor: Actor) => Promise<void | Refusal>;

/** Keeps what is done in a household's name by somebody else (ID-06); of the household's own acts it keeps nothing. */
@Injectable()
export class AssistedActs {
  readonly #undo = new Map<AssistedKind, Undo>();

  constructor(
    private readonly store: AssistedActsStore,
    private readonly grants: GrantsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The feature that did it says how it is undone. */
  onUndo(kind: AssistedKind, undo: Undo): void {
    this.#undo.set(kind, undo);
  }

  /** @throws Error when nobody knows how: such an act must have no window */
  async undo(tx: Tx, act: AssistedActEntity, actor: Actor): Promise<void | Refusal> {
    const undo = this.#undo.get(act.kind);
    if (!undo) throw new Error(`nobody can undo ${act.kind}`);
    return undo(tx, act, actor);
  }

  /**
   * The version in which a subject stands when nothing was done to it since an act but what the household has undone: that act
   * left it in `version`, every later one counted one on, and so did its undoing.
   */
  async versionSince(tx: Tx, act: AssistedActEntity, version: number): Promise<number> {
    return version + 2 * (await this.store.undoneSince(tx, act));
  }

  /** What was done for these households since then and stands, newest first. */
  async standing(householdIds: readonly string[], since: Date): Promise<DoneForHousehold[]> {
    const now = this.clock.now();
    const acts = await this.store.standing(householdIds, since);
    return acts.map((act) => ({
      id: act.id,
      householdId: act.householdId,
      kind: act.kind,
      facts: act.facts,
      canUndo: canUndo(act, now) && this.#undo.has(act.kind),
    }));
  }

  record(tx: Tx, actor: Actor, deed: AssistedDeed): Promise<void> {
    return this.recordAll(tx, actor, [deed]);
  }

  /**
   * Every act in a household's name passes here, inside its transaction, so here its word is read for good: it stands until
   * the act is done, or the act is none.
   * @throws Veto CONSENT_WITHDRAWN
   */
  async recordAll(tx: Tx, actor: Actor, deeds: readonly AssistedDeed[]): Promise<void> {
    const { partyId, personId, role } = actor;
    if (partyId === null) return;
    const createdAt = this.clock.now();
    const acts = deeds
      .filter((deed) => deed.householdId !== partyId)
      .map((deed) => ({
        ...deed,
        before: deed.before ?? null,
        id: uuid(),
        partyId,
        personId,
        role,
        createdAt,
        undoUntil: undoUntil(deed.kind, createdAt),
        undoneAt: null,
        undoneBy: null,
      }));
    if (acts.length === 0) return;
    await this.holdWords(tx, acts);
    await this.store.add(tx, acts);
    await this.outbox.publishAll(
      tx,
      'act.assisted',
      acts.map(({ id }) => ({ actId: id })),
    );
  }
  private async holdWords(tx: Tx, acts: readonly AssistedActEntity[]): Promise<void> {
    for (const power of new Set(acts.map(({ kind, role }) => powerFor(kind, role)))) {
      if (power === null) continue;
      const needing = acts.filter(({ kind, role }) => powerFor(kind, role) === power);
      const ids = needing.map(({ householdId }) => householdId);
      const held = await this.grants.hold(tx, needing[0]!.partyId, power, ids);
      const gone = ids.find((id) => !held.has(id));
      if (gone) throw new Veto(refuse('CONSENT_WITHDRAWN', { householdId: gone }));
    }
  }
}
