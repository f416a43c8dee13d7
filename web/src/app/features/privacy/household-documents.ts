import { graphql } from '../../api/graphql.js';
import { ErasureNow, Exported } from './documents.js';

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

export const ForgetHousehold = graphql(
  `
    mutation ForgetHousehold($input: HouseholdWishInput!) {
      forgetHousehold(input: $input) {
        __typename
        ...ErasureNow
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [ErasureNow],
);

export const KeepHousehold = graphql(
  `
    mutation KeepHousehold($input: HouseholdActInput!) {
      keepHousehold(input: $input) {
        __typename
        ...ErasureNow
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [ErasureNow],
);

export const AskToExport = graphql(`
  mutation AskToExport($input: HouseholdActInput!) {
    askToExport(input: $input) {
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

export const ExportHouseholdData = graphql(
  `
    mutation ExportHouseholdData($input: HouseholdWishInput!) {
      exportHouseholdData(input: $input) {
        __typename
        ...Exported
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [Exported],
);
