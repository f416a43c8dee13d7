import { graphql } from '../../api/graphql.js';

export const Selling = graphql(`
  query Selling($householdId: ID) {
    sellingStanding(householdId: $householdId) {
      pause {
        firstDay
        lastDay
      }
      hiddenLots
      promisedGrams
    }
    householdClaims(householdId: $householdId) {
      id
      kind
      number
      validFrom
      validTo
      isVouched
    }
  }
`);

export const PauseSelling = graphql(`
  mutation PauseSelling($input: PauseSellingInput!) {
    pauseSelling(input: $input) {
      __typename
      ... on SellingStanding {
        householdId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const ResumeSelling = graphql(`
  mutation ResumeSelling($input: ResumeSellingInput!) {
    resumeSelling(input: $input) {
      __typename
      ... on SellingStanding {
        householdId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const DeclareClaim = graphql(`
  mutation DeclareClaim($input: DeclareClaimInput!) {
    declareClaim(input: $input) {
      __typename
      ... on Claim {
        id
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const WithdrawClaim = graphql(`
  mutation WithdrawClaim($input: WithdrawClaimInput!) {
    withdrawClaim(input: $input) {
      __typename
      ... on ClaimWithdrawn {
        __typename
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
