import { createHash } from 'node:crypto';
import { dealPaper } from '../../src/papers/domain/deal-paper.js';
import type { DealSheet } from '../../src/papers/domain/sheets.js';
import { printed } from '../../src/papers/print/printed.js';

/** A deal with every letter that a lesser font loses. */
export const DEAL: DealSheet = {
  number: 'LN-0825-4K7/1',
  orderNumber: 'LN-0825-4K7',
  createdAt: new Date('2021-08-24T18:05:00+07:00'),
  buyer: 'Vựa Thân Văn Hưởng',
  household: 'Hộ Nguyễn Thị Tuyết Nhữ',
  hamlet: 'Thôn Ngõa Hưởng',
  commune: 'Nghĩa Phương',
  crop: 'Na dai',
  readyFrom: new Date('2021-08-25T05:00:00+07:00'),
  readyTo: new Date('2021-08-25T11:00:00+07:00'),
  destination: 'Chợ đầu mối phía Nam',
  lines: [
    { grade: 'Loại 1', grams: 120_500, vndPerKg: 42_000 },
    { grade: 'Loại 2', grams: 300_000, vndPerKg: 32_000 },
  ],
  deduction: { kind: 'PERCENT', bp: 250, crateGrams: 0 },
  toleranceBp: 500,
  paymentDays: 3,
  depositVnd: 1_500_000,
  depositDueAt: new Date('2021-08-24T21:00:00+07:00'),
  cancelDispatchedBp: 500,
  cancelGateBp: 1000,
  releaseBy: new Date('2021-08-25T13:00:00+07:00'),
  bargain: {
    pricePlace: 'GARDEN',
    loadingBy: 'BUYER',
    transportBy: 'BUYER',
    cratesBy: 'SELLER',
    bandMoveBp: 1000,
    bandBuyerShareBp: 6000,
  },
};

/** Run as a program it prints the file’s SHA-256, so that a process with no memory of another can be compared. */
if (process.argv[1]?.endsWith('print-a-paper.ts'))
  process.stdout.write(
    createHash('sha256')
      .update(await printed(dealPaper(DEAL)))
      .digest('hex'),
  );
