import type { Scan } from './check-permit.js';
import { type Kit, type TrustName, at } from './vectors.given.js';

/** One scan and the verdict every implementation must reach. */
export interface VectorCase {
  readonly name: string;
  readonly text: (kit: Kit) => Promise<string> | string;
  readonly trust: TrustName;
  readonly deviceClock: Date;
  readonly seen: Pick<Scan, 'plateSeen' | 'personsSeen' | 'kgSeen'>;
  readonly verdict: 'GREEN' | 'AMBER' | 'RED';
  readonly reason: string;
}

export type Text = VectorCase['text'];
export type Circumstances = Partial<Pick<VectorCase, 'trust' | 'deviceClock' | 'seen'>>;

const ORDINARY = { trust: 'fresh', deviceClock: at('08:00'), seen: {} } as const;

export const green = (name: string, text: Text, around: Circumstances = {}): VectorCase => ({
  ...ORDINARY,
  ...around,
  name,
  text,
  verdict: 'GREEN',
  reason: 'VALID',
});
export const amber = (name: string, reason: string, text: Text, around: Circumstances = {}) =>
  ({ ...green(name, text, around), verdict: 'AMBER', reason }) as const;
export const red = (name: string, reason: string, text: Text, around: Circumstances = {}) =>
  ({ ...green(name, text, around), verdict: 'RED', reason }) as const;

export const clock = (time: string, day?: string): Circumstances => ({
  deviceClock: at(time, day),
});
