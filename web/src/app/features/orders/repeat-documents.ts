import { graphql, type ResultOf } from '../../api/graphql.js';

export const RepeatDraft = graphql(`
  query RepeatDraft($orderId: ID!, $day: Day!) {
    order(id: $orderId) {
      number
      crop {
        nameVi
        nameEn
      }
      destination {
        name
      }
    }
    repeatOrderDraft(orderId: $orderId, day: $day) {
      __typename
      ... on OrderDraft {
        readyFrom
        readyTo
        goneGrades
        isPoolGone
        lines {
          grams
          lastVndPerKg
          referenceVndPerKg
          maxVndPerKg
          grade {
            code
            nameVi
            nameEn
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
export type Draft = Extract<
  ResultOf<typeof RepeatDraft>['repeatOrderDraft'],
  { __typename: 'OrderDraft' }
>;

export const RepeatOrder = graphql(`
  mutation RepeatOrder($input: RepeatOrderInput!) {
    repeatOrder(input: $input) {
      __typename
      ... on BulkOrder {
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
