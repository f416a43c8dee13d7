import { graphql } from '../../api/graphql.js';

export const HeldNow = graphql(`
  query HeldNow {
    myHeldChanges {
      id
      kind
      masked
      effectiveAt
    }
  }
`);

export const AskPhone = graphql(`
  mutation AskPhone($input: ChangePhoneInput!) {
    changePhone(input: $input) {
      __typename
      ... on HeldChanges {
        waiting {
          id
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const AskPayout = graphql(`
  mutation AskPayout($input: ChangePayoutAccountInput!) {
    changePayoutAccount(input: $input) {
      __typename
      ... on HeldChanges {
        waiting {
          id
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const StopChange = graphql(`
  mutation StopChange($input: CancelHeldChangeInput!) {
    cancelHeldChange(input: $input) {
      __typename
      ... on HeldChanges {
        waiting {
          id
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
