import { graphql } from '../../api/graphql.js';

export const LotAndOthers = graphql(`
  query LotAndOthers($id: ID!) {
    lot(id: $id) {
      id
      version
      state
      isMine
      openToAllAt
      readyTo
      crop {
        code
        nameVi
        nameEn
      }
      household {
        id
      }
    }
    knownBuyers(lotId: $id) {
      id
      name
      kind
    }
    myLots(first: 50) {
      nodes {
        id
        version
        state
        readyFrom
        readyTo
        crop {
          code
          nameVi
          nameEn
        }
        household {
          id
        }
        grades {
          freeGrams
        }
      }
    }
  }
`);

export const ShowFirst = graphql(`
  mutation ShowFirst($input: RestrictLotInput!) {
    restrictLot(input: $input) {
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

export const JoinLots = graphql(`
  mutation JoinLots($input: MergeLotsInput!) {
    mergeLots(input: $input) {
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
