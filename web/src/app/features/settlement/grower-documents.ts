import { graphql } from '../../api/graphql.js';

export const MyPayables = graphql(`
  query MyPayables($after: String) {
    myPayables(first: 80, after: $after) {
      nodes {
        id
        dealId
        amountVnd
        state
        dueOn
        isOverdue
        method
        reference
        declaredAt
        confirmedAt
        contestReason
        payer {
          name
          phone
        }
        payee {
          name
        }
        ticket {
          id
          number
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const ConfirmReceived = graphql(`
  mutation ConfirmReceived($input: ConfirmReceivedInput!) {
    confirmReceived(input: $input) {
      __typename
      ... on Payable {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
        field
      }
    }
  }
`);

export const ContestPayment = graphql(`
  mutation ContestPayment($input: ContestPaymentInput!) {
    contestPayment(input: $input) {
      __typename
      ... on Payable {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
        field
      }
    }
  }
`);
