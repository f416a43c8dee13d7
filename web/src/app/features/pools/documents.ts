import { graphql, type ResultOf } from '../../api/graphql.js';

/** What may stand in a new listing. */
export const LotsToPool = graphql(`
  query LotsToPool {
    lotsToPool(first: 100) {
      nodes {
        id
        crop {
          code
          nameVi
          nameEn
        }
        commune {
          name
        }
        household {
          name
        }
        grades {
          freeGrams
          grade {
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);
export type LotToPool = ResultOf<typeof LotsToPool>['lotsToPool']['nodes'][number];

export const MyPools = graphql(`
  query MyPools {
    myPooledListings(first: 20) {
      nodes {
        id
        closedAt
        note
        lotCount
        householdCount
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
        grades {
          freeGrams
          leastVndPerKg
          mostVndPerKg
          grade {
            code
            nameVi
            nameEn
          }
        }
      }
    }
  }
`);
export type Pool = ResultOf<typeof MyPools>['myPooledListings']['nodes'][number];

export const CreatePool = graphql(`
  mutation CreatePool($input: CreatePooledListingInput!) {
    createPooledListing(input: $input) {
      __typename
      ... on PooledListing {
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

export const ClosePool = graphql(`
  mutation ClosePool($input: ClosePooledListingInput!) {
    closePooledListing(input: $input) {
      __typename
      ... on PooledListing {
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
