import { graphql } from '../../api/graphql.js';

export const Checkpoints = graphql(`
  query Checkpoints {
    places(kind: CHECKPOINT) {
      id
      code
      name
      road
    }
  }
`);

export const PostBundle = graphql(`
  query PostBundle {
    checkpointBundle {
      keys
      revocations
      issuedAt
    }
  }
`);

export const StartShift = graphql(`
  mutation StartShift($input: StartShiftInput!) {
    startShift(input: $input) {
      __typename
      ... on CheckpointBundle {
        issuedAt
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);

export const VerifyPermit = graphql(`
  query VerifyPermit($text: String!, $checkpointId: ID) {
    verifyPermit(text: $text, checkpointId: $checkpointId) {
      verdict
      reason
      sentence
    }
  }
`);

export const PermitByCode = graphql(`
  query PermitByCode($code: String!, $plateLast4: String!) {
    permitByCode(code: $code, plateLast4: $plateLast4) {
      verdict
      reason
      sentence
      plate
      validTo
    }
  }
`);

export const RecordScan = graphql(`
  mutation RecordScan($input: RecordScanInput!) {
    recordScan(input: $input) {
      __typename
      ... on ScansRecorded {
        accepted
        duplicates
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);
