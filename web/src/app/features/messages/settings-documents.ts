import { graphql } from '../../api/graphql.js';

export const HowToTell = graphql(`
  query HowToTell {
    messageSettings {
      id
      channels
      quietFrom
      quietTo
      muted
      pushKey
    }
  }
`);

export const ChangeHowToTell = graphql(`
  mutation ChangeHowToTell($input: UpdateMessageSettingsInput!) {
    updateMessageSettings(input: $input) {
      __typename
      ... on MessageSettings {
        id
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

export const SubscribePush = graphql(`
  mutation SubscribePush($input: SubscribePushInput!) {
    subscribePush(input: $input) {
      __typename
      ... on MessageSettings {
        id
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);

export const UnsubscribePush = graphql(`
  mutation UnsubscribePush($input: UnsubscribePushInput!) {
    unsubscribePush(input: $input) {
      __typename
      ... on MessageSettings {
        id
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);
