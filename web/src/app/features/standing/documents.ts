import { graphql, type ResultOf } from '../../api/graphql.js';

export const MyStandingOrders = graphql(`
  query MyStandingOrders {
    myStandingOrders(first: 50) {
      nodes {
        id
        state
        weekdays
        crop {
          nameVi
          nameEn
        }
        lines {
          grams
        }
        occurrences {
          day
          state
          readyFrom
        }
      }
    }
  }
`);

export const StandingOrder = graphql(`
  query StandingOrder($id: ID!) {
    standingOrder(id: $id) {
      id
      version
      state
      weekdays
      leadHours
      crop {
        nameVi
        nameEn
      }
      template {
        id
        number
        destination {
          name
        }
      }
      lines {
        grams
        maxVndPerKg
        grade {
          code
          nameVi
          nameEn
        }
      }
      occurrences {
        day
        readyFrom
        readyTo
        opensAt
        state
        emptyReason
        isChanged
        isGathering
        lines {
          grams
          maxVndPerKg
          grade {
            code
            nameVi
            nameEn
          }
        }
        order {
          id
          number
          state
        }
      }
    }
  }
`);
export type Standing = NonNullable<ResultOf<typeof StandingOrder>['standingOrder']>;
export type Occurrence = Standing['occurrences'][0];

export const OrderToRepeat = graphql(`
  query OrderToRepeat($id: ID!) {
    order(id: $id) {
      number
      readyFrom
      readyTo
      crop {
        nameVi
        nameEn
      }
      destination {
        name
      }
      lines {
        wantedGrams
        maxVndPerKg
        grade {
          code
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const CreateStandingOrder = graphql(`
  mutation CreateStandingOrder($input: CreateStandingOrderInput!) {
    createStandingOrder(input: $input) {
      __typename
      ... on StandingOrder {
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

export const ChangeStandingOrder = graphql(`
  mutation ChangeStandingOrder($input: ChangeStandingOrderInput!) {
    changeStandingOrder(input: $input) {
      __typename
      ... on StandingOrder {
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

export const PauseStandingOrder = graphql(`
  mutation PauseStandingOrder($input: StandingOrderActInput!) {
    pauseStandingOrder(input: $input) {
      __typename
      ... on StandingOrder {
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

export const ResumeStandingOrder = graphql(`
  mutation ResumeStandingOrder($input: StandingOrderActInput!) {
    resumeStandingOrder(input: $input) {
      __typename
      ... on StandingOrder {
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

export const SkipOccurrence = graphql(`
  mutation SkipOccurrence($input: OccurrenceActInput!) {
    skipOccurrence(input: $input) {
      __typename
      ... on StandingOrder {
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

export const KeepOccurrence = graphql(`
  mutation KeepOccurrence($input: OccurrenceActInput!) {
    keepOccurrence(input: $input) {
      __typename
      ... on StandingOrder {
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
