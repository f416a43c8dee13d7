import { graphql } from '../../api/graphql.js';

export const DealMoney = graphql(`
  query DealMoney($id: ID!) {
    deal(id: $id) {
      id
      number
      state
      depositVnd
      depositDueAt
      buyer {
        name
      }
      household {
        name
      }
      deposit {
        amountVnd
        state
        method
        reference
        declaredAt
        confirmedAt
        toReturnVnd
        returnedAt
      }
      negotiatedTerms {
        band {
          moveBp
          buyerShareBp
        }
      }
      ticket {
        id
        number
        priceBand {
          gradeCode
          referenceThenVnd
          referenceNowVnd
          movedBp
          isOutside
          adjustmentVndPerKg
        }
      }
    }
    dealPayable(dealId: $id) {
      amountVnd
      cashVnd
      state
      dueOn
      parts {
        kind
        grade {
          code
          nameVi
          nameEn
        }
        grams
        vndPerKg
        amountVnd
      }
    }
  }
`);

export const DeclareDeposit = graphql(`
  mutation DeclareDeposit($input: DeclareDepositInput!) {
    declareDeposit(input: $input) {
      __typename
      ... on Deposit {
        state
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

export const ConfirmDeposit = graphql(`
  mutation ConfirmDeposit($input: ConfirmDepositInput!) {
    confirmDeposit(input: $input) {
      __typename
      ... on Deposit {
        state
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

export const ConfirmDepositRefund = graphql(`
  mutation ConfirmDepositRefund($input: ConfirmDepositRefundInput!) {
    confirmDepositRefund(input: $input) {
      __typename
      ... on Deposit {
        state
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
