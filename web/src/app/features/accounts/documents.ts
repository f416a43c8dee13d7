import { graphql, type ResultOf } from '../../api/graphql.js';

export const Standing = graphql(`
  fragment Standing on Me {
    person {
      id
      name
      phone
    }
    role
    party {
      id
      name
    }
    staffSignIn
    memberships {
      role
      audience
      hasPin
      party {
        id
        name
      }
    }
  }
`);

export type Me = ResultOf<typeof Standing>;

export const RequestCode = graphql(`
  mutation RequestCode($input: RequestOtpInput!) {
    requestOtp(input: $input) {
      __typename
      ... on OtpSent {
        minutes
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const VerifyCode = graphql(
  `
    mutation VerifyCode($input: VerifyOtpInput!) {
      verifyOtp(input: $input) {
        __typename
        ...Standing
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [Standing],
);

export const SwitchRole = graphql(
  `
    mutation SwitchRole($input: SwitchPartyInput!) {
      switchParty(input: $input) {
        __typename
        ...Standing
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [Standing],
);

export const RegisterHousehold = graphql(
  `
    mutation RegisterHousehold($input: CreateHouseholdInput!) {
      createHousehold(input: $input) {
        __typename
        ...Standing
        ... on Refused {
          message
          nextStep
          field
        }
      }
    }
  `,
  [Standing],
);

export const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const WhoAmI = graphql(
  `
    query WhoAmI {
      me {
        ...Standing
      }
    }
  `,
  [Standing],
);

export const HouseholdFacts = graphql(`
  query HouseholdFacts {
    adminUnits {
      id
      name
      kind
    }
    crops {
      code
      nameVi
      nameEn
    }
  }
`);
