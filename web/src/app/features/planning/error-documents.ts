import { graphql } from '../../api/graphql.js';

export const MyForecastErrors = graphql(`
  query MyForecastErrors {
    myForecastErrors {
      days
      saidGrams
      weighedGrams
      biasPercent
      absolutePercent
      crop {
        code
        nameVi
        nameEn
      }
    }
  }
`);

export const ForecastErrorsRead = graphql(`
  query ForecastErrorsRead($cropCode: String, $after: String) {
    crops {
      code
      nameVi
      nameEn
    }
    forecastErrors(first: 100, cropCode: $cropCode, after: $after) {
      nodes {
        days
        saidGrams
        weighedGrams
        biasPercent
        absolutePercent
        crop {
          code
          nameVi
          nameEn
        }
        commune {
          name
        }
        household {
          id
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
