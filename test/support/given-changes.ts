const refused = '... on Refused { code message nextStep field facts { name value } }';
const sums = 'stage damagesVnd fromDepositVnd depositReturnedVnd toPayVnd payer';
const ending = `__typename ... on DealEnding { dealId cause atFault saidBy note ${sums} endedAt replyUntil reply
  forceMajeure decisionNote }`;

const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ${refused} } }`;

const part = `dealId readyFromBefore readyToBefore readyFrom readyTo goodsVndBefore goodsVnd acceptedAt
  grades { grade { code } vndPerKg gramsBefore grams }`;
const change = `__typename ... on OrderChange { id orderId proposedBy note state expiresAt closedAt parts { ${part} } }`;
const outlook = `__typename ... on OrderChangePreview { gramsBefore grams goodsVndBefore goodsVnd seen parts { ${part} }
  rides { runNumber plate leftOut loadBefore loadAfter permit } }`;

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
  previewChange: `query ($input: OrderChangeWishInput!) { previewOrderChange(input: $input) { ${outlook} ${refused} } }`,
  consequences: `query ($changeId: ID!) { orderChangeConsequences(changeId: $changeId) { ${outlook} ${refused} } }`,
  propose: mutation('proposeOrderChange', 'ProposeOrderChangeInput', change),
  confirm: mutation('confirmOrderChange', 'ConfirmOrderChangeInput', change),
  withdraw: mutation('withdrawOrderChange', 'WithdrawOrderChangeInput', change),
  orderChange: `query ($id: ID!) { order(id: $id) { state change { id state parts { dealId } } } }`,
  dealChange: `query ($id: ID!) { deal(id: $id) { state totalGrams readyFrom readyTo releaseBy depositDueAt
    lines { grams vndPerKg } change { id state parts { dealId } } } }`,
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

export interface ShownPreview {
  readonly __typename: string;
  readonly code?: string;
  readonly seen: string;
  readonly parts: readonly { readonly dealId: string }[];
}
export interface ShownOrderChange {
  readonly __typename: string;
  readonly code?: string;
  readonly id: string;
  readonly state: string;
  readonly parts: readonly { readonly dealId: string }[];
}
