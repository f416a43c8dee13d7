import { graphql, type ResultOf } from '../../api/graphql.js';

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
export type KnownContainer = NonNullable<
  ResultOf<typeof ContainerWeightsRead>['containerWeights']
>['weights'][number];

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
