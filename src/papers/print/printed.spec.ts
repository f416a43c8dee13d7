import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { DEAL } from '../../../test/support/print-a-paper.js';
import { readPdf } from '../../../test/support/read-pdf.js';
import { dealPaper } from '../domain/deal-paper.js';
import { orderConfirmation, pickList } from '../domain/order-papers.js';
import type { OrderSheet, Part } from '../domain/sheets.js';
import { printed } from './printed.js';

const part = (n: number, hamlet: string | null): Part => ({
  number: `LN-0825-4K7/${n}`,
  householdId: `${n}`,
  household: `Hộ Giáp Thị Lý ${n}`,
  phone: '+84900000001',
  hamlet,
  commune: 'Nghĩa Phương',
  lines: [
    { grade: 'Loại 1', grams: 100_000, vndPerKg: 40_000 },
    { grade: 'Loại 2', grams: 50_500, vndPerKg: 30_000 },
  ],
});
const order = (parts: readonly Part[]): OrderSheet => ({
  number: 'LN-0825-4K7',
  createdAt: DEAL.createdAt,
  buyer: DEAL.buyer,
  crop: DEAL.crop,
  readyFrom: DEAL.readyFrom,
  readyTo: DEAL.readyTo,
  destination: null,
  toleranceBp: 500,
  deduction: { kind: 'NONE', bp: 0, crateGrams: 0 },
  paymentDays: 0,
  wanted: [{ grade: 'Loại 1', grams: 5_000_000 }],
  parts,
});

describe('papers as PDF', () => {
  it('OR-12: the same data gives the same bytes, at once, later, and in a process of its own', async () => {
    const first = await printed(dealPaper(DEAL));
    expect((await printed(dealPaper({ ...DEAL }))).equals(first)).toBe(true);
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      './test/support/run-typescript.mjs',
      'test/support/print-a-paper.ts',
    ]);
    expect(stdout).toBe(createHash('sha256').update(first).digest('hex'));
    const other = await printed(dealPaper({ ...DEAL, paymentDays: 4 }));
    expect(other.equals(first)).toBe(false);
  });

  it('OR-12: what was agreed on is read back with every accent', async () => {
    const text = readPdf(await printed(dealPaper(DEAL)));
    for (const said of [
      'Bản thỏa thuận mua bán',
      'Số LN-0825-4K7/1',
      '18:05 24/08/2021',
      'Hộ Nguyễn Thị Tuyết Nhữ',
      'Thôn Ngõa Hưởng, Nghĩa Phương',
      '120,5 kg',
      '5.061.000\u00a0₫',
      '420,5 kg',
      '14.661.000\u00a0₫',
      'mười bốn triệu sáu trăm sáu mươi mốt nghìn đồng',
      'nhiều nhất 2,5 % sau khi trừ bì',
      '1.500.000\u00a0₫, trước 21:00 24/08/2021',
      'giá chợ lệch quá 10 % thì cùng chịu, bên mua 60 %',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('�');
  });

  it('OR-12: a number whose letters the font joins is copied out whole', async () => {
    const number = 'LN-4ffd-0fi9';
    expect(readPdf(await printed(dealPaper({ ...DEAL, number })))).toContain(`Số ${number}`);
  });

  it('OR-12: a pick list goes hamlet by hamlet, and over as many pages as it takes', async () => {
    const parts = Array.from({ length: 40 }, (_, i) =>
      part(i + 1, i < 25 ? 'Ba Gò' : i < 39 ? 'Đồng Man' : null),
    );
    const text = readPdf(
      await printed(pickList(order(parts), new Set(parts.map((one) => one.householdId)))),
    );
    const hamlets = ['Ba Gò, Nghĩa Phương', 'Đồng Man, Nghĩa Phương', 'Chưa rõ thôn, Nghĩa Phương'];
    const places = hamlets.map((name) => text.indexOf(name));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(text.match(/0900 000 001/g)).toHaveLength(40);
    for (const said of ['25 hộ', '3.762,5 kg', 'trang 1/', 'lấy tại vườn'])
      expect(text).toContain(said);
    const pages = Number(/trang 1\/(\d+)/.exec(text)?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain(`trang ${pages}/${pages}`);
    // A table that goes on says its head again.
    expect(text.match(/Hẹn lấy/g)?.length).toBeGreaterThan(hamlets.length);
  });

  it('OR-12: the confirmation adds up what each household gives', async () => {
    const text = readPdf(await printed(orderConfirmation(order([part(1, null), part(2, null)]))));
    for (const said of ['LN-0825-4K7/2', '5.515.000\u00a0₫', '301 kg', '11.030.000\u00a0₫', '2 hộ'])
      expect(text).toContain(said);
  });
});
