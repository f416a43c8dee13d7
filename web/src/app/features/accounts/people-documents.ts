import { graphql } from '../../api/graphql.js';

export const PeopleNow = graphql(`
  query PeopleNow {
    partyPeople {
      personId
      name
      phone
      isSelf
      lastSeenAt
    }
    myHeldChanges {
      id
      kind
      masked
      effectiveAt
    }
  }
`);

export const AddPerson = graphql(`
  mutation AddPerson($input: AddPartyPersonInput!) {
    addPartyPerson(input: $input) {
      __typename
      ... on HeldChanges {
        waiting {
          id
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

export const RemovePerson = graphql(`
  mutation RemovePerson($input: RemovePartyPersonInput!) {
    removePartyPerson(input: $input) {
      __typename
      ... on HeldChanges {
        waiting {
          id
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
