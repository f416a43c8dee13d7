import { graphql } from '../../api/graphql.js';

export const DealToEnd = graphql(`
  query DealToEnd($id: ID!) {
    deal(id: $id) {
      id
      number
      orderId
      state
      readyFrom
      totalGrams
      depositVnd
      depositDueAt
      releaseBy
      cancelTerms {
        afterDispatchBp
        atGateBp
      }
      buyer {
        name
      }
      household {
        name
      }
      runStop {
        plate
        issue
      }
      ending {
        cause
        atFault
        saidBy
        note
        stage
        damagesVnd
        fromDepositVnd
        depositReturnedVnd
        toPayVnd
        payer
        endedAt
        replyUntil
        reply
        forceMajeure
        decisionNote
      }
    }
  }
`);

export const CancellationOutlook = graphql(`
  query CancellationOutlook($dealId: ID!, $cause: EndingCause!) {
    previewCancellation(dealId: $dealId, cause: $cause) {
      __typename
      ... on CancellationPreview {
        stage
        goodsVnd
        damagesVnd
        fromDepositVnd
        depositReturnedVnd
        toPayVnd
        payer
        plate
        isForceMajeure
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

export const CancelDeal = graphql(`
  mutation CancelDeal($input: CancelDealInput!) {
    cancelDeal(input: $input) {
      __typename
      ... on DealEnding {
        dealId
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

export const ReportBreach = graphql(`
  mutation ReportBreach($input: ReportBreachInput!) {
    reportBreach(input: $input) {
      __typename
      ... on DealEnding {
        dealId
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

export const ReplyToBreach = graphql(`
  mutation ReplyToBreach($input: ReplyToBreachInput!) {
    replyToBreach(input: $input) {
      __typename
      ... on DealEnding {
        dealId
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
