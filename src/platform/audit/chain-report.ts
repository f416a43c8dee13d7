import type { ChainReport } from './act-chain.js';

const FAULTS = {
  CHANGED: ['was changed', 'đã bị sửa'],
  GONE: ['was taken out', 'đã bị lấy đi'],
  SLIPPED_IN: ['was slipped in', 'bị chen vào'],
} as const;

/** What the check of the chain found, in both languages; names the act and no person. */
export function chainSentences({ links, unlinked, ofOtherSecrets, head, broken }: ChainReport) {
  const lines = [
    `Record of acts: ${links} linked, ${unlinked} not yet, head ${head ?? '–'}.`,
    `Sổ việc làm: ${links} việc đã nối, ${unlinked} chưa nối, đầu chuỗi ${head ?? '–'}.`,
  ];
  if (ofOtherSecrets > 0)
    lines.push(
      `${ofOtherSecrets} links were made with another SECRET_KEY: check them with that one.`,
      `${ofOtherSecrets} mắt nối làm bằng SECRET_KEY khác: hãy kiểm bằng khóa đó.`,
    );
  if (broken) {
    const [en, vi] = FAULTS[broken.fault];
    const act = `${broken.operation} ${broken.key}`;
    const place = broken.seq === null ? '' : ` (${broken.seq})`;
    lines.push(`BROKEN: the act ${act}${place} ${en}.`, `ĐỨT CHUỖI: việc ${act}${place} ${vi}.`);
  }
  return lines;
}
