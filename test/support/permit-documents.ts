const refused = '... on Refused { code message nextStep field facts { name value } }';
const permit = `__typename ... on Permit { id code type state plate persons runId crop { code } loadGrams
  destination { code } validFrom validTo rulePackCode token reasons { code sentence } createdAt issuedAt revokedAt
  revokeReason filesAhead claimedUntil isClaimedByMe crew { personId name proofs { id kind isNegative } } }`;
const bundle = '__typename ... on CheckpointBundle { keys revocations ruleSet issuedAt }';
const pack = 'code version nameVi effectiveFrom effectiveTo isInForce rules';
const verdict = 'verdict reason sentence plate validTo permitCode';

const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ${refused} } }`;

/** The operations of permits as a client sends them. */
export const PERMITS = {
  permit: `query ($id: ID!) { permit(id: $id) { ${permit} } }`,
  mine: `query ($first: Int!, $after: String) { myPermits(first: $first, after: $after) {
    nodes { id state } pageInfo { endCursor hasNextPage } } }`,
  queue: `{ permitQueue { ${permit} } }`,
  claim: mutation('claimPermit', 'ClaimPermitInput', permit),
  issue: mutation('issuePermit', 'IssuePermitInput', permit),
  reject: mutation('rejectPermit', 'RejectPermitInput', permit),
  revoke: mutation('revokePermit', 'RevokePermitInput', permit),
  recordProof: mutation(
    'recordHealthProof',
    'RecordHealthProofInput',
    '__typename ... on HealthProof { id kind isNegative sampledAt resultAt validTo }',
  ),
  proofs: `query ($personId: ID) { healthProofs(personId: $personId) { id kind isNegative } }`,
  startShift: mutation('startShift', 'StartShiftInput', bundle),
  bundle: `{ checkpointBundle { ${bundle} } }`,
  snapshot: `{ revocationSnapshot }`,
  ruleSet: `query ($asOf: DateTime) { ruleSet(asOf: $asOf) }`,
  rulePacks: `{ rulePacks { ${pack} } }`,
  endRulePack: mutation(
    'endRulePack',
    'EndRulePackInput',
    `__typename ... on RulePack { ${pack} }`,
  ),
  keys: `{ permitKeys { kid jwk validFrom validTo isRevoked } }`,
  verify: `query ($text: String!, $checkpointId: ID) {
    verifyPermit(text: $text, checkpointId: $checkpointId) { ${verdict} } }`,
  byCode: `query ($code: String!, $plateLast4: String!) {
    permitByCode(code: $code, plateLast4: $plateLast4) { ${verdict} } }`,
  recordScan: mutation(
    'recordScan',
    'RecordScanInput',
    '__typename ... on ScansRecorded { accepted duplicates rejected { id code sentence } }',
  ),
  shiftReport: `query ($checkpointId: ID!) { shiftReport(checkpointId: $checkpointId) {
    green amber red total meanHandlingSeconds } }`,
  notices: `{ myNotices(first: 5) { nodes { kind text path } } }`,
};

export interface ShownPermit {
  readonly __typename: 'Permit' | 'Refused';
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly token: string | null;
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[];
}

export interface ShownVerdict {
  readonly verdict: 'GREEN' | 'AMBER' | 'RED';
  readonly reason: string;
  readonly plate: string | null;
}
