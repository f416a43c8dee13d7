import { graphql } from '../../api/graphql.js';

export const MessageMonth = graphql(`
  query MessageMonth {
    messageStats {
      month
      payers {
        payerId
        payerName
        zalo
        sms
        otp
        spentVnd
        capVnd
        isNearCap
      }
      channels {
        channel
        tried
        delivered
        read
        failed
      }
    }
  }
`);

export const Templates = graphql(`
  query Templates {
    messageTemplates {
      kind
      version
      zaloTemplateId
      zalo
      sms
      blanks
      zaloLength
      smsLength
      channels
      patienceMinutes
    }
  }
`);

export const WriteTemplate = graphql(`
  mutation WriteTemplate($input: UpdateTemplateInput!) {
    updateTemplate(input: $input) {
      __typename
      ... on MessageTemplate {
        kind
        version
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

export const SetCap = graphql(`
  mutation SetCap($input: SetMessageCapInput!) {
    setMessageCap(input: $input) {
      __typename
      ... on MessageStats {
        month
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
