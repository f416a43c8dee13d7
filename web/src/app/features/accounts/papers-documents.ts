import { graphql } from '../../api/graphql.js';

export const MyParty = graphql(`
  query MyParty {
    myParty {
      id
      kind
      name
      state
      stateReason
      taxCode
      plate
      communeId
    }
    adminUnits {
      id
      name
      kind
    }
  }
`);

export const WritePapers = graphql(`
  mutation WritePapers($input: RegisterTraderInput!) {
    registerTrader(input: $input) {
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

export const HandIn = graphql(`
  mutation HandIn($input: SubmitForApprovalInput!) {
    submitForApproval(input: $input) {
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
