import { graphql } from '../../api/graphql.js';

export const OwnData = graphql(`
  query OwnData {
    myConsents {
      purpose
      version
      isGiven
      since
    }
    myErasure {
      id
      effectiveAt
    }
    whoSawMyNumber(first: 20) {
      nodes {
        id
        viewer
        viewerRole
        purpose
        caseRef
        times
        lastAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const MoreViews = graphql(`
  query MoreViews($after: String!) {
    whoSawMyNumber(first: 50, after: $after) {
      nodes {
        id
        viewer
        viewerRole
        purpose
        caseRef
        times
        lastAt
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const ChooseConsent = graphql(`
  mutation ChooseConsent($input: SetConsentInput!) {
    setConsent(input: $input) {
      __typename
      ... on ConsentSet {
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

/** Both ways an export is written out, and how much it holds. */
export const Exported = graphql(`
  fragment Exported on PersonDataExport {
    json
    csv
    tables {
      rows
    }
  }
`);

/** What waits once somebody asked to be forgotten, or took that back. */
export const ErasureNow = graphql(`
  fragment ErasureNow on ErasureState {
    erasure {
      id
      effectiveAt
    }
  }
`);

export const TakeHome = graphql(
  `
    mutation TakeHome($input: DataSubjectInput!) {
      exportPersonData(input: $input) {
        __typename
        ...Exported
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [Exported],
);

export const ForgetMe = graphql(
  `
    mutation ForgetMe($input: DataSubjectInput!) {
      anonymisePerson(input: $input) {
        __typename
        ...ErasureNow
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [ErasureNow],
);

export const KeepMe = graphql(
  `
    mutation KeepMe($input: DataSubjectInput!) {
      cancelErasure(input: $input) {
        __typename
        ...ErasureNow
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [ErasureNow],
);
