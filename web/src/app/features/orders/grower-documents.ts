import { graphql } from '../../api/graphql.js';

export const MyOffers = graphql(`
  query MyOffers($waitingOnly: Boolean!, $after: String) {
    myOffers(first: 60, waitingOnly: $waitingOnly, after: $after) {
      nodes {
        id
        orderId
        orderNumber
        state
        grams
        askedGrams
        leastPartGrams
        vndPerKg
        amountVnd
        readyFrom
        expiresAt
        paymentDays
        crop {
          nameVi
          nameEn
        }
        grade {
          code
          nameVi
          nameEn
        }
        deduction {
          kind
          basisPoints
          gramsPerCrate
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

export const AnswerOffer = graphql(`
  mutation AnswerOffer($input: RespondAllocationOfferInput!) {
    respondAllocationOffer(input: $input) {
      __typename
      ... on AllocationOffer {
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

export const MyDeals = graphql(`
  query MyDeals($after: String) {
    myDeals(first: 50, after: $after) {
      nodes {
        id
        number
        state
        readyFrom
        totalGrams
        crop {
          code
          nameVi
          nameEn
        }
        buyer {
          name
        }
        household {
          name
        }
        runStop {
          plate
          plannedAt
          state
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const OneDeal = graphql(`
  query OneDeal($id: ID!) {
    deal(id: $id) {
      id
      number
      orderId
      state
      readyFrom
      releaseBy
      totalGrams
      paymentDays
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
      destination {
        name
      }
      deduction {
        kind
        basisPoints
        gramsPerCrate
      }
      lines {
        grams
        vndPerKg
        grade {
          code
          nameVi
          nameEn
        }
      }
      runStop {
        plate
        plannedAt
        state
        issue
        driver {
          name
          phone
        }
      }
      ticket {
        id
        number
        state
      }
    }
  }
`);

export const WhyChosen = graphql(`
  query WhyChosen($orderId: ID!) {
    allocationExplanation(orderId: $orderId) {
      chosen
      sentence
      policySentence
      limits
      askedGrams
      byHandReason
      computedGrams
    }
  }
`);
