import { graphql, type ResultOf } from '../../api/graphql.js';

export const MyRuns = graphql(`
  query MyRuns($after: String) {
    myRuns(first: 20, after: $after) {
      nodes {
        id
        number
        state
        startsAt
        loadGrams
        vehicle {
          plate
        }
        destination {
          name
        }
        stops {
          kind
          state
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const OneRun = graphql(`
  query OneRun($id: ID!) {
    run(id: $id) {
      id
      number
      state
      startsAt
      endsAt
      loadGrams
      km
      persons
      cancelReason
      vehicle {
        plate
        payloadGrams
      }
      driver {
        id
        name
      }
      requester {
        id
        name
        phone
      }
      destination {
        name
      }
      permit {
        id
        code
        state
        validFrom
        validTo
        reasons {
          sentence
        }
      }
      permitNeed {
        needed
        nextStep
        reasons {
          code
          sentence
        }
        requirements {
          code
          sentence
          isMet
        }
      }
      stops {
        id
        seq
        kind
        state
        grams
        plannedAt
        arrivedAt
        doneAt
        issue
        household {
          name
          phone
        }
        deal {
          id
          commune {
            name
          }
        }
        ticket {
          id
          state
          payableGrams
        }
      }
    }
  }
`);

export type Run = NonNullable<ResultOf<typeof OneRun>['run']>;

export const AcceptRun = graphql(`
  mutation AcceptRun($input: AcceptRunInput!) {
    acceptRun(input: $input) {
      __typename
      ... on Run {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
        field
      }
    }
  }
`);

export const StartRun = graphql(`
  mutation StartRun($input: StartRunInput!) {
    startRun(input: $input) {
      __typename
      ... on Run {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
        field
      }
    }
  }
`);

export const DeliverRun = graphql(`
  mutation DeliverRun($input: DeliverRunInput!) {
    deliverRun(input: $input) {
      __typename
      ... on Run {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
        field
      }
    }
  }
`);

export const ArriveStop = graphql(`
  mutation ArriveStop($input: ArriveStopInput!) {
    arriveStop(input: $input) {
      __typename
      ... on Run {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);

export const CompleteStop = graphql(`
  mutation CompleteStop($input: CompleteStopInput!) {
    completeStop(input: $input) {
      __typename
      ... on Run {
        id
        state
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);
