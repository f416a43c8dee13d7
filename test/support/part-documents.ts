const REFUSED = '... on Refused { __typename code field message nextStep }';

/** What a cooperative sends and sees of its part in a need. */
export const PARTS = {
  publish: `mutation ($input: PublishDemandInput!) { publishDemand(input: $input) {
  __typename ... on Demand { missingGrams } ${REFUSED} } }`,
  accept: `mutation ($input: AcceptDemandAsCoopInput!) { acceptDemandAsCoop(input: $input) {
  __typename ... on CoopPart { orderId grams households } ${REFUSED} } }`,
  preview: `query ($orderId: ID!, $policy: AllocationPolicy, $takes: [GradeTakeInput!]) {
  previewDemandAsCoop(orderId: $orderId, policy: $policy, takes: $takes) {
    __typename ... on AllocationPreview { policy wantedGrams plannedGrams households gini fingerprint
      grades { grade { code } wantedGrams mostGrams }
      shares { lotGradeId householdNumber offeredGrams leastGrams takenGrams vndPerKg sentence
        household { name phone } commune { name } grade { code } } } ${REFUSED} } }`,
  undo: `mutation ($input: UndoAssistedActInput!) { undoAssistedAct(input: $input) { __typename } }`,
  assisted: `{ assistedActs { nodes { id canUndo } } }`,
  byHand: `query ($orderId: ID!) { handPlans(orderId: $orderId) { reason gini computedGini
    shares { lotCode computedGrams ownGrams household { name } commune { name } } } }`,
  why: `query ($orderId: ID!, $lotId: ID) { allocationExplanation(orderId: $orderId, lotId: $lotId) {
    policySentence byHandReason computedGrams } }`,
  choices: `{ fairnessReport(month: "2026-08-25") { handChoices { orderNumber chosenBy reason gini computedGini } } }`,
  /** The same columns, as the buyer of the order sees them. */
  ofOrder: `query ($orderId: ID!) { previewAllocation(orderId: $orderId) {
        ... on AllocationPreview { gini shares { householdNumber takenGrams household { name } } } } }`,
};

interface Share {
  readonly lotGradeId: string;
  readonly householdNumber: number;
  readonly takenGrams: number;
  readonly household: { readonly name: string; readonly phone: string | null } | null;
}
export interface ShownPart {
  readonly plannedGrams: number;
  readonly fingerprint: string;
  readonly gini: number;
  readonly shares: readonly Share[];
}
export interface ShownHandPlan {
  readonly reason: string;
  readonly gini: number;
  readonly computedGini: number;
  readonly shares: readonly object[];
}
