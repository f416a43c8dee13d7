import type { AssistedKind } from './assisted.js';

/** Where the household sees the subject of an act, and does itself what can still be done. */
const PATHS: Readonly<Record<AssistedKind, (subjectId: string) => string>> = {
  HARVEST_REPORTED: () => '/app/bao',
  CONTAINER_SET: () => '/app/bao',
  PLAN_SAVED: () => '/app/ke-hoach',
  FIELD_EVENT_REPORTED: () => '/app/thoi-tiet',
  LOT_OFFERED: lot,
  LOT_CHANGED: lot,
  LOT_PUBLISHED: lot,
  LOT_PAUSED: lot,
  LOT_RESTRICTED: lot,
  LOT_WITHDRAWN: lot,
  LOTS_MERGED: lot,
  SELLING_PAUSED: () => '/app/nghi-ban',
  SELLING_RESUMED: () => '/app/nghi-ban',
  CLAIM_DECLARED: () => '/app/nghi-ban',
  CLAIM_WITHDRAWN: () => '/app/nghi-ban',
  OFFER_ACCEPTED: () => '/app/don',
  OFFER_DECLINED: () => '/app/don',
  BACKUP_ACCEPTED: () => '/app/du-phong',
  BACKUP_DECLINED: () => '/app/du-phong',
  PRICE_OFFERED: talk,
  PRICE_COUNTERED: talk,
  PRICE_ACCEPTED: talk,
  PRICE_REJECTED: talk,
  PRICE_WITHDRAWN: talk,
  CHANGE_PROPOSED: (dealId) => `/app/don/${dealId}/doi`,
  CHANGE_AGREED: deal,
  CHANGE_REFUSED: deal,
  CHANGE_WITHDRAWN: deal,
  DEAL_CANCELLED: deal,
  BREACH_REPORTED: deal,
  BREACH_ANSWERED: deal,
  BOX_SALE_OPENED: boxes,
  BOX_SALE_CLOSED: boxes,
  WEIGHT_CONFIRMED: (ticketId) => `/app/can/${ticketId}`,
  DEPOSIT_CONFIRMED: (dealId) => `/app/so-tien/${dealId}`,
  MONEY_CONFIRMED: () => '/app/tien',
  PAYMENT_CONTESTED: () => '/app/tien',
};

function lot(lotId: string): string {
  return `/app/lo/${lotId}`;
}
function talk(negotiationId: string): string {
  return `/app/mac-ca/${negotiationId}`;
}
function deal(dealId: string): string {
  return `/app/don/${dealId}`;
}
function boxes(saleId: string): string {
  return `/app/thung/${saleId}`;
}

export const assistedPath = (kind: AssistedKind, subjectId: string): string =>
  PATHS[kind](subjectId);
