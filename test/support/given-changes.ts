const refused = '... on Refused { code message nextStep field facts { name value } }';
const sums = 'stage damagesVnd fromDepositVnd depositReturnedVnd toPayVnd payer';
const ending = `__typename ... on DealEnding { dealId cause atFault saidBy note ${sums} endedAt replyUntil reply
  forceMajeure decisionNote }`;

const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ${refused} } }`;

/** The operations of changes as a client sends them. */
export const CHANGES = {
  preview: `query ($dealId: ID!, $cause: EndingCause!) { previewCancellation(dealId: $dealId, cause: $cause) {
    __typename ... on CancellationPreview { dealId goodsVnd runNumber plate isForceMajeure ${sums} } ${refused} } }`,
  cancel: mutation('cancelDeal', 'CancelDealInput', ending),
  report: mutation('reportBreach', 'ReportBreachInput', ending),
  reply: mutation('replyToBreach', 'ReplyToBreachInput', ending),
  decide: mutation('decideForceMajeure', 'DecideForceMajeureInput', ending),
  endings: `{ dealEndings(first: 20) { nodes { dealId cause reply } } }`,
  record: `query ($partyId: ID!) { reliabilityRecord(partyId: $partyId) { deals kept broken excused underReview } }`,
  declareDeposit: mutation(
    'declareDeposit',
    'DeclareDepositInput',
    '__typename ... on Deposit { state amountVnd }',
  ),
  confirmDeposit: mutation(
    'confirmDeposit',
    'ConfirmDepositInput',
    '__typename ... on Deposit { state amountVnd }',
  ),
  deal: `query ($id: ID!) { deal(id: $id) { id state depositVnd depositDueAt releaseBy
    cancelTerms { afterDispatchBp atGateBp } deposit { state amountVnd } ending { cause atFault reply } } }`,
};

export interface ShownEnding {
  readonly __typename: string;
  readonly code?: string;
  readonly dealId: string;
  readonly damagesVnd: number;
  readonly toPayVnd: number;
}
