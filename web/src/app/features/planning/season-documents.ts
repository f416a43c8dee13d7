import { graphql, type ResultOf } from '../../api/graphql.js';

export const MyPlans = graphql(`
  query MyPlans {
    myProductionPlans(first: 50) {
      nodes {
        id
        season
        state
        expectedG
        areaM2
        firstDay
        lastDay
        reviewNote
        version
        flags
        crop {
          code
          nameVi
          nameEn
        }
      }
    }
    cropCalendar {
      windows {
        cropCode
        varietyCode
        season
        opens
        closes
        shelfDaysFrom
        shelfDaysTo
        crop {
          code
          nameVi
          nameEn
        }
      }
    }
  }
`);

export type CropWindow = ResultOf<typeof MyPlans>['cropCalendar']['windows'][number];
export type MyPlan = ResultOf<typeof MyPlans>['myProductionPlans']['nodes'][number];

export const SavePlan = graphql(`
  mutation SavePlan($input: SavePlanInput!) {
    saveProductionPlan(input: $input) {
      __typename
      ... on ProductionPlan {
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

export const PlansToReview = graphql(`
  query PlansToReview($filter: PlanFilterInput, $after: String) {
    productionPlans(first: 50, after: $after, filter: $filter) {
      nodes {
        id
        season
        state
        expectedG
        areaM2
        firstDay
        lastDay
        reviewNote
        version
        flags
        kgPerHa
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
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export type ReviewedPlan = ResultOf<typeof PlansToReview>['productionPlans']['nodes'][number];

export const ReviewPlan = graphql(`
  mutation ReviewPlan($input: ReviewPlanInput!) {
    reviewProductionPlan(input: $input) {
      __typename
      ... on ProductionPlan {
        id
        state
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const FieldEvents = graphql(`
  query FieldEvents {
    fieldEvents(first: 30) {
      nodes {
        id
        kind
        firstDay
        lastDay
        lossBp
        note
        plots
        forecasts
        commune {
          name
        }
        crop {
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const ReportFieldEvent = graphql(`
  mutation ReportFieldEvent($input: FieldEventInput!) {
    reportFieldEvent(input: $input) {
      __typename
      ... on FieldEvent {
        id
        forecasts
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
