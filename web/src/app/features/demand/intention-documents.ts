import { graphql, type ResultOf } from '../../api/graphql.js';

const IntentionFacts = graphql(`
  fragment IntentionFacts on ForecastIntention {
    id
    day
    grams
    state
    lotId
    commune {
      name
    }
  }
`);
export type Intention = ResultOf<typeof IntentionFacts>;

/** Of the buyer of a need: what is foretold for its days, and what she means to take. */
export const ForetoldOfOrder = graphql(
  `
    query ForetoldOfOrder($orderId: ID!) {
      demand(orderId: $orderId) {
        missingGrams
        foretold {
          day
          grams
          households
        }
        intentions {
          ...IntentionFacts
        }
      }
    }
  `,
  [IntentionFacts],
);
export type Matched = NonNullable<ResultOf<typeof ForetoldOfOrder>['demand']>;

export const IntendForecast = graphql(`
  mutation IntendForecast($input: IntendForecastInput!) {
    intendForecast(input: $input) {
      __typename
      ... on Demand {
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

export const ConfirmIntention = graphql(`
  mutation ConfirmIntention($input: DecideIntentionInput!) {
    confirmIntention(input: $input) {
      __typename
      ... on ForecastIntention {
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

export const DropIntention = graphql(`
  mutation DropIntention($input: DecideIntentionInput!) {
    dropIntention(input: $input) {
      __typename
      ... on ForecastIntention {
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

export const MyIntentions = graphql(`
  query MyIntentions {
    myIntentions {
      id
      day
      grams
      state
      buyerName
      crop {
        nameVi
        nameEn
      }
    }
  }
`);
