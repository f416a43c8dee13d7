import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import {
  actOf,
  type ActRefusal,
  type Tx,
  UnitOfWork,
} from '../../platform/database/unit-of-work.js';
import type { PartyEntity } from '../data/account.entities.js';
import { MergesStore } from '../data/merges.store.js';
import { PartiesStore } from '../data/parties.store.js';

export interface MergeWish {
  readonly clientMutationId: string;
  readonly keepId: string;
  readonly mergeId: string;
  readonly reason: string;
}

export interface UnmergeWish {
  readonly clientMutationId: string;
  readonly mergeId: string;
}

type Merged =
  | { mergeId: string }
  | Refusal<
      | 'MERGE_NOT_POSSIBLE'
      | 'MERGE_NOT_FOUND'
      | 'MERGE_TOO_OLD'
      | 'PARTY_REASON_MISSING'
      | ActRefusal
    >;

const LONGEST_REASON = 300;
const REVERSIBLE_MS = 30 * 86_400_000;

/**
 * Two entries of one household become one, for thirty days reversibly (ID-11). No row of either is moved, so kilograms
 * and money are as before; the merged one takes nothing new, finishes what is open, and the same people stand behind both.
 */
@Injectable()
export class MergeParties {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly parties: PartiesStore,
    private readonly merges: MergesStore,
    private readonly clock: Clock,
  ) {}

  async merge(actor: Actor, wish: MergeWish): Promise<Merged> {
    const { keepId, mergeId: mergedId } = wish;
    const reason = wish.reason.normalize('NFC').trim().slice(0, LONGEST_REASON);
    if (reason === '') return refuse('PARTY_REASON_MISSING', {}, 'reason');
    if (!isId(keepId) || !isId(mergedId) || keepId === mergedId)
      return refuse('MERGE_NOT_POSSIBLE');

    const act = actOf(actor, 'mergeParties', wish);
    return this.uow.once(act, async (tx): Promise<Merged> => {
      const two = await this.lockBoth(tx, keepId, mergedId);
      if (!two.every(canMerge)) return refuse('MERGE_NOT_POSSIBLE');

      const id = uuid();
      const joined = await this.merges.joinPeople(tx, keepId, mergedId);
      await this.parties.change(tx, mergedId, { mergedIntoId: keepId });
      await this.merges.add(tx, {
        id,
        keptId: keepId,
        mergedId,
        reason,
        joined,
        createdAt: this.clock.now(),
        createdBy: actor.personId,
        undoneAt: null,
        undoneBy: null,
      });
      return { mergeId: id };
    });
  }

  unmerge(actor: Actor, { clientMutationId, mergeId }: UnmergeWish): Promise<Merged> {
    const act = { actor, operation: 'unmergeParties', key: clientMutationId, request: { mergeId } };
    return this.uow.once(act, async (tx): Promise<Merged> => {
      const merge = isId(mergeId) ? await this.merges.lock(tx, mergeId) : null;
      if (!merge || merge.undoneAt !== null) return refuse('MERGE_NOT_FOUND');
      const now = this.clock.now();
      if (now.getTime() - merge.createdAt.getTime() > REVERSIBLE_MS) return refuse('MERGE_TOO_OLD');

      await this.merges.partPeople(tx, merge.joined);
      await this.parties.change(tx, merge.mergedId, { mergedIntoId: null });
      await this.merges.undo(tx, merge.id, actor.personId, now);
      return { mergeId: merge.id };
    });
  }

  /** In id order, so that two administrators who merge the same pair wait for each other. */
  private async lockBoth(tx: Tx, oneId: string, otherId: string): Promise<(PartyEntity | null)[]> {
    const locked: (PartyEntity | null)[] = [];
    for (const id of [oneId, otherId].toSorted()) locked.push(await this.parties.lock(tx, id));
    return locked;
  }
}

const canMerge = (party: PartyEntity | null): boolean =>
  party?.kind === 'HOUSEHOLD' && party.mergedIntoId === null && party.state !== 'CLOSED';
