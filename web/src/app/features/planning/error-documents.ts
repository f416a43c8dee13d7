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
  query ForecastErrorsRead($cropCode: String) {
    crops {
      code
      nameVi
      nameEn
    }
    forecastErrors(first: 100, cropCode: $cropCode) {
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
        hasNextPage
      }
    }
  }
`);
