import type { ResultOf } from '../../api/graphql.js';
import { Button } from '../../ui/button.js';
import type { Exported } from './documents.js';
import { say } from './words.js';

export type ExportKind = 'json' | 'csv';
export type Made = ResultOf<typeof Exported>;

const TYPES: Readonly<Record<ExportKind, string>> = { json: 'application/json', csv: 'text/csv' };

/** The two files an export is saved as. */
export function ExportFiles({
  isBusy,
  onPick,
}: {
  isBusy: boolean;
  onPick: (kind: ExportKind) => void;
}) {
  const words = say();
  return (['json', 'csv'] as const).map((kind) => (
    <Button key={kind} isWide icon="download" isDisabled={isBusy} onPress={() => onPick(kind)}>
      {isBusy ? words.making : words[kind]}
    </Button>
  ));
}

/** The file is made on this phone from the answer, so that no address on the server ever holds it. */
export function saveExport(made: Made, kind: ExportKind): void {
  // A spreadsheet reads Vietnamese right only after this mark.
  const text = kind === 'csv' ? `\ufeff${made.csv}` : made.json;
  const address = URL.createObjectURL(new Blob([text], { type: TYPES[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `cho-luc-nam.${kind}`;
  link.click();
  URL.revokeObjectURL(address);
}

export const rowsOf = ({ tables }: Made): number =>
  tables.reduce((sum, table) => sum + table.rows, 0);
