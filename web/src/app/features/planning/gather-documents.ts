import { graphql, type ResultOf } from '../../api/graphql.js';

export const Gathered = graphql(`
  query Gathered($day: Day!, $cropCode: String) {
    coopForecast(day: $day, cropCode: $cropCode) {
      day
      crops {
        cropCode
        held
        crop {
          code
          nameVi
          nameEn
        }
        supply {
          reported {
            grams
            households
          }
          carried {
            grams
            households
          }
          unknown {
            grams
            households
          }
        }
      }
      rows {
        householdId
        name
        hamlet
        cropCode
        mark
        grams
        saidFor
        heldGrams
        isEntrusted
        containers {
          container
          grams
        }
      }
    }
  }
`);

export type GatheredDay = ResultOf<typeof Gathered>['coopForecast'];
export type GatheredRow = GatheredDay['rows'][number];

export const BulkForecast = graphql(`
  mutation BulkForecast($input: BulkForecastInput!) {
    communeBulkForecast(input: $input) {
      __typename
      ... on BulkForecast {
        rows {
          householdId
          grams
          status
          refusal {
            message
            nextStep
          }
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
