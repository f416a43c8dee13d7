/** BIN of the card scheme, as VietQR names a bank (six digits). */
export const BANKS: readonly { readonly bin: string; readonly name: string }[] = [
  { bin: '970405', name: 'Agribank' },
  { bin: '970415', name: 'VietinBank' },
  { bin: '970418', name: 'BIDV' },
  { bin: '970436', name: 'Vietcombank' },
  { bin: '970449', name: 'LPBank' },
  { bin: '970422', name: 'MB' },
];
