import { graphql } from '../../api/graphql.js';

export const ImportHouseholds = graphql(`
  mutation ImportHouseholds($input: ImportHouseholdsInput!) {
    importHouseholds(input: $input) {
      __typename
      ... on HouseholdImport {
        rows {
          line
          name
          status
          problems {
            column
            refusal {
              message
              nextStep
            }
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
