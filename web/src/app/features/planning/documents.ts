import { graphql, type ResultOf } from '../../api/graphql.js';

export const Reports = graphql(`
  query Reports($from: Day!, $to: Day!) {
    myForecasts(from: $from, to: $to) {
      id
      day
      grams
      source
      crop {
        code
        nameVi
        nameEn
      }
      household {
        id
        name
      }
    }
  }
`);

export const HeldReports = graphql(`
  query HeldReports($from: Day!, $to: Day!) {
    heldForecasts(from: $from, to: $to) {
      id
      day
      grams
      crop {
        code
        nameVi
        nameEn
      }
      household {
        id
      }
    }
  }
`);

export type Report = ResultOf<typeof Reports>['myForecasts'][number];

export const ReportForecast = graphql(`
  mutation ReportForecast($input: ReportForecastInput!) {
    reportForecast(input: $input) {
      __typename
      ... on Forecast {
        id
      }
      ... on Refusal {
        code
        message
        nextStep
      }
    }
  }
`);
