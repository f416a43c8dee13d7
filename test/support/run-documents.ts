const refused = '... on Refused { code message nextStep field facts { name value } }';
const need =
  'needed reasons { code sentence } requirements { code isMet sentence } rulePackCodes nextStep';
const stop = `id seq kind state grams plannedAt arrivedAt arrivedHeardAt doneAt doneHeardAt issue lat lon
  deal { id } household { id name phone lat } ticket { id state } runNumber plate driver { id name phone }`;
const run = `__typename ... on Run { id number state orderId persons loadGrams km costVnd startsAt endsAt startedAt
  deliveredAt cancelReason vehicle { plate payloadGrams transporter { id } } driver { id name phone }
  requester { id phone } transporter { id phone } destination { code } stops { ${stop} }
  permit { id state token } permitNeed { ${need} } }`;

const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ${refused} } }`;

/** The operations of runs as a client sends them. */
export const RUNS = {
  plan: mutation(
    'planRun',
    'PlanRunInput',
    `__typename ... on PlannedRuns { runs { id number state loadGrams km startsAt endsAt vehicle { plate payloadGrams }
      driver { id } stops { id seq kind grams plannedAt deal { id } lat lon } }
      unassigned { dealId reason sentence } }`,
  ),
  accept: mutation('acceptRun', 'AcceptRunInput', run),
  start: mutation('startRun', 'StartRunInput', run),
  deliver: mutation('deliverRun', 'DeliverRunInput', run),
  cancel: mutation('cancelRun', 'CancelRunInput', run),
  arrive: mutation('arriveStop', 'ArriveStopInput', run),
  complete: mutation('completeStop', 'CompleteStopInput', run),
  apply: mutation(
    'applyPermit',
    'ApplyPermitInput',
    '__typename ... on Permit { id state persons token reasons { code sentence } validFrom validTo }',
  ),
  run: `query ($id: ID!) { run(id: $id) { ${run} } }`,
  mine: `query ($first: Int!, $after: String) { myRuns(first: $first, after: $after) {
    nodes { id number state } pageInfo { endCursor hasNextPage } } }`,
  vehicles: `{ myVehicles { plate kind payloadGrams crates vndPerKm } }`,
  prefill: `query ($runId: ID!) { prefillPermitFromRun(runId: $runId) { plate driverName persons fromName
    destination { code } crop { code } loadGrams validFrom validTo need { ${need} } problems { code sentence }
    colleagues { id name } } }`,
  dealStop: `query ($id: ID!) { deal(id: $id) { id runStop { seq state plate runNumber plannedAt
    driver { name phone } household { id phone } } } }`,
  notices: `{ myNotices(first: 5) { nodes { kind text path } } }`,
};

export interface PlannedStop {
  readonly id: string;
  readonly seq: number;
  readonly kind: 'PICKUP' | 'DROP';
  readonly grams: number;
  readonly plannedAt: string;
  readonly deal: { readonly id: string } | null;
  readonly lat: number;
  readonly lon: number;
}

export interface PlannedRun {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly loadGrams: number;
  readonly km: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly vehicle: { readonly plate: string; readonly payloadGrams: number };
  readonly driver: { readonly id: string };
  readonly stops: readonly PlannedStop[];
}

export interface Planned {
  readonly __typename: 'PlannedRuns' | 'Refused';
  /** Of a refusal. */
  readonly code?: string;
  readonly runs: readonly PlannedRun[];
  readonly unassigned: readonly { readonly dealId: string; readonly reason: string }[];
}

export interface ShownRun {
  readonly __typename: 'Run' | 'Refused';
  readonly code?: string;
  readonly state: string;
  readonly loadGrams: number;
  readonly stops: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly household: { readonly id: string; readonly phone: string | null } | null;
    readonly deal: { readonly id: string } | null;
    readonly lat: number | null;
  }[];
  readonly driver: { readonly phone: string | null };
  readonly permitNeed: {
    readonly needed: boolean;
    readonly rulePackCodes: readonly string[];
    readonly requirements: readonly { readonly code: string; readonly isMet: boolean }[];
  } | null;
}
