import type { SlipLine } from '../../ui/slip.js';
import { fmt } from '../../words/words.js';
import { say } from './words.js';

interface Sums {
  damagesVnd: number;
  fromDepositVnd: number;
  depositReturnedVnd: number;
  toPayVnd: number;
  payer: 'BUYER' | 'SELLER' | null;
}

/** What giving up costs, row by row; rows of nothing are left out. */
export function sumLines({ payer, ...sums }: Sums): SlipLine[] {
  const words = say();
  const rows: SlipLine[] = [
    { label: words.damages, value: fmt().vnd(sums.damagesVnd) },
    ...(sums.fromDepositVnd > 0
      ? [{ label: words.kept, value: fmt().vnd(sums.fromDepositVnd), kind: 'minus' as const }]
      : []),
    ...(sums.depositReturnedVnd > 0
      ? [{ label: words.returned, value: fmt().vnd(sums.depositReturnedVnd) }]
      : []),
  ];
  const label = payer ? words.pays(words.sides[payer]) : words.toPay;
  return [...rows, { label, value: fmt().vnd(sums.toPayVnd), kind: 'sum' }];
}
