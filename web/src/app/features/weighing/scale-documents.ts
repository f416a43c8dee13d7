import { graphql } from '../../api/graphql.js';

export const ScaleTicket = graphql(`
  query ScaleTicket($id: ID!) {
    weighTicket(id: $id) {
      id
      number
      state
      disputeReason
      unaskedGrams
      overAskedAt
      crop {
        code
        nameVi
        nameEn
      }
      household {
        name
      }
      deduction {
        kind
        basisPoints
        gramsPerCrate
      }
      deal {
        id
        lines {
          grams
          vndPerKg
          grade {
            code
            nameVi
            nameEn
          }
        }
      }
      rows {
        id
        seq
        grade {
          code
        }
        grossGrams
        crateCode
        crates
        tareGrams
        weighedAt
        isRemoved
      }
    }
    crateTypes {
      code
      nameVi
      nameEn
      tareG
    }
  }
`);

export const OpenScale = graphql(`
  mutation OpenScale($input: OpenWeighSessionInput!) {
    openWeighSession(input: $input) {
      __typename
      ... on WeighTicket {
        id
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

export const RecordWeigh = graphql(`
  mutation RecordWeigh($input: RecordWeighInput!) {
    recordWeigh(input: $input) {
      __typename
      ... on WeighTicket {
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

export const CorrectWeigh = graphql(`
  mutation CorrectWeigh($input: CorrectWeighInput!) {
    correctWeigh(input: $input) {
      __typename
      ... on WeighTicket {
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

export const RemoveWeigh = graphql(`
  mutation RemoveWeigh($input: RemoveWeighInput!) {
    removeWeigh(input: $input) {
      __typename
      ... on WeighTicket {
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

export const SubmitTicket = graphql(`
  mutation SubmitTicket($input: SubmitWeighTicketInput!) {
    submitWeighTicket(input: $input) {
      __typename
      ... on WeighTicket {
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
