import type { Id } from '../../kernel/id.js';
import type { Demo } from '../demo/demo.js';

/** Who acts for each party: its one member, of a transporter its owner, of an office the first who joined. */
export class Acting {
  readonly #people = new Map<Id, Id>();
  readonly #clerks: ReadonlyMap<Id, Id>;

  constructor({ memberships, coopMembers }: Pick<Demo, 'memberships' | 'coopMembers'>) {
    for (const { partyId, personId, role } of memberships) {
      if (role !== 'DRIVER' && !this.#people.has(partyId)) this.#people.set(partyId, personId);
    }
    this.#clerks = new Map(
      coopMembers.map(({ householdId, coopId }) => [householdId, this.for(coopId)]),
    );
  }

  /** @throws RangeError when nobody acts for that party */
  for(partyId: Id): Id {
    const person = this.#people.get(partyId);
    if (!person) throw new RangeError(`nobody acts for ${partyId}`);
    return person;
  }

  /** The clerk who speaks for the household beside a scale. */
  witnessOf(householdId: Id): Id {
    const clerk = this.#clerks.get(householdId);
    if (!clerk) throw new RangeError(`nobody speaks for ${householdId}`);
    return clerk;
  }
}
