import { graphql, type ResultOf } from '../../api/graphql.js';

const ChangeFacts = graphql(`
  fragment ChangeFacts on OrderChange {
    id
    proposedBy
    note
    state
    expiresAt
    parts {
      dealId
      acceptedAt
    }
  }
`);
export type ChangeFacts = ResultOf<typeof ChangeFacts>;

const ChangePreview = graphql(`
  fragment ChangePreview on OrderChangePreview {
    gramsBefore
    grams
    goodsVndBefore
    goodsVnd
    seen
    parts {
      dealId
      dealNumber
      readyFromBefore
      readyToBefore
      readyFrom
      readyTo
      grades {
        gramsBefore
        grams
        grade {
          code
          nameVi
          nameEn
        }
      }
    }
    rides {
      runNumber
      plate
      leftOut
      loadBefore
      loadAfter
      permit
    }
  }
`);
export type ChangePreview = ResultOf<typeof ChangePreview>;

export const ChangeOfOrder = graphql(
  `
    query ChangeOfOrder($id: ID!) {
      order(id: $id) {
        id
        number
        readyFrom
        readyTo
        deals {
          id
          number
          state
          readyFrom
          readyTo
          household {
            name
          }
          lines {
            grams
            grade {
              code
              nameVi
              nameEn
            }
          }
        }
        change {
          ...ChangeFacts
        }
      }
    }
  `,
  [ChangeFacts],
);

export const ChangeOfDeal = graphql(
  `
    query ChangeOfDeal($id: ID!) {
      deal(id: $id) {
        id
        orderId
        number
        state
        readyFrom
        readyTo
        household {
          name
        }
        lines {
          grams
          grade {
            code
            nameVi
            nameEn
          }
        }
        change {
          ...ChangeFacts
        }
      }
    }
  `,
  [ChangeFacts],
);
export type ChangeableDeal = Pick<
  NonNullable<ResultOf<typeof ChangeOfDeal>['deal']>,
  'id' | 'number' | 'household' | 'lines'
>;

export const PreviewChange = graphql(
  `
    query PreviewChange($input: OrderChangeWishInput!) {
      previewOrderChange(input: $input) {
        __typename
        ... on OrderChangePreview {
          ...ChangePreview
        }
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [ChangePreview],
);

export const Consequences = graphql(
  `
    query Consequences($changeId: ID!) {
      orderChangeConsequences(changeId: $changeId) {
        __typename
        ... on OrderChangePreview {
          ...ChangePreview
        }
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [ChangePreview],
);

export const ProposeChange = graphql(`
  mutation ProposeChange($input: ProposeOrderChangeInput!) {
    proposeOrderChange(input: $input) {
      __typename
      ... on OrderChange {
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

export const ConfirmChange = graphql(`
  mutation ConfirmChange($input: ConfirmOrderChangeInput!) {
    confirmOrderChange(input: $input) {
      __typename
      ... on OrderChange {
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

export const WithdrawChange = graphql(`
  mutation WithdrawChange($input: WithdrawOrderChangeInput!) {
    withdrawOrderChange(input: $input) {
      __typename
      ... on OrderChange {
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
