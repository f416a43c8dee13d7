/** Rows by table, as they lie in the database. */
export type ExportedTables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

// What proves somebody's identity is not data about her: hashes, sealed secrets, tokens. What an act answered are ids of rows that
// are there themselves, or a code.
const SECRET = /_hash$|_sealed$|^totp_|^(auth|p256dh|endpoint|response)$/;

/** Without the columns that hold secrets. */
export const withoutSecrets = (tables: ExportedTables): ExportedTables =>
  Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET.test(column))),
      ),
    ]),
  );

/** One value a line, `table,row,column,value`: any spreadsheet reads it, and no cell of it is a formula. */
export function csvOf(tables: ExportedTables): string {
  const lines = ['table,row,column,value'];
  for (const [table, rows] of Object.entries(tables)) {
    for (const [index, row] of rows.entries()) {
      for (const [column, value] of Object.entries(row)) {
        if (value !== null) lines.push([table, String(index + 1), column, cell(value)].join(','));
      }
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const inert = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
