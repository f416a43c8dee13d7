import { graphql } from '../../api/graphql.js';
import { Standing } from './documents.js';

export const SignInAsStaff = graphql(
  `
    mutation SignInAsStaff($input: SignInStaffInput!) {
      signInStaff(input: $input) {
        __typename
        ...Standing
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [Standing],
);

export const StartSetUp = graphql(`
  mutation StartSetUp {
    startStaffSetUp {
      __typename
      ... on StaffSetUp {
        secret
        uri
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const FinishSetUp = graphql(`
  mutation FinishSetUp($input: FinishStaffSetUpInput!) {
    finishStaffSetUp(input: $input) {
      __typename
      ... on StaffReady {
        done
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const Recoveries = graphql(`
  query Recoveries {
    staffRecoveries {
      id
      name
      requestedBy
      reason
      requestedAt
      isForYou
    }
  }
`);

export const AskRecovery = graphql(`
  mutation AskRecovery($input: RequestStaffRecoveryInput!) {
    requestStaffRecovery(input: $input) {
      __typename
      ... on StaffRecoveryAsked {
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

export const AgreeToRecovery = graphql(`
  mutation AgreeToRecovery($input: ApproveStaffRecoveryInput!) {
    approveStaffRecovery(input: $input) {
      __typename
      ... on StaffRecoveryCode {
        code
        expiresAt
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
