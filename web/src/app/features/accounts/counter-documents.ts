import { graphql, type ResultOf } from '../../api/graphql.js';

export const HouseholdsAtCounter = graphql(`
  query HouseholdsAtCounter($words: String!) {
    householdsAtCounter(first: 30, words: $words) {
      nodes {
        id
        name
        hamlet
        grants {
          power
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const HouseholdAtCounter = graphql(`
  query HouseholdAtCounter($householdId: ID!) {
    householdAtCounter(householdId: $householdId) {
      id
      name
      hamlet
      hasPhone
      grants {
        id
        power
        consent
        grantedAt
        paper {
          isList
          erasedAt
          url
        }
      }
    }
  }
`);
export type AskedHousehold = NonNullable<ResultOf<typeof HouseholdAtCounter>['householdAtCounter']>;

export const AskForGrant = graphql(`
  mutation AskForGrant($input: AskForGrantInput!) {
    askForGrant(input: $input) {
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

export const RecordGrant = graphql(`
  mutation RecordGrant($input: RecordGrantInput!) {
    recordGrant(input: $input) {
      __typename
      ... on Grant {
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
