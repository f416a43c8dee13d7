/** What people write, as one line: composed letters, single spaces, nothing that cannot be seen. */
export const tidied = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
