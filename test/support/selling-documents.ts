const REFUSED = '... on Refused { code field message }';
const STANDING = 'pause { firstDay lastDay } hiddenLots promisedGrams';

/** How a household stands to the market, as a client sends it. */
export const SELLING = {
  pause: `mutation ($input: PauseSellingInput!) {
  pauseSelling(input: $input) { __typename ... on SellingStanding { ${STANDING} } ${REFUSED} } }`,
  resume: `mutation ($input: ResumeSellingInput!) {
  resumeSelling(input: $input) { __typename ... on SellingStanding { ${STANDING} } ${REFUSED} } }`,
  standing: `query ($householdId: ID) { sellingStanding(householdId: $householdId) { ${STANDING} } }`,
  restrict: `mutation ($input: RestrictLotInput!) {
  restrictLot(input: $input) { __typename ... on Lot { version openToAllAt } ${REFUSED} } }`,
  declare: `mutation ($input: DeclareClaimInput!) {
  declareClaim(input: $input) { __typename ... on Claim { id kind number isVouched } ${REFUSED} } }`,
  undeclare: `mutation ($input: WithdrawClaimInput!) {
  withdrawClaim(input: $input) { __typename ... on ClaimWithdrawn { claimId } ${REFUSED} } }`,
  claims: `query ($householdId: ID) { householdClaims(householdId: $householdId) { kind number } }`,
};
