import { graphql, type ResultOf } from '../../api/graphql.js';

const File = graphql(`
  fragment File on PartyFile {
    id
    kind
    name
    state
    stateReason
    taxCode
    plate
    createdAt
    mergedIntoId
    needsPurpose
    members {
      personId
      name
      phone
    }
  }
`);
export type PartyFile = ResultOf<typeof File>;

export const Waiting = graphql(
  `
    query Waiting {
      approvalQueue(first: 50) {
        nodes {
          ...File
        }
      }
    }
  `,
  [File],
);

export const FindParty = graphql(
  `
    query FindParty($words: String!) {
      findParty(words: $words, first: 30) {
        nodes {
          ...File
        }
      }
    }
  `,
  [File],
);

export const Namesakes = graphql(
  `
    query Namesakes {
      likelySameHouseholds(first: 20) {
        nodes {
          id
          older {
            ...File
          }
          newer {
            ...File
          }
        }
      }
      partyMerges(first: 30) {
        nodes {
          id
          reason
          createdAt
          kept {
            name
          }
          merged {
            name
          }
        }
      }
    }
  `,
  [File],
);

export const Approve = graphql(`
  mutation Approve($input: PartyStepInput!) {
    approveParty(input: $input) {
      __typename
      ... on PartyFile {
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

export const Reinstate = graphql(`
  mutation Reinstate($input: PartyStepInput!) {
    reinstateParty(input: $input) {
      __typename
      ... on PartyFile {
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

export const SendBack = graphql(`
  mutation SendBack($input: PartyReasonInput!) {
    rejectParty(input: $input) {
      __typename
      ... on PartyFile {
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

export const Suspend = graphql(`
  mutation Suspend($input: PartyReasonInput!) {
    suspendParty(input: $input) {
      __typename
      ... on PartyFile {
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

export const Merge = graphql(`
  mutation Merge($input: MergePartiesInput!) {
    mergeParties(input: $input) {
      __typename
      ... on PartyMerge {
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

export const Unmerge = graphql(`
  mutation Unmerge($input: UnmergePartiesInput!) {
    unmergeParties(input: $input) {
      __typename
      ... on PartyMerge {
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

export const Recover = graphql(`
  mutation Recover($input: RecoverPartyInput!) {
    recoverParty(input: $input) {
      __typename
      ... on PartyFile {
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
