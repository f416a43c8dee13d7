import { graphql } from '../../api/graphql.js';

export const SupplyBoardQuery = graphql(`
  query SupplyBoard($day: Day!) {
    supplyDashboard(day: $day) {
      dataAt
      rows {
        communeId
        cropCode
        commune {
          id
          code
          name
          lat
          lon
        }
        crop {
          code
          nameVi
          nameEn
        }
        plannedGrams
        forecastGrams
        carriedGrams
        unknownHouseholds
        offeredGrams
        committedGrams
        weighedGrams
        unsoldGrams
      }
      totals {
        plannedGrams
        forecastGrams
        carriedGrams
        unknownHouseholds
        offeredGrams
        committedGrams
        weighedGrams
        unsoldGrams
      }
      yesterday {
        plannedGrams
        forecastGrams
        carriedGrams
        unknownHouseholds
        offeredGrams
        committedGrams
        weighedGrams
        unsoldGrams
      }
    }
  }
`);

export const SupplyRowsQuery = graphql(`
  query SupplyRows($day: Day!, $communeId: ID!, $cropCode: String!, $measure: SupplyMeasure!) {
    supplyRows(day: $day, communeId: $communeId, cropCode: $cropCode, measure: $measure) {
      household
      label
      at
      grams
    }
    crops {
      code
      nameVi
      nameEn
    }
    adminUnits {
      id
      name
    }
  }
`);

export const ForwardCurveQuery = graphql(`
  query ForwardCurve($cropCode: String!, $from: Day!) {
    forwardCurve(cropCode: $cropCode, from: $from) {
      day
      forecastGrams
      committedGrams
      truckCapacityGrams
      unknownHouseholds
      isGlut
    }
    crops {
      code
      nameVi
      nameEn
    }
  }
`);

export const SupplyChanged = graphql(`
  subscription SupplyChanged {
    supplyChanged {
      dataAt
    }
  }
`);
