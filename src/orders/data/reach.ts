import type { Actor } from '../../platform/access/actor.js';
import { reachOf } from '../domain/order.policy.js';

interface Columns {
  readonly buyer: string;
  readonly household: string;
  readonly commune: string;
}

/** The SQL condition for "what this actor may see"; `$1` is the actor's party. */
export function reachSql(actor: Actor, columns: Columns): string {
  switch (reachOf(actor)) {
    case 'BUYER':
      return `${columns.buyer} = $1`;
    case 'HOUSEHOLD':
      return `${columns.household} = $1`;
    case 'COOPERATIVE':
      return `${columns.household} in (select household_id from standing_grants where party_id = $1 and power in ('SEE_LOTS','SELL_FOR'))`;
    case 'TERRITORY':
      return `${columns.commune} in (select unit_id from party_territories where party_id = $1)`;
    case 'NOTHING':
      return `$1::uuid is null and false`;
  }
}
