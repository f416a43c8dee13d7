import { graphql, type ResultOf } from '../../api/graphql.js';

export const SupplyFacts = graphql(`
  query SupplyFacts {
    crops {
      code
      nameVi
      nameEn
      grades {
        code
        nameVi
        nameEn
      }
    }
    adminUnits {
      id
      name
      kind
    }
    places(kind: WHOLESALE_MARKET) {
      id
      name
    }
  }
`);

export const SupplyOfDay = graphql(`
  query SupplyOfDay($day: Day!, $cropCode: String) {
    supplyOverview(day: $day, cropCode: $cropCode) {
      totalGrams
      rows {
        freeGrams
        lots
        leastVndPerKg
        mostVndPerKg
        commune {
          id
          name
        }
        crop {
          code
          nameVi
          nameEn
        }
        grade {
          code
          nameVi
          nameEn
        }
      }
    }
  }
`);
export type SupplyLine = ResultOf<typeof SupplyOfDay>['supplyOverview']['rows'][number];

export const RankedLots = graphql(`
  query RankedLots($filter: LotFilter, $near: ID) {
    rankedLots(first: 30, filter: $filter, near: $near) {
      nodes {
        id
        score
        reasons {
          factor
          points
          mostPoints
          figure
        }
        lot {
          id
          photoUrl
          readyFrom
          readyTo
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
            name
          }
          closure {
            kind
            source
            until
          }
          claims {
            id
            kind
          }
          grades {
            freeGrams
            askVndPerKg
            grade {
              code
              nameVi
              nameEn
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);
export type Ranked = ResultOf<typeof RankedLots>['rankedLots']['nodes'][number];

export const Alternatives = graphql(`
  query Alternatives($filter: LotFilter) {
    lotAlternatives(filter: $filter) {
      kind
      day
      grade {
        code
        nameVi
        nameEn
      }
      communes {
        id
        name
      }
      lots {
        id
        commune {
          name
        }
        grades {
          freeGrams
        }
      }
    }
  }
`);
export type Alternative = ResultOf<typeof Alternatives>['lotAlternatives'][number];

export const CoverageOfNeed = graphql(`
  query CoverageOfNeed($cropCode: String!, $gradeCodes: [String!]!, $grams: Grams!, $day: Day!) {
    coverage(cropCode: $cropCode, gradeCodes: $gradeCodes, grams: $grams, day: $day) {
      percent
      text
    }
  }
`);

export const PooledOnMarket = graphql(`
  query PooledOnMarket($cropCode: String) {
    pooledListings(first: 5, cropCode: $cropCode) {
      nodes {
        id
        coopName
        note
        lotCount
        householdCount
        crop {
          code
          nameVi
          nameEn
        }
        grades {
          freeGrams
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

export const SavedSearches = graphql(`
  query SavedSearches {
    mySavedSearches(first: 30) {
      nodes {
        id
        name
        alerts
        filter {
          text
          cropCode
          gradeCode
          minGrams
          communeIds
          maxVndPerKg
        }
      }
    }
    mySheet {
      atHour
    }
  }
`);
export type SavedSearch = ResultOf<typeof SavedSearches>['mySavedSearches']['nodes'][number];

export const SaveSearch = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      __typename
      ... on SavedSearch {
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

export const RemoveSearch = graphql(`
  mutation RemoveSearch($input: RemoveSavedSearchInput!) {
    removeSavedSearch(input: $input) {
      __typename
      ... on SavedSearchRemoved {
        searchId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const SubscribeSheet = graphql(`
  mutation SubscribeSheet($input: SubscribeSheetInput!) {
    subscribeSheet(input: $input) {
      __typename
      ... on SheetSubscription {
        atHour
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
