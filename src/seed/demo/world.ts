import type { Id } from '../../kernel/id.js';
import type { Posts } from './officials.js';
import type { PartyRow, PlotRow } from './people-rows.js';
import type { VehicleRow } from './transport-rows.js';
import type { Cast } from './wishes.js';

/** What stands still while market days come and go. */
export interface World {
  readonly scale: number;
  readonly cast: Cast;
  readonly plots: readonly PlotRow[];
  readonly traders: readonly PartyRow[];
  readonly vehicles: readonly VehicleRow[];
  readonly posts: Posts;
  readonly partiesWithBank: ReadonlySet<Id>;
}
