/** How long to wait before the next code, by how many were sent in a row and not used: a minute, two, then five. */
const WAITS_MS = [60_000, 120_000, 300_000] as const;

/** Milliseconds until another code may be asked for; 0 when it may be now. */
export function waitBefore(unused: readonly Date[], now: Date): number {
  const last = unused[0];
  const wait = WAITS_MS[Math.min(unused.length, WAITS_MS.length) - 1];
  if (!last || wait === undefined) return 0;
  return Math.max(0, last.getTime() + wait - now.getTime());
}

/** Ten thousand numbers side by side, as an operator hands them out: what somebody who pumps messages walks through. */
export const prefixOf = (phone: string): string => phone.slice(0, 8);

/** The network a request comes from: a /24 of IPv4, a /56 of IPv6, because both are one household or one office. */
export function networkOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(ip);
  if (v4?.[1]) return v4[1];
  const groups = ip.toLowerCase().split(':');
  return `${groups.slice(0, 3).join(':')}:${(groups[3] ?? '').padStart(4, '0').slice(0, 2)}`;
}

export interface OtpBudgets {
  readonly perPhoneHour: number;
  readonly perPhoneDay: number;
  readonly perNetworkHour: number;
  readonly perDeviceHour: number;
  /** For each ten thousand numbers side by side. */
  readonly perPrefixDay: number;
  /** What a day's messages may cost; a fifth of it is kept for devices we know. */
  readonly dayVnd: number;
  readonly messageVnd: number;
}

/** Messages a day may still carry, for a device that is known and for one that is not. */
export const sendsADay = ({ dayVnd, messageVnd }: OtpBudgets, isKnown: boolean): number =>
  Math.floor(((isKnown ? 1 : 0.8) * dayVnd) / messageVnd);
