/** Banks by the six digits VietQR knows them by (NAPAS BIN): those with branches or many users in the district. */
export const BANKS: Readonly<Record<string, string>> = {
  '970403': 'Sacombank',
  '970405': 'Agribank',
  '970407': 'Techcombank',
  '970415': 'VietinBank',
  '970416': 'ACB',
  '970418': 'BIDV',
  '970422': 'MB',
  '970423': 'TPBank',
  '970426': 'MSB',
  '970432': 'VPBank',
  '970436': 'Vietcombank',
  '970437': 'HDBank',
  '970441': 'VIB',
  '970443': 'SHB',
  '970449': 'LPBank',
};

/** The name people know; the digits themselves for a bank that is not listed. */
export const bankName = (bin: string): string => BANKS[bin] ?? bin;
