import { graphql } from '../../api/graphql.js';

export const MyTalks = graphql(`
  query MyTalks($after: String) {
    myNegotiations(first: 50, after: $after) {
      nodes {
        id
        state
        turn
        mySide
        isPhoneDeal
        expiresAt
        crop {
          nameVi
          nameEn
        }
        buyer {
          name
        }
        household {
          name
        }
        commune {
          name
        }
        offers {
          seq
          side
          totalGrams
          amountVnd
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const OneTalk = graphql(`
  query OneTalk($id: ID!) {
    negotiation(id: $id) {
      id
      lotId
      state
      turn
      mySide
      liveSeq
      isPhoneDeal
      dealId
      expiresAt
      evidence
      crop {
        code
        nameVi
        nameEn
      }
      commune {
        name
      }
      buyer {
        name
      }
      household {
        name
      }
      offers {
        id
        seq
        side
        pricePlace
        toleranceBp
        readyFrom
        readyTo
        depositVnd
        paymentDays
        loadingBy
        transportBy
        cratesBy
        amountVnd
        totalGrams
        createdAt
        expiresAt
        band {
          moveBp
          buyerShareBp
        }
        deduction {
          kind
          basisPoints
          gramsPerCrate
        }
        tiers {
          gradeCode
          fromGrams
          vndPerKg
        }
        lines {
          grams
          vndPerKg
          grade {
            code
            nameVi
            nameEn
          }
        }
      }
      words {
        id
        side
        text
        createdAt
      }
      marketPrices {
        gradeCode
        day
        lowVnd
        mostlyLowVnd
        mostlyHighVnd
        highVnd
      }
      buyerRecord {
        tickets
        deductionBp
        daysToPay
      }
    }
  }
`);

export const LotToOffer = graphql(`
  query LotToOffer($id: ID!) {
    lot(id: $id) {
      id
      readyFrom
      readyTo
      crop {
        nameVi
        nameEn
      }
      commune {
        name
      }
      grades {
        freeGrams
        askVndPerKg
        grade {
          code
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const MakeAnOffer = graphql(`
  mutation MakeAnOffer($input: MakeOfferInput!) {
    makeOffer(input: $input) {
      __typename
      ... on Negotiations {
        opened {
          id
        }
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

export const AnswerOtherwise = graphql(`
  mutation AnswerOtherwise($input: CounterOfferInput!) {
    counterOffer(input: $input) {
      __typename
      ... on Negotiation {
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

export const SayYes = graphql(`
  mutation SayYes($input: AnswerNegotiationInput!) {
    acceptOffer(input: $input) {
      __typename
      ... on Negotiation {
        id
        dealId
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

export const SayNo = graphql(`
  mutation SayNo($input: AnswerNegotiationInput!) {
    rejectOffer(input: $input) {
      __typename
      ... on Negotiation {
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

export const TakeOfferBack = graphql(`
  mutation TakeOfferBack($input: AnswerNegotiationInput!) {
    withdrawOffer(input: $input) {
      __typename
      ... on Negotiation {
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

export const SaySomething = graphql(`
  mutation SaySomething($input: SayInNegotiationInput!) {
    sayInNegotiation(input: $input) {
      __typename
      ... on Negotiation {
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
