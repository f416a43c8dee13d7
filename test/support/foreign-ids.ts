import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLInputType } from 'graphql';
import { fittingOf } from './hostile-inputs.js';

/** The table whose rows an argument of that name points at; `id` alone is told by its operation. */
const TABLE: Readonly<Record<string, string>> = {
  actId: 'assisted_acts',
  backupId: 'backups',
  backupIds: 'backups',
  boxOrderId: 'box_orders',
  changeId: 'order_changes',
  checkpointId: 'places',
  companionIds: 'people',
  dealId: 'deals',
  deviceId: 'sessions',
  granteeId: 'parties',
  grantId: 'party_grants',
  helpCallId: 'help_calls',
  householdId: 'parties',
  invitationId: 'coop_invitations',
  intoLotId: 'lots',
  keepId: 'parties',
  listingId: 'pooled_listings',
  lotGradeId: 'lot_grades',
  lotId: 'lots',
  mergeId: 'parties',
  negotiationId: 'negotiations',
  offerId: 'allocation_lines',
  orderId: 'orders',
  paperId: 'grant_papers',
  partyId: 'parties',
  payableId: 'payables',
  payableIds: 'payables',
  payerId: 'parties',
  permitId: 'permits',
  personId: 'people',
  rowId: 'weigh_rows',
  runId: 'runs',
  saleId: 'box_sales',
  standingOrderId: 'standing_orders',
  stopId: 'run_stops',
  ticketId: 'weigh_tickets',
  'boxSale.id': 'box_sales',
  'cancelHeldChange.changeId': 'held_changes',
  'changePooledListing.addLotIds': 'lots',
  'createPooledListing.lotIds': 'lots',
  'deal.id': 'deals',
  'lot.id': 'lots',
  'negotiation.id': 'negotiations',
  'order.id': 'orders',
  'permit.id': 'permits',
  'pooledListing.id': 'pooled_listings',
  'removeSavedSearch.searchId': 'saved_searches',
  'reviewProductionPlan.planId': 'production_plans',
  'run.id': 'runs',
  'standingOrder.id': 'standing_orders',
  'unmergeParties.mergeId': 'party_merges',
  'weighTicket.id': 'weigh_tickets',
  'withdrawClaim.claimId': 'claims',
};

export interface Place {
  readonly table: string;
  readonly path: readonly string[];
}

export interface Aim {
  readonly table: string;
  /** The variables that point at this row, with everything else fitting and a key of its own. */
  readonly at: (id: string) => object;
}

/** Every place of an operation where an id of somebody else's could stand. */
export const aimsOf = (field: GraphQLField<unknown, unknown>): Aim[] =>
  placesOf(field).map(({ table, path }) => ({ table, at: (id) => variablesOf(field, path, id) }));

/** The same places, by table and by the way to them through the variables. */
export function placesOf(field: GraphQLField<unknown, unknown>): Place[] {
  return field.args.flatMap(({ name, type }) =>
    pathsOf(type, [name]).flatMap((path): Place[] => {
      const last = path.at(-1) ?? '';
      const table = TABLE[`${field.name}.${last}`] ?? TABLE[last];
      return table ? [{ table, path }] : [];
    }),
  );
}

function pathsOf(type: GraphQLInputType, path: readonly string[]): (readonly string[])[] {
  const named = getNamedType(type);
  if (named.name === 'ID' || named.name === 'UUID') return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap(({ name, type: own }) =>
    pathsOf(own, [...path, name]),
  );
}

function variablesOf(
  field: GraphQLField<unknown, unknown>,
  path: readonly string[],
  id: string,
): object {
  const variables: object = Object.fromEntries(
    field.args.map(({ name, type }) => [name, fittingOf(type)]),
  );
  put(variables, path, id);
  const { input } = variables as { input?: { clientMutationId?: string } };
  if (input?.clientMutationId) input.clientMutationId = randomUUID();
  return variables;
}

/** Writes an id at a place of the variables; what is left out of them stays out. */
export function put(into: unknown, [name = '', ...rest]: readonly string[], id: string): void {
  if (Array.isArray(into)) return put(into[0], [name, ...rest], id);
  if (into === null) return;
  const holder = into as Record<string, unknown>;
  if (rest.length > 0) return put(holder[name], rest, id);
  holder[name] = Array.isArray(holder[name]) ? [id] : id;
}
