import { graphql } from '../../api/graphql.js';

export const OnePermit = graphql(`
  query OnePermit($id: ID!) {
    permit(id: $id) {
      id
      code
      state
      plate
      persons
      loadGrams
      validFrom
      validTo
      token
      revokeReason
      runId
      crop {
        nameVi
        nameEn
      }
      destination {
        name
      }
      reasons {
        code
        sentence
      }
    }
  }
`);

export const PermitForm = graphql(`
  query PermitForm($runId: ID!) {
    prefillPermitFromRun(runId: $runId) {
      plate
      driverName
      persons
      fromName
      loadGrams
      validFrom
      validTo
      crop {
        nameVi
        nameEn
      }
      destination {
        name
      }
      need {
        needed
        nextStep
        reasons {
          code
          sentence
        }
        requirements {
          code
          sentence
          isMet
        }
      }
      problems {
        code
        sentence
      }
      colleagues {
        id
        name
      }
    }
    healthProofs {
      id
      kind
      isNegative
      sampledAt
      resultAt
      validTo
    }
  }
`);

export const RecordProof = graphql(`
  mutation RecordProof($input: RecordHealthProofInput!) {
    recordHealthProof(input: $input) {
      __typename
      ... on HealthProof {
        id
        validTo
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

export const ApplyPermit = graphql(`
  mutation ApplyPermit($input: ApplyPermitInput!) {
    applyPermit(input: $input) {
      __typename
      ... on Permit {
        id
        state
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
