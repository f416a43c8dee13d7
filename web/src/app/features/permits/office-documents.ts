import { graphql } from '../../api/graphql.js';

export const PermitDesk = graphql(`
  query PermitDesk {
    permitQueue {
      id
      code
      plate
      persons
      loadGrams
      validFrom
      validTo
      createdAt
      isClaimedByMe
      claimedUntil
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
      crew {
        personId
        name
        proofs {
          id
          kind
          isNegative
          sampledAt
        }
      }
    }
    rulePacks {
      code
      version
      nameVi
      effectiveFrom
      effectiveTo
      isInForce
    }
  }
`);

export const ClaimPermit = graphql(`
  mutation ClaimPermit($input: ClaimPermitInput!) {
    claimPermit(input: $input) {
      __typename
      ... on Permit {
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

export const IssuePermit = graphql(`
  mutation IssuePermit($input: IssuePermitInput!) {
    issuePermit(input: $input) {
      __typename
      ... on Permit {
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

export const RejectPermit = graphql(`
  mutation RejectPermit($input: RejectPermitInput!) {
    rejectPermit(input: $input) {
      __typename
      ... on Permit {
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

export const RevokePermit = graphql(`
  mutation RevokePermit($input: RevokePermitInput!) {
    revokePermit(input: $input) {
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

export const EndRulePack = graphql(`
  mutation EndRulePack($input: EndRulePackInput!) {
    endRulePack(input: $input) {
      __typename
      ... on RulePack {
        code
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
