import { Injectable } from '@nestjs/common';
import { Accounts } from '../accounts/index.js';
import { Places, type AdminUnit } from '../places/index.js';
import { day } from '../kernel/day.js';
import type { Actor } from '../platform/access/actor.js';

// Lots and households keep their commune of 2021, the finest ground the boards add up.
const FINEST = day('2021-07-01');

/** The communes (of 2021) whose rows an actor may add up, however the units were re-drawn since. */
@Injectable()
export class Territory {
  constructor(
    private readonly accounts: Accounts,
    private readonly places: Places,
  ) {}

  /** Every commune of the district of 2021. */
  async everywhere(): Promise<AdminUnit[]> {
    return (await this.places.unitsOn(FINEST)).filter(
      (unit) => unit.kind === 'COMMUNE' || unit.kind === 'TOWNSHIP',
    );
  }

  /** `within` narrows to one commune, old or new; the answer is empty when it lies outside the territory. */
  async communesOf(actor: Actor, within: string | null): Promise<string[]> {
    const answersFor =
      actor.role === 'ADMIN' ? null : new Set(await this.accounts.territoryOf(actor.partyId ?? ''));
    const mine: string[] = [];
    for (const { id } of await this.everywhere()) {
      const today = await this.places.communeOn(id);
      const names = [id, today?.id ?? id];
      const isMine = answersFor === null || names.some((name) => answersFor.has(name));
      if (isMine && (within === null || names.includes(within))) mine.push(id);
    }
    return mine;
  }
}
