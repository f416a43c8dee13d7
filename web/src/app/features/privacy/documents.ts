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

export const TakeHome = graphql(`
  mutation TakeHome($input: DataSubjectInput!) {
    exportPersonData(input: $input) {
      __typename
      ... on PersonDataExport {
        json
        csv
        tables {
          name
          rows
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const ForgetMe = graphql(`
  mutation ForgetMe($input: DataSubjectInput!) {
    anonymisePerson(input: $input) {
      __typename
      ... on ErasureState {
        erasure {
          id
          effectiveAt
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const KeepMe = graphql(`
  mutation KeepMe($input: DataSubjectInput!) {
    cancelErasure(input: $input) {
      __typename
      ... on ErasureState {
        erasure {
          id
          effectiveAt
        }
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
