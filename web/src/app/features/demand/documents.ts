import { graphql, type ResultOf } from '../../api/graphql.js';

const Need = graphql(`
  fragment Need on Demand {
    id
    number
    note
    buyerName
    readyFrom
    days
    missingGrams
    saidGrams
    households
    crop {
      code
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
    said {
      day
      gradeCode
      grams
      households
    }
    mySaid {
      day
      gradeCode
      grams
    }
  }
`);
export type Need = ResultOf<typeof Need>;

export const DemandBoard = graphql(
  `
    query DemandBoard($after: String) {
      demandBoard(first: 30, after: $after) {
        nodes {
          ...Need
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [Need],
);

export const DemandOfOrder = graphql(
  `
    query DemandOfOrder($orderId: ID!) {
      demand(orderId: $orderId) {
        ...Need
      }
    }
  `,
  [Need],
);

export const AnswerDemand = graphql(`
  mutation AnswerDemand($input: AnswerDemandInput!) {
    answerDemand(input: $input) {
      __typename
      ... on Demand {
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

export const PublishDemand = graphql(`
  mutation PublishDemand($input: PublishDemandInput!) {
    publishDemand(input: $input) {
      __typename
      ... on Demand {
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

export const EndDemand = graphql(`
  mutation EndDemand($input: EndDemandInput!) {
    endDemand(input: $input) {
      __typename
      ... on DemandEnded {
        orderId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
