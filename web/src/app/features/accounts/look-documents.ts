import { graphql } from '../../api/graphql.js';

/** Says what for before a number is shown. */
export const OpenPersonalData = graphql(`
  mutation OpenPersonalData($input: OpenPersonalDataInput!) {
    openPersonalData(input: $input) {
      __typename
      ... on PersonalDataOpened {
        partyId
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);
