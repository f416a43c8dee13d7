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
