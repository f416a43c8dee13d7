import { basisPoints, grams, vnd, type Vnd } from '../../kernel/units.js';
import type { DeductionRule } from '../../orders/index.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Side } from '../../kernel/side.js';
import type { OfferLine, OfferTerms, PricePlace, Tier } from '../domain/terms.js';
import type { KeptState } from '../domain/thread.js';

/** One offer of a negotiation as it was made. */
export interface MadeOffer extends OfferTerms {
  readonly id: string;
  readonly negotiationId: string;
  readonly cropCode: string;
  /** Counted from 1. */
  readonly seq: number;
  readonly side: Side;
  readonly madeBy: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
}

/** One buyer and one household about one lot, with the one offer that can be answered. */
export interface Negotiation {
  readonly id: string;
  readonly lotId: string;
  readonly cropCode: string;
  readonly communeId: string;
  readonly buyerId: string;
  readonly householdId: string;
  readonly batchId: string;
  readonly isPhoneDeal: boolean;
  readonly state: KeptState;
  readonly liveSeq: number;
  readonly dealId: string | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly liveSide: Side;
  readonly expiresAt: Date;
}

export interface SaidWords {
  readonly id: string;
  readonly side: Side;
  readonly text: string;
  readonly createdAt: Date;
}

export const NEGOTIATION_COLUMNS = `n.id, n.lot_id as "lotId", l.crop_code as "cropCode", l.commune_id as "communeId",
  n.buyer_id as "buyerId", n.household_id as "householdId", n.batch_id as "batchId",
  n.is_phone_deal as "isPhoneDeal", n.state, n.live_seq as "liveSeq", n.deal_id as "dealId",
  n.created_at as "createdAt", n.closed_at as "closedAt", o.side as "liveSide", o.expires_at as "expiresAt"`;
export const NEGOTIATION_TABLES = `negotiations n join lots l on l.id = n.lot_id
  join negotiation_offers o on o.negotiation_id = n.id and o.seq = n.live_seq`;

export const OFFER_COLUMNS = `o.id, o.negotiation_id as "negotiationId", l.crop_code as "cropCode", o.seq, o.side, o.made_by as "madeBy",
  o.price_place as "pricePlace", o.tolerance_bp as "toleranceBp", o.ready_from as "readyFrom",
  o.ready_to as "readyTo", o.deduction_kind as "deductionKind", o.deduction_bp as "deductionBp",
  o.deduction_crate_g as "deductionCrateGrams", o.deposit_vnd as "depositVnd", o.payment_days as "paymentDays",
  o.loading_by as "loadingBy", o.transport_by as "transportBy", o.crates_by as "cratesBy",
  o.band_move_bp as "bandMoveBp", o.band_buyer_share_bp as "bandBuyerShareBp", o.tiers, o.lines,
  o.expires_at as "expiresAt", o.created_at as "createdAt"`;

export const OFFER_TABLES = `negotiation_offers o join negotiations n on n.id = o.negotiation_id
  join lots l on l.id = n.lot_id`;

export interface OfferRow extends Omit<
  MadeOffer,
  'deduction' | 'depositVnd' | 'band' | 'toleranceBp' | 'lines'
> {
  readonly pricePlace: PricePlace;
  readonly toleranceBp: number;
  readonly deductionKind: DeductionRule['kind'];
  readonly deductionBp: number;
  readonly deductionCrateGrams: string;
  readonly depositVnd: string;
  readonly bandMoveBp: number | null;
  readonly bandBuyerShareBp: number | null;
  readonly tiers: readonly Tier[];
  /** Made before tiers left the base as it was, a line has no other price than the one that held. */
  readonly lines: readonly (Omit<OfferLine, 'baseVndPerKg'> & { readonly baseVndPerKg?: Vnd })[];
}

export function toOffer(row: OfferRow): MadeOffer {
  const { deductionKind, deductionBp, deductionCrateGrams, bandMoveBp, bandBuyerShareBp, ...same } =
    row;
  return {
    ...same,
    lines: row.lines.map((line) => ({ ...line, baseVndPerKg: line.baseVndPerKg ?? line.vndPerKg })),
    toleranceBp: basisPoints(row.toleranceBp),
    deduction: toDeduction(deductionKind, deductionBp, parseSafe(deductionCrateGrams)),
    depositVnd: vnd(parseSafe(row.depositVnd)),
    band:
      bandMoveBp === null || bandBuyerShareBp === null
        ? null
        : { moveBp: basisPoints(bandMoveBp), buyerShareBp: basisPoints(bandBuyerShareBp) },
  };
}

function toDeduction(kind: DeductionRule['kind'], bp: number, crateGrams: number): DeductionRule {
  switch (kind) {
    case 'NONE':
      return { kind };
    case 'PERCENT':
      return { kind, basisPoints: basisPoints(bp) };
    case 'FIXED_PER_CRATE':
      return { kind, grams: grams(crateGrams) };
  }
}

/** What one trader's past tickets say of him. */
export interface BuyerRecord {
  readonly buyerId: string;
  /** Confirmed tickets the figures are taken from. */
  readonly tickets: number;
  /** Weight-weighted share taken off the net, in basis points; null without tickets. */
  readonly deductionBp: number | null;
  /** Mean days from confirmed ticket to confirmed receipt; null while nothing was paid. */
  readonly daysToPay: number | null;
}
