import { graphql, type ResultOf } from '../../api/graphql.js';

/** A plan, lot by lot, with what it leaves in question. */
const SharePlan = graphql(`
  fragment SharePlan on AllocationPreview {
    wantedGrams
    plannedGrams
    gini
    fingerprint
    grades {
      wantedGrams
      mostGrams
      grade {
        code
        nameVi
        nameEn
      }
    }
    shares {
      lotGradeId
      lotCode
      householdNumber
      offeredGrams
      leastGrams
      takenGrams
      sentence
      household {
        name
      }
      commune {
        name
      }
      grade {
        code
        nameVi
        nameEn
      }
    }
  }
`);
export type SharePlan = ResultOf<typeof SharePlan>;
export type Share = SharePlan['shares'][number];

export const PartPreview = graphql(
  `
    query PartPreview($orderId: ID!, $policy: AllocationPolicy, $takes: [GradeTakeInput!]) {
      previewDemandAsCoop(orderId: $orderId, policy: $policy, takes: $takes) {
        __typename
        ... on AllocationPreview {
          ...SharePlan
        }
        ... on Refused {
          message
          nextStep
        }
      }
    }
  `,
  [SharePlan],
);

export const AcceptDemandAsCoop = graphql(`
  mutation AcceptDemandAsCoop($input: AcceptDemandAsCoopInput!) {
    acceptDemandAsCoop(input: $input) {
      __typename
      ... on CoopPart {
        grams
        households
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const OrderShares = graphql(
  `
    query OrderShares($orderId: ID!) {
      order(id: $orderId) {
        number
      }
      previewAllocation(orderId: $orderId) {
        __typename
        ... on AllocationPreview {
          ...SharePlan
        }
        ... on Refused {
          message
          nextStep
        }
      }
    }
  `,
  [SharePlan],
);

export const OfferByHand = graphql(`
  mutation OfferByHand($input: OfferAllocationInput!) {
    offerAllocation(input: $input) {
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

export const HandPlans = graphql(`
  query HandPlans($orderId: ID!) {
    handPlans(orderId: $orderId) {
      id
      madeAt
      reason
      gini
      computedGini
      shares {
        lotCode
        computedGrams
        ownGrams
        household {
          name
        }
        commune {
          name
        }
        grade {
          nameVi
          nameEn
        }
      }
    }
  }
`);
