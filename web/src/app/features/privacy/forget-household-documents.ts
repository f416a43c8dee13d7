import { graphql } from '../../api/graphql.js';

export const HouseholdToForget = graphql(`
  query HouseholdToForget($householdId: ID!) {
    householdAtCounter(householdId: $householdId) {
      id
      name
      hamlet
      hasPhone
    }
    householdErasure(householdId: $householdId) {
      effectiveAt
    }
  }
`);

export const AskToForget = graphql(`
  mutation AskToForget($input: HouseholdActInput!) {
    askToForget(input: $input) {
      __typename
      ... on GrantAsked {
        expiresAt
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const ForgetHousehold = graphql(`
  mutation ForgetHousehold($input: ForgetHouseholdInput!) {
    forgetHousehold(input: $input) {
      __typename
      ... on ErasureState {
        erasure {
          effectiveAt
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const KeepHousehold = graphql(`
  mutation KeepHousehold($input: HouseholdActInput!) {
    keepHousehold(input: $input) {
      __typename
      ... on ErasureState {
        erasure {
          effectiveAt
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
