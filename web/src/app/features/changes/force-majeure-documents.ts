import { graphql } from '../../api/graphql.js';

export const ClaimedEndings = graphql(`
  query ClaimedEndings {
    dealEndings(first: 50, forceMajeure: CLAIMED) {
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
        hasNextPage
      }
    }
  }
`);

export const WithdrawalsToDecide = graphql(`
  query WithdrawalsToDecide {
    withdrawalsToDecide(first: 50) {
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
