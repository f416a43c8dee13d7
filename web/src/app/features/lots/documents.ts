import { graphql, type ResultOf } from '../../api/graphql.js';

/** Crops with their varieties and grades: changes once a season, so the phone's copy is as good as new. */
export const CropBook = graphql(`
  query CropBook {
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
        fruitGFrom
        fruitGTo
      }
    }
  }
`);

export type Crop = ResultOf<typeof CropBook>['crops'][number];
export type CropGrade = Crop['grades'][number];

const LotFacts = graphql(`
  fragment LotFacts on Lot {
    id
    state
    closeReason
    version
    isMine
    readyFrom
    readyTo
    minTakeGrams
    pickupNote
    photoUrl
    sprayedOn
    intervalDays
    publishedAt
    crop {
      code
      nameVi
      nameEn
    }
    variety {
      code
      nameVi
      nameEn
    }
    commune {
      id
      name
    }
    closure {
      kind
      source
      until
    }
    withdrawal {
      forceMajeure
      decisionNote
    }
    household {
      id
      name
    }
    grades {
      id
      offeredGrams
      freeGrams
      reservedGrams
      weighedGrams
      askVndPerKg
      grade {
        code
        nameVi
        nameEn
        fruitsPerKg
        fruitGFrom
        fruitGTo
      }
    }
  }
`);

export type Lot = ResultOf<typeof LotFacts>;
export type LotLine = Lot['grades'][number];

export const MyLots = graphql(
  `
    query MyLots($first: Int!, $after: String) {
      myLots(first: $first, after: $after) {
        nodes {
          ...LotFacts
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [LotFacts],
);

export const OneLot = graphql(
  `
    query OneLot($id: ID!) {
      lot(id: $id) {
        ...LotFacts
      }
    }
  `,
  [LotFacts],
);

export const CreateLot = graphql(`
  mutation CreateLot($input: CreateLotInput!) {
    createLot(input: $input) {
      __typename
      ... on Lot {
        id
        version
      }
      ... on Refusal {
        code
        message
        nextStep
      }
    }
  }
`);

export const RepeatLot = graphql(`
  mutation RepeatLot($input: RepeatLotInput!) {
    repeatLot(input: $input) {
      __typename
      ... on Lot {
        id
        version
      }
      ... on Refusal {
        code
        message
        nextStep
      }
    }
  }
`);

export const UpdateLot = graphql(
  `
    mutation UpdateLot($input: UpdateLotInput!) {
      updateLot(input: $input) {
        __typename
        ...LotFacts
        ... on VersionConflict {
          message
          nextStep
          current {
            ...LotFacts
          }
        }
        ... on BelowReserved {
          message
          nextStep
          reservations {
            gradeCode
            reservedGrams
          }
        }
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [LotFacts],
);

export const PublishLot = graphql(`
  mutation PublishLot($input: PublishLotInput!) {
    publishLot(input: $input) {
      __typename
      ... on Lot {
        id
        version
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const PauseLot = graphql(`
  mutation PauseLot($input: PauseLotInput!) {
    pauseLot(input: $input) {
      __typename
      ... on Lot {
        id
        version
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const ResumeLot = graphql(`
  mutation ResumeLot($input: ResumeLotInput!) {
    resumeLot(input: $input) {
      __typename
      ... on Lot {
        id
        version
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const WithdrawLot = graphql(`
  mutation WithdrawLot($input: WithdrawLotInput!) {
    withdrawLot(input: $input) {
      __typename
      ... on Lot {
        id
        version
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const WithdrawalOutlook = graphql(`
  query WithdrawalOutlook($lotId: ID!) {
    withdrawalConsequences(lotId: $lotId) {
      freeGrams
      needsReason
      brokenCount
      promises {
        id
        orderNumber
        gradeCode
        grams
        fate
      }
    }
  }
`);

export const PlaceLotOrder = graphql(`
  mutation PlaceLotOrder($input: PlaceLotOrderInput!) {
    placeLotOrder(input: $input) {
      __typename
      ... on BulkOrder {
        id
        number
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
