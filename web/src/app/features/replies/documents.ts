import { graphql } from '../../api/graphql.js';

export const CallList = graphql(`
  query CallList {
    callList {
      orderId
      orderNumber
      householdId
      householdName
      phones
      crop {
        nameVi
        nameEn
      }
      grams
      vndPerKg
      readyFrom
      expiresAt
      isTold
      lastOutcome
      lastCallAt
      calls
    }
  }
`);

export const RecordCall = graphql(`
  mutation RecordCall($input: RecordCallAnswerInput!) {
    recordCallAnswer(input: $input) {
      __typename
      ... on CallRecorded {
        orderId
        householdId
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);
