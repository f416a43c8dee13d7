import { graphql } from '../../api/graphql.js';

export const ClaimedEndings = graphql(`
  query ClaimedEndings($after: String) {
    dealEndings(first: 50, forceMajeure: CLAIMED, after: $after) {
      nodes {
        dealId
        cause
        atFault
        note
        reply
        endedAt
        deal {
          number
          totalGrams
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
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const WithdrawalsToDecide = graphql(`
  query WithdrawalsToDecide($after: String) {
    withdrawalsToDecide(first: 50, after: $after) {
      nodes {
        id
        householdName
        brokenCount
        brokenGrams
        note
        createdAt
        crop {
          nameVi
          nameEn
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const DecideWithdrawal = graphql(`
  mutation DecideWithdrawal($input: DecideWithdrawalInput!) {
    decideWithdrawal(input: $input) {
      __typename
      ... on Lot {
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

export const DecideEnding = graphql(`
  mutation DecideEnding($input: DecideForceMajeureInput!) {
    decideForceMajeure(input: $input) {
      __typename
      ... on DealEnding {
        dealId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
