import { graphql, type ResultOf } from '../../api/graphql.js';

const SaleFace = graphql(`
  fragment SaleFace on BoxSale {
    id
    boxGrams
    vndPerBox
    boxes
    left
    ordersUntil
    readyFrom
    readyTo
    place
    byCourier
    isOpen
    isMine
    closeReason
    sellerName
    crop {
      code
      nameVi
      nameEn
    }
    grade {
      nameVi
      nameEn
    }
    commune {
      name
    }
  }
`);
export type Sale = ResultOf<typeof SaleFace>;

const OrderFace = graphql(`
  fragment OrderFace on BoxOrder {
    id
    number
    boxes
    amountVnd
    address
    state
    cancelledBy
    cancelReason
    paidAt
    buyer {
      name
      phone
    }
    seller {
      name
      phone
    }
  }
`);
export type BoxOrder = ResultOf<typeof OrderFace>;

export const BoxSales = graphql(
  `
    query BoxSales {
      boxSales(first: 30) {
        nodes {
          ...SaleFace
        }
      }
      myBoxOrders(first: 10) {
        nodes {
          id
          number
          boxes
          state
          sale {
            id
            boxGrams
            crop {
              nameVi
              nameEn
            }
            grade {
              nameVi
              nameEn
            }
          }
        }
      }
    }
  `,
  [SaleFace],
);

export const MyBoxSales = graphql(
  `
    query MyBoxSales {
      myBoxSales(first: 20) {
        nodes {
          ...SaleFace
        }
      }
    }
  `,
  [SaleFace],
);

export const OneBoxSale = graphql(
  `
    query OneBoxSale($id: ID!) {
      boxSale(id: $id) {
        ...SaleFace
        orders {
          ...OrderFace
        }
      }
    }
  `,
  [SaleFace, OrderFace],
);

export const LotToBox = graphql(`
  query LotToBox($id: ID!) {
    lot(id: $id) {
      id
      crop {
        nameVi
        nameEn
      }
      grades {
        freeGrams
        grade {
          code
          nameVi
          nameEn
        }
      }
    }
  }
`);

export const OpenBoxSale = graphql(`
  mutation OpenBoxSale($input: OpenBoxSaleInput!) {
    openBoxSale(input: $input) {
      __typename
      ... on BoxSale {
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

export const CloseBoxSale = graphql(`
  mutation CloseBoxSale($input: BoxSaleActInput!) {
    closeBoxSale(input: $input) {
      __typename
      ... on BoxSale {
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

export const PlaceBoxOrder = graphql(`
  mutation PlaceBoxOrder($input: PlaceBoxOrderInput!) {
    placeBoxOrder(input: $input) {
      __typename
      ... on BoxOrder {
        id
        number
      }
      ... on Refused {
        message
        nextStep
        field
      }
    }
  }
`);

export const MoveBoxOrder = graphql(`
  mutation MoveBoxOrder($input: MoveBoxOrderInput!) {
    moveBoxOrder(input: $input) {
      __typename
      ... on BoxOrder {
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

export const ReceiveBoxOrder = graphql(`
  mutation ReceiveBoxOrder($input: BoxOrderActInput!) {
    receiveBoxOrder(input: $input) {
      __typename
      ... on BoxOrder {
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

export const CancelBoxOrder = graphql(`
  mutation CancelBoxOrder($input: CancelBoxOrderInput!) {
    cancelBoxOrder(input: $input) {
      __typename
      ... on BoxOrder {
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
