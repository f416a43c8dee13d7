import { graphql } from '../../api/graphql.js';

export const ClosuresNow = graphql(`
  query ClosuresNow {
    closures {
      id
      source
      from
      until
      commune {
        name
      }
    }
    adminUnits {
      id
      name
      kind
    }
  }
`);

export const ClosureOutlook = graphql(`
  query ClosureOutlook($communeId: ID!, $from: DateTime!, $to: DateTime) {
    previewClosure(communeId: $communeId, from: $from, to: $to) {
      __typename
      ... on ClosurePreview {
        lots
        lotGrams
        households
        offers
        offerGrams
        deals
        dealGrams
        runs
        permits
        orders {
          number
          grams
          readyFrom
        }
        runsListed {
          number
          plate
          startsAt
        }
      }
      ... on Refused {
        message
        nextStep
      }
    }
  }
`);

export const CloseCommune = graphql(`
  mutation CloseCommune($input: ApplyClosureInput!) {
    applyClosure(input: $input) {
      __typename
      ... on CommuneClosure {
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

export const OpenCommune = graphql(`
  mutation OpenCommune($input: LiftClosureInput!) {
    liftClosure(input: $input) {
      __typename
      ... on CommuneClosure {
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
