import type { Side } from '../../kernel/side.js';
import { moneyInWords } from '../../kernel/spoken/number-words.js';
import { grams, priceOf, vnd } from '../../kernel/units.js';
import { kgText, vndText } from '../../platform/words/format.js';
import type { Paper } from './paper.js';
import type { DealSheet } from './sheets.js';
import {
  deductionText,
  inFileName,
  paymentText,
  percentText,
  timeText,
  weightOf,
  windowText,
  worthOf,
} from './wording.js';

const SIDES: Readonly<Record<Side, string>> = { BUYER: 'bên mua', SELLER: 'bên bán' };

/** The deal sheet: what two sides are bound to. All of it is frozen when the deal is made, so it never prints otherwise. */
export function dealPaper(deal: DealSheet): Paper {
  const worth = worthOf(deal.lines);
  return {
    title: 'Bản thỏa thuận mua bán',
    number: deal.number,
    at: deal.createdAt,
    fileName: `thoa-thuan-${inFileName(deal.number)}.pdf`,
    blocks: [
      {
        kind: 'FACTS',
        rows: [
          ['Đơn', deal.orderNumber],
          ['Chốt lúc', timeText(deal.createdAt)],
          ['Bên mua', deal.buyer],
          ['Bên bán', deal.household],
          ['Nơi có hàng', [deal.hamlet, deal.commune].filter((name) => name !== null).join(', ')],
        ],
      },
      { kind: 'HEADING', text: `Hàng: ${deal.crop}` },
      {
        kind: 'TABLE',
        columns: [
          { title: 'Loại', share: 3 },
          { title: 'Khối lượng', share: 2, isFigure: true },
          { title: 'Giá mỗi kg', share: 2, isFigure: true },
          { title: 'Tạm tính', share: 3, isFigure: true },
        ],
        rows: deal.lines.map((line) => [
          line.grade,
          kgText(line.grams),
          vndText(line.vndPerKg),
          vndText(priceOf(grams(line.grams), vnd(line.vndPerKg))),
        ]),
        total: ['Cộng', kgText(weightOf(deal.lines)), '', vndText(worth)],
      },
      { kind: 'FACTS', rows: [['Bằng chữ', moneyInWords(worth)]] },
      { kind: 'HEADING', text: 'Điều khoản' },
      { kind: 'FACTS', rows: termsOf(deal) },
      { kind: 'SIGNATURES', sides: ['Bên mua', 'Bên bán'] },
    ],
  };
}

type Row = readonly [label: string, value: string];

function termsOf(deal: DealSheet): Row[] {
  return [
    ['Lấy hàng', windowText(deal.readyFrom, deal.readyTo)],
    ['Giao về', deal.destination ?? 'lấy tại vườn'],
    ['Cân chênh', `được hơn kém ${percentText(deal.toleranceBp)}`],
    ['Trừ hao', deductionText(deal.deduction)],
    ['Trả tiền', paymentText(deal.paymentDays)],
    ['Tiền cọc', depositText(deal)],
    ...bargainOf(deal),
    ...(deal.releaseBy
      ? [
          [
            'Quá hạn lấy',
            `sau ${timeText(deal.releaseBy)} bên bán được bán cho người khác`,
          ] as const,
        ]
      : []),
    ['Bỏ hẹn', cancelText(deal)],
  ];
}

const depositText = ({ depositVnd, depositDueAt }: DealSheet): string =>
  depositVnd === 0
    ? 'không cọc'
    : `${vndText(depositVnd)}${depositDueAt ? `, trước ${timeText(depositDueAt)}` : ''}`;

/** The same for both sides. */
function cancelText({ cancelDispatchedBp, cancelGateBp }: DealSheet): string {
  if (cancelGateBp === 0) return 'bên bỏ hẹn mất cọc hoặc trả lại cọc và đền bằng cọc';
  return `xe đã đi đền ${percentText(cancelDispatchedBp)}, xe đã đến đền ${percentText(cancelGateBp)} tiền hàng, không ít hơn cọc`;
}

function bargainOf({ bargain }: DealSheet): Row[] {
  if (!bargain) return [];
  const { bandMoveBp, bandBuyerShareBp } = bargain;
  return [
    ['Giá tính', bargain.pricePlace === 'GARDEN' ? 'tại vườn' : 'tại điểm cân'],
    [
      'Chi phí',
      `bốc xếp ${SIDES[bargain.loadingBy]}, vận chuyển ${SIDES[bargain.transportBy]}, sọt ${SIDES[bargain.cratesBy]}`,
    ],
    ...(bandMoveBp === null || bandBuyerShareBp === null
      ? []
      : [
          [
            'Biên độ giá',
            `giá chợ lệch quá ${percentText(bandMoveBp)} thì cùng chịu, bên mua ${percentText(bandBuyerShareBp)}`,
          ] as const,
        ]),
  ];
}
