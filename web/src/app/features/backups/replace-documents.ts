import { graphql, type ResultOf } from '../../api/graphql.js';

/** Kept on the driver's phone together with the run. */
export const RunReplacements = graphql(`
  query RunReplacements($runId: ID!) {
    runReplacements(runId: $runId) {
      __typename
      ... on RunReplacements {
        stops {
          stopId
          counted
          room
          balance {
            promised
            expected
            tolerance
          }
          options {
            backupId
            leastGrams
            detourMinutes
            backup {
              grams
              vndPerKg
              commune {
                name
              }
              household {
                name
              }
            }
          }
        }
      }
      ... on Refused {
        message
        nextStep
      }
    }
  }
`);

type Answer = ResultOf<typeof RunReplacements>['runReplacements'];
export type StopSpares = Extract<Answer, { __typename: 'RunReplacements' }>['stops'][number];

export const ReplaceAllocation = graphql(`
  mutation ReplaceAllocation($input: ReplaceAllocationInput!) {
    replaceAllocation(input: $input) {
      __typename
      ... on Run {
        id
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);
