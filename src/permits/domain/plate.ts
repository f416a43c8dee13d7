/**
 * A number plate as it is signed and compared: `98C-123.45` becomes `98C12345`.
 * Đ (electric bikes, 98MĐ1) becomes D, because the QR's alphabet has no Đ.
 */
export const normalPlate = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll('Đ', 'D')
    .replaceAll(/[^0-9A-Z]/g, '');

/** Two digits of the province, one or two letters of the series, then four to six digits. */
export const isPlate = (plate: string): boolean => /^\d{2}[A-Z]{1,2}\d{4,6}$/.test(plate);

/** Initials without marks, at most five: `Nguyễn Văn Ánh` becomes `NVA`. All a permit tells of a driver's name. */
export const driverMark = (fullName: string): string =>
  fullName
    .normalize('NFD')
    .replaceAll(/[Đđ]/g, 'D')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(-5);
