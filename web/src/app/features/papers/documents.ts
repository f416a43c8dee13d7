import { graphql } from '../../api/graphql.js';

export const DealPdf = graphql(`
  query DealPdf($id: ID!) {
    paper: dealPdf(dealId: $id) {
      fileName
      contentBase64
    }
  }
`);

export const OrderConfirmation = graphql(`
  query OrderConfirmation($id: ID!) {
    paper: orderReport(orderId: $id, kind: CONFIRMATION) {
      fileName
      contentBase64
    }
  }
`);

export const PickList = graphql(`
  query PickList($id: ID!) {
    paper: orderReport(orderId: $id, kind: PICK_LIST) {
      fileName
      contentBase64
    }
  }
`);

export const OrderDeals = graphql(`
  query OrderDeals($id: ID!) {
    order(id: $id) {
      number
      deals {
        id
        number
        household {
          name
        }
      }
    }
  }
`);
