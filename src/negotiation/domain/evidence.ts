import { kgText, momentText, vndText } from '../../platform/words/format.js';
import type { Side } from '../../kernel/side.js';
import type { OfferTerms } from './terms.js';
import type { ThreadState } from './thread.js';

interface EvidenceOffer extends OfferTerms {
  readonly seq: number;
  readonly side: Side;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface Evidence {
  readonly id: string;
  readonly crop: string;
  readonly buyer: string;
  /** null: still hidden from the buyer. */
  readonly household: string | null;
  readonly isPhoneDeal: boolean;
  readonly state: ThreadState;
  readonly closedAt: Date | null;
  readonly offers: readonly EvidenceOffer[];
  readonly words: readonly {
    readonly side: Side;
    readonly text: string;
    readonly createdAt: Date;
  }[];
}

const SIDE: Readonly<Record<Side, string>> = { BUYER: 'Bên mua', SELLER: 'Bên bán' };
const STATE: Readonly<Record<ThreadState, string>> = {
  OPEN: 'đang chờ trả lời',
  COUNTERED: 'đã trả giá lại, đang chờ trả lời',
  ACCEPTED: 'đã chốt',
  REJECTED: 'không nhận',
  WITHDRAWN: 'đã rút',
  EXPIRED: 'hết hạn, không ai trả lời',
};
const PLACE = { GARDEN: 'tại vườn', SCALE: 'tại điểm cân' } as const;

/** Everything offered and said, in the order it happened, in Vietnamese: what a dispute is settled with (NG-13). */
export function evidenceText(thread: Evidence): string {
  const happened = [
    ...thread.offers.map((offer) => ({ at: offer.createdAt, text: offerText(offer) })),
    ...thread.words.map(({ createdAt, side, text }) => ({
      at: createdAt,
      text: `${SIDE[side]} nhắn: ${text}`,
    })),
  ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return [
    `MẶC CẢ ${thread.crop.toUpperCase()} · ${thread.id}`,
    `Bên mua: ${thread.buyer}`,
    `Bên bán: ${thread.household ?? '(ẩn đến khi chốt)'}`,
    ...(thread.isPhoneDeal ? ['Ghi lại thỏa thuận qua điện thoại'] : []),
    '',
    ...happened.map(({ at, text }) => `[${momentText(at)}] ${text}`),
    '',
    `Kết quả: ${STATE[thread.state]}${thread.closedAt ? ` lúc ${momentText(thread.closedAt)}` : ''}`,
    '',
  ].join('\n');
}

function offerText(offer: EvidenceOffer): string {
  const goods = offer.lines
    .map((line) => `${kgText(line.grams)} ${line.gradeCode} giá ${vndText(line.vndPerKg)}/kg`)
    .join('; ');
  const costs = [
    ['bốc hàng', offer.loadingBy],
    ['cước xe', offer.transportBy],
    ['sọt thùng', offer.cratesBy],
  ] as const;
  return [
    `${SIDE[offer.side]} đề nghị (lần ${offer.seq}): ${goods}, ${PLACE[offer.pricePlace]}`,
    `dung sai ${offer.toleranceBp / 100} %`,
    deductionText(offer.deduction),
    `cọc ${vndText(offer.depositVnd)}`,
    `trả tiền sau ${offer.paymentDays} ngày`,
    `lấy hàng ${momentText(offer.readyFrom)} đến ${momentText(offer.readyTo)}`,
    ...costs.map(([what, who]) => `${what}: ${SIDE[who].toLowerCase()}`),
    ...(offer.band ? [bandText(offer.band)] : []),
    ...offer.tiers.map(
      (tier) => `từ ${kgText(tier.fromGrams)} ${tier.gradeCode}: ${vndText(tier.vndPerKg)}/kg`,
    ),
    `trả lời trước ${momentText(offer.expiresAt)}`,
  ].join('; ');
}

const bandText = (band: NonNullable<OfferTerms['band']>): string =>
  `giá chợ lệch quá ${band.moveBp / 100} % thì bên mua chịu ${band.buyerShareBp / 100} % chênh lệch`;

function deductionText(rule: OfferTerms['deduction']): string {
  switch (rule.kind) {
    case 'NONE':
      return 'không trừ hao';
    case 'PERCENT':
      return `trừ hao ${rule.basisPoints / 100} %`;
    case 'FIXED_PER_CRATE':
      return `trừ ${kgText(rule.grams)} mỗi sọt`;
  }
}
