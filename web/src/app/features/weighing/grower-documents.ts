import { graphql } from '../../api/graphql.js';

export const MyTickets = graphql(`
  query MyTickets($after: String) {
    myWeighTickets(first: 50, after: $after) {
      nodes {
        id
        number
        state
        payableGrams
        amountVnd
        submittedAt
        crop {
          nameVi
          nameEn
        }
        buyer {
          name
        }
        household {
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const OneTicket = graphql(`
  query OneTicket($id: ID!) {
    weighTicket(id: $id) {
      id
      number
      state
      payableGrams
      amountVnd
      submittedAt
      confirmedAt
      confirmMethod
      disputeReason
      unaskedGrams
      crop {
        nameVi
        nameEn
      }
      buyer {
        name
        phone
      }
      household {
        name
      }
      deal {
        id
      }
      deduction {
        kind
        basisPoints
        gramsPerCrate
      }
      lines {
        crates
        grossGrams
        tareGrams
        deductionGrams
        payableGrams
        vndPerKg
        amountVnd
        grade {
          code
          nameVi
          nameEn
        }
      }
      rows {
        id
        seq
        grossGrams
        tareGrams
        crates
        weighedAt
        isRemoved
        grade {
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const ConfirmTicket = graphql(`
  mutation ConfirmTicket($input: ConfirmWeighInput!) {
    confirmWeigh(input: $input) {
      __typename
      ... on WeighTicket {
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

export const DisputeTicket = graphql(`
  mutation DisputeTicket($input: DisputeWeighInput!) {
    disputeWeigh(input: $input) {
      __typename
      ... on WeighTicket {
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
