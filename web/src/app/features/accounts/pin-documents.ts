import { graphql } from '../../api/graphql.js';

export const WritePin = graphql(`
  mutation WritePin($input: SetPinInput!) {
    setPin(input: $input) {
      __typename
      ... on PinSet {
        partyId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const DropPin = graphql(`
  mutation DropPin($input: ResetPinInput!) {
    resetPin(input: $input) {
      __typename
      ... on PinSet {
        partyId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const LeaveProfile = graphql(`
  mutation LeaveProfile {
    leaveProfile
  }
`);
