import { moneyInWords } from '../../kernel/spoken/number-words.js';
import { kgText, vndText } from '../../platform/words/format.js';
import type { Block, Paper } from './paper.js';
import type { OrderSheet, Part } from './sheets.js';
import {
  deductionText,
  inFileName,
  paymentText,
  percentText,
  phoneText,
  weightOf,
  windowText,
  worthOf,
} from './wording.js';

/** What is gathered for an order, household by household, at the prices that were agreed on. */
export function orderConfirmation(order: OrderSheet): Paper {
  const lines = order.parts.flatMap((part) => part.lines);
  const worth = vndOf(order);
  return {
    title: 'Xác nhận đơn gom',
    number: order.number,
    at: order.createdAt,
    fileName: `don-gom-${inFileName(order.number)}.pdf`,
    blocks: [
      { kind: 'FACTS', rows: termsOf(order) },
      { kind: 'HEADING', text: 'Đã gom được' },
      {
        kind: 'TABLE',
        columns: [
          { title: 'Thỏa thuận', share: 4 },
          { title: 'Hộ bán', share: 5 },
          { title: 'Xã', share: 4 },
          { title: 'Khối lượng', share: 3, isFigure: true },
          { title: 'Tạm tính', share: 4, isFigure: true },
        ],
        rows: order.parts.map((part) => [
          part.number,
          part.household,
          part.commune,
          kgText(weightOf(part.lines)),
          vndText(worthOf(part.lines)),
        ]),
        total: [`${order.parts.length} hộ`, '', '', kgText(weightOf(lines)), vndText(worth)],
      },
      { kind: 'FACTS', rows: [['Bằng chữ', moneyInWords(worth)]] },
      { kind: 'SIGNATURES', sides: ['Người mua'] },
    ],
  };
}

/**
 * Where the driver stops and what is taken there, hamlet by hamlet, with room for what the scale says.
 * @param shown ids of the households whose numbers its buyer may see today
 */
export function pickList(order: OrderSheet, shown: ReadonlySet<string>): Paper {
  const isWithheld = order.parts.some(({ phone, householdId }) => phone && !shown.has(householdId));
  return {
    title: 'Phiếu đi gom theo thôn',
    number: order.number,
    at: order.createdAt,
    fileName: `di-gom-${inFileName(order.number)}.pdf`,
    blocks: [
      {
        kind: 'FACTS',
        rows: [
          ['Người mua', order.buyer],
          ['Hàng', order.crop],
          ['Lấy hàng', windowText(order.readyFrom, order.readyTo)],
          ['Giao về', order.destination ?? 'lấy tại vườn'],
          ['Trừ hao', deductionText(order.deduction)],
          ...(isWithheld ? [NUMBERS_SPENT] : []),
        ],
      },
      ...byHamlet(order.parts).flatMap(({ name, parts }) => hamletOf(name, parts, shown)),
    ],
  };
}

const NOT_SHOWN = 'chưa hiện';
const NUMBERS_SPENT = [
  'Điện thoại',
  `đã xem đủ số của một ngày; hộ ghi “${NOT_SHOWN}” thì hôm khác mở thỏa thuận để xem`,
] as const;

const vndOf = (order: OrderSheet) => worthOf(order.parts.flatMap((part) => part.lines));

const termsOf = (order: OrderSheet): (readonly [string, string])[] => [
  ['Người mua', order.buyer],
  ['Hàng', order.crop],
  ...order.wanted.map(({ grade, grams }) => [`Cần mua ${grade}`, kgText(grams)] as const),
  ['Lấy hàng', windowText(order.readyFrom, order.readyTo)],
  ['Giao về', order.destination ?? 'lấy tại vườn'],
  ['Cân chênh', `được hơn kém ${percentText(order.toleranceBp)}`],
  ['Trừ hao', deductionText(order.deduction)],
  ['Trả tiền', paymentText(order.paymentDays)],
];

/** Neighbours in the list are neighbours on the ground: parts come sorted by commune and hamlet. */
function byHamlet(parts: readonly Part[]): { name: string; parts: Part[] }[] {
  const hamlets: { name: string; parts: Part[] }[] = [];
  for (const part of parts) {
    const name = [part.hamlet ?? 'Chưa rõ thôn', part.commune].join(', ');
    const last = hamlets.at(-1);
    if (last?.name === name) last.parts.push(part);
    else hamlets.push({ name, parts: [part] });
  }
  return hamlets;
}

const hamletOf = (name: string, parts: readonly Part[], shown: ReadonlySet<string>): Block[] => [
  { kind: 'HEADING', text: name },
  {
    kind: 'TABLE',
    columns: [
      { title: 'Hộ', share: 5 },
      { title: 'Điện thoại', share: 3 },
      { title: 'Loại', share: 3 },
      { title: 'Hẹn lấy', share: 3, isFigure: true },
      { title: 'Cân được', share: 3, isFigure: true },
    ],
    rows: parts.flatMap(({ householdId, household, phone, lines }) =>
      lines.map((line, index) => [
        index === 0 ? household : '',
        index === 0 && phone ? (shown.has(householdId) ? phoneText(phone) : NOT_SHOWN) : '',
        line.grade,
        kgText(line.grams),
        '',
      ]),
    ),
    total: [
      `${parts.length} hộ`,
      '',
      '',
      kgText(weightOf(parts.flatMap(({ lines }) => lines))),
      '',
    ],
  },
];
