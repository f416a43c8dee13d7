import { graphql, type ResultOf } from '../../api/graphql.js';

export const MyGrants = graphql(`
  query MyGrants {
    myGrants(first: 50) {
      nodes {
        id
        power
        consent
        grantedAt
        paper {
          isList
          erasedAt
          url
        }
        grantee {
          id
          kind
          name
        }
      }
    }
  }
`);
export type Grant = ResultOf<typeof MyGrants>['myGrants']['nodes'][number];

export const Cooperatives = graphql(`
  query Cooperatives {
    cooperatives {
      id
      name
    }
    communeOffices {
      id
      name
    }
  }
`);

export const GiveGrant = graphql(`
  mutation GiveGrant($input: GrantPartyInput!) {
    grantParty(input: $input) {
      __typename
      ... on Grant {
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

export const LookAhead = graphql(`
  query LookAhead($grantId: ID!) {
    previewRevoke(grantId: $grantId) {
      kind
      count
      text
    }
  }
`);

export const TakeBack = graphql(`
  mutation TakeBack($input: RevokeGrantInput!) {
    revokeGrant(input: $input) {
      __typename
      ... on GrantRevoked {
        grantId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const GrantsToMe = graphql(`
  query GrantsToMe($after: String) {
    grantsToMe(first: 100, after: $after) {
      nodes {
        id
        power
        grantor {
          id
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const AssistedActs = graphql(`
  query AssistedActs($after: String) {
    assistedActs(first: 30, after: $after) {
      nodes {
        id
        text
        by
        createdAt
        undoUntil
        undoneAt
        canUndo
        path
        party {
          name
        }
        household {
          name
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);
export type AssistedAct = ResultOf<typeof AssistedActs>['assistedActs']['nodes'][number];

export const Undo = graphql(`
  mutation Undo($input: UndoAssistedActInput!) {
    undoAssistedAct(input: $input) {
      __typename
      ... on AssistedAct {
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
