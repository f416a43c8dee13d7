import { graphql } from '../../api/graphql.js';

export const MyDevices = graphql(`
  query MyDevices {
    myDevices {
      id
      name
      signedInAt
      lastSeenAt
      isThis
    }
  }
`);

export const EndDevice = graphql(`
  mutation EndDevice($input: SignOutDeviceInput!) {
    signOutDevice(input: $input) {
      __typename
      ... on DevicesSignedOut {
        count
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const EndOthers = graphql(`
  mutation EndOthers($input: SignOutOtherDevicesInput!) {
    signOutOtherDevices(input: $input) {
      __typename
      ... on DevicesSignedOut {
        count
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
