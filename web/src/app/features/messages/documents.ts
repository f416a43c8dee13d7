import { graphql } from '../../api/graphql.js';

export const Notices = graphql(`
  query Notices($after: String) {
    myNotices(first: 30, after: $after) {
      nodes {
        id
        kind
        text
        path
        createdAt
        readAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const Unread = graphql(`
  query Unread {
    unreadNotices
  }
`);

export const MarkRead = graphql(`
  mutation MarkRead($input: ReadNoticesInput!) {
    readNotices(input: $input) {
      __typename
      ... on NoticesRead {
        count
      }
      ... on Refused {
        code
        message
        nextStep
      }
    }
  }
`);
