import { graphql } from '../../api/graphql.js';

export const OrderFormFacts = graphql(`
  query OrderFormFacts {
    crops {
      code
      nameVi
      nameEn
      varieties {
        code
        nameVi
        nameEn
      }
      grades {
        code
        nameVi
        nameEn
        fruitsPerKg
      }
    }
    places(kind: WHOLESALE_MARKET) {
      id
      name
    }
  }
`);

export const MyBulkOrders = graphql(`
  query MyBulkOrders($after: String, $numberEndsWith: String) {
    myOrders(first: 20, after: $after, numberEndsWith: $numberEndsWith) {
      nodes {
        id
        number
        kind
        state
        wantedGrams
        readyFrom
        crop {
          code
          nameVi
          nameEn
        }
        destination {
          name
        }
        progress {
          acceptedGrams
          text
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const CreateOrder = graphql(`
  mutation CreateOrder($input: CreateBulkOrderInput!) {
    createBulkOrder(input: $input) {
      __typename
      ... on BulkOrder {
        id
        number
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

export const OneOrder = graphql(`
  query OneOrder($id: ID!) {
    order(id: $id) {
      id
      number
      kind
      state
      policy
      readyFrom
      readyTo
      wantedGrams
      minGrams
      paymentDays
      crop {
        code
        nameVi
        nameEn
      }
      destination {
        name
        lat
        lon
      }
      deduction {
        kind
        basisPoints
      }
      lines {
        grade {
          code
          nameVi
          nameEn
        }
        wantedGrams
        maxVndPerKg
      }
      progress {
        offered
        accepted
        declined
        expired
        waiting
        acceptedGrams
        wantedGrams
        households
        text
      }
      offers {
        id
        state
        grams
        askedGrams
        vndPerKg
        expiresAt
        grade {
          nameVi
          nameEn
        }
        commune {
          name
        }
        household {
          name
        }
      }
      deals {
        id
        number
        state
        totalGrams
        releaseBy
        household {
          name
          phone
        }
        commune {
          name
        }
        claims {
          id
          kind
          number
          validTo
        }
        lines {
          grams
          vndPerKg
          grade {
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);

export const PreviewOrder = graphql(`
  query PreviewOrder($orderId: ID!) {
    previewAllocation(orderId: $orderId) {
      __typename
      ... on AllocationPreview {
        policy
        wantedGrams
        plannedGrams
        coveragePercent
        goodsVnd
        transportVnd
        landedVndPerKg
        truckloads
        households
        communes
        lines {
          lotGradeId
          grams
          vndPerKg
          landedVndPerKg
          commune {
            id
            name
            lat
            lon
          }
          grade {
            nameVi
            nameEn
          }
        }
        fingerprint
        gapPercent
        nearest {
          kind
          sentence
        }
        shortfalls {
          gradeCode
          grams
        }
        excluded {
          lotId
          gradeCode
          grams
          reason
          sentence
        }
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

export const OfferOrder = graphql(`
  mutation OfferOrder($input: OfferAllocationInput!) {
    offerAllocation(input: $input) {
      __typename
      ... on BulkOrder {
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

export const CommitOrder = graphql(`
  mutation CommitOrder($input: CommitAllocationInput!) {
    commitAllocation(input: $input) {
      __typename
      ... on BulkOrder {
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

export const CancelOrder = graphql(`
  mutation CancelOrder($input: CancelOrderInput!) {
    cancelOrder(input: $input) {
      __typename
      ... on BulkOrder {
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

export const OrderSettlement = graphql(`
  query OrderSettlement($orderId: ID!) {
    settlementForOrder(orderId: $orderId) {
      totalVnd
      paidVnd
      confirmedVnd
      owedVnd
      payables {
        id
        dealId
        amountVnd
        state
        dueOn
        isOverdue
        vietQr
        bankName
        bankAccount
        payee {
          name
        }
        ticket {
          id
          number
          payableGrams
        }
      }
    }
  }
`);

export const DeclarePaid = graphql(`
  mutation DeclarePaid($input: DeclarePaidInput!) {
    declarePaid(input: $input) {
      __typename
      ... on PayablesDeclared {
        payables {
          id
          state
        }
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

export const OrderTold = graphql(`
  query OrderTold($orderId: ID!) {
    orderProgress(orderId: $orderId) {
      __typename
      ... on OrderTold {
        orderId
        households
        toCall
        text
      }
    }
  }
`);

export const OrderProgress = graphql(`
  subscription OrderProgress($orderId: ID!) {
    orderProgress(orderId: $orderId) {
      isMarketMoved
    }
  }
`);
