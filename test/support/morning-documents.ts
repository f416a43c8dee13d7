/** The documents a morning needs, as our own clients send them. */
const refused = '... on Refused { code message field }';

export interface MorningOrder {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly offered: number; readonly accepted: number };
  readonly deals: readonly {
    readonly id: string;
    readonly totalGrams: number;
    readonly household: { readonly id: string };
    readonly lines: readonly {
      readonly grams: number;
      readonly vndPerKg: number;
      readonly grade: { readonly code: string };
    }[];
  }[];
}

const order = `__typename ... on BulkOrder {
  id state wantedGrams progress { offered accepted }
  deals { id totalGrams household { id } lines { grams vndPerKg grade { code } } }
} ${refused}`;
const run = `__typename ... on Run { id state stops { id kind state } } ${refused}`;
const ticket = `__typename ... on WeighTicket { id state payableGrams amountVnd } ${refused}`;

const mutation = (name: string, inputType: string, selection: string): string =>
  `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${selection} } }`;

export const REPORT_FORECAST = mutation(
  'reportForecast',
  'ReportForecastInput',
  `__typename ... on Forecast { grams revision } ${refused}`,
);
export const CREATE_LOT = mutation(
  'createLot',
  'CreateLotInput',
  `__typename ... on Lot { id state version } ${refused}`,
);
export const CREATE_ORDER = mutation('createBulkOrder', 'CreateBulkOrderInput', order);
export const PREVIEW = `query ($orderId: ID!) { previewAllocation(orderId: $orderId) {
  __typename ... on AllocationPreview { plannedGrams coveragePercent landedVndPerKg households communes } ${refused} } }`;
export const OFFER = mutation('offerAllocation', 'OfferAllocationInput', order);
export const ANSWER = mutation(
  'respondAllocationOffer',
  'RespondAllocationOfferInput',
  `__typename ... on AllocationOffer { id state } ${refused}`,
);
export const COMMIT = mutation('commitAllocation', 'CommitAllocationInput', order);
export const PLAN_RUN = mutation(
  'planRun',
  'PlanRunInput',
  `__typename ... on PlannedRuns { runs { id state stops { id kind deal { id } } } unassigned { dealId reason } } ${refused}`,
);
export const ACCEPT_RUN = mutation('acceptRun', 'AcceptRunInput', run);
export const START_RUN = mutation('startRun', 'StartRunInput', run);
export const COMPLETE_STOP = mutation('completeStop', 'CompleteStopInput', run);
export const RECORD_PROOF = mutation(
  'recordHealthProof',
  'RecordHealthProofInput',
  `__typename ... on HealthProof { id } ${refused}`,
);
export const APPLY_PERMIT = mutation(
  'applyPermit',
  'ApplyPermitInput',
  `__typename ... on Permit { id state token reasons { code sentence } } ${refused}`,
);
export const START_SHIFT = mutation(
  'startShift',
  'StartShiftInput',
  `__typename ... on CheckpointBundle { keys revocations ruleSet issuedAt } ${refused}`,
);
export const RECORD_SCAN = mutation(
  'recordScan',
  'RecordScanInput',
  `__typename ... on ScansRecorded { accepted duplicates } ${refused}`,
);
export const OPEN_WEIGH = mutation('openWeighSession', 'OpenWeighSessionInput', ticket);
export const RECORD_WEIGH = mutation('recordWeigh', 'RecordWeighInput', ticket);
export const SUBMIT_WEIGH = mutation('submitWeighTicket', 'SubmitWeighTicketInput', ticket);
export const CONFIRM_WEIGH = mutation('confirmWeigh', 'ConfirmWeighInput', ticket);
export const SETTLEMENT = `query ($orderId: ID!) { settlementForOrder(orderId: $orderId) {
  totalVnd paidVnd confirmedVnd owedVnd payables { id amountVnd state vietQr payee { id } } } }`;
export const DECLARE_PAID = mutation(
  'declarePaid',
  'DeclarePaidInput',
  `__typename ... on PayablesDeclared { payables { id state } } ${refused}`,
);
export const CONFIRM_RECEIVED = mutation(
  'confirmReceived',
  'ConfirmReceivedInput',
  `__typename ... on Payable { id state } ${refused}`,
);
export const DASHBOARD = `query ($day: Day!) { supplyDashboard(day: $day) { dataAt totals {
  plannedGrams forecastGrams offeredGrams committedGrams weighedGrams unsoldGrams } rows { communeId cropCode weighedGrams } } }`;
