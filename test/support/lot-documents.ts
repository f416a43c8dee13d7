/** The operations of a lot, as its own people ask them. */
const LOT = `
  id state version readyFrom readyTo minTakeGrams pickupNote closeReason publishedAt isMine
  crop { code } variety { code } commune { name } household { name }
  grades { grade { code nameVi } offeredGrams freeGrams reservedGrams weighedGrams askVndPerKg }`;
const mutation = (name: string, input: string): string => `mutation ($input: ${input}!) {
  ${name}(input: $input) { __typename ... on Lot { ${LOT} } ... on Refused { code message nextStep field facts { name value } } }
}`;
export const CREATE_LOT = mutation('createLot', 'CreateLotInput');
export const PUBLISH_LOT = mutation('publishLot', 'PublishLotInput');
export const PAUSE_LOT = mutation('pauseLot', 'PauseLotInput');
export const RESUME_LOT = mutation('resumeLot', 'ResumeLotInput');
export const WITHDRAW_LOT = mutation('withdrawLot', 'WithdrawLotInput');
export const REPEAT_LOT = mutation('repeatLot', 'RepeatLotInput');
export const UPDATE_LOT = `mutation ($input: UpdateLotInput!) {
  updateLot(input: $input) {
    __typename
    ... on Lot { ${LOT} }
    ... on VersionConflict { code message nextStep current { version grades { offeredGrams askVndPerKg } } }
    ... on BelowReserved { code message nextStep reservations { gradeCode reservedGrams } }
    ... on Refused { code field }
  }
}`;
export const ONE_LOT = `query ($id: ID!) { lot(id: $id) { ${LOT} } }`;
export const MY_LOTS = `{ myLots { nodes { id household { name } } } }`;
export const MY_NOTICES = `{ myNotices { nodes { kind text path } } }`;

export interface ShownLot {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
