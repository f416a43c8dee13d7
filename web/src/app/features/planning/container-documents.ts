import { graphql } from '../../api/graphql.js';

export const ContainerWeightsRead = graphql(`
  query ContainerWeightsRead($householdId: UUID) {
    containerWeights(householdId: $householdId) {
      householdId
      weights {
        container
        grams
      }
    }
  }
`);

export const SetContainerWeight = graphql(`
  mutation SetContainerWeight($input: SetContainerWeightInput!) {
    setContainerWeight(input: $input) {
      __typename
      ... on ContainerWeights {
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
