import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { Posts } from './officials.js';
import type { PartyRow, PlotRow } from './people-rows.js';
import type { Serials } from './serials.js';
import type { VehicleRow } from './transport-rows.js';
import type { Cast } from './wishes.js';

/** What stands still while market days come and go. */
export interface World {
  /** The market day in progress; nothing is known of what comes after its dawn. */
  readonly today: Day;
  readonly scale: number;
  readonly cast: Cast;
  readonly plots: readonly PlotRow[];
  readonly traders: readonly PartyRow[];
  readonly vehicles: readonly VehicleRow[];
  readonly posts: Posts;
  /** Households that belong to a cooperative. */
  readonly coopMembers: ReadonlySet<Id>;
  readonly partiesWithBank: ReadonlySet<Id>;
  /** The person of each transporter, by party. */
  readonly ownerOf: ReadonlyMap<Id, Id>;
  readonly nameOf: ReadonlyMap<Id, string>;
  readonly serials: Serials;
}
