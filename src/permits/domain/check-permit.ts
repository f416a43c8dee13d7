import { isRefusal } from '../../kernel/refusal.js';
import { normalPlate } from './plate.js';
import { type StatusList, isRevoked } from './status-list.js';
import { type PermitClaims, type ReadFault, readPermit } from './token.js';
import type { TrustBundle } from './trust-bundle.js';
import { type KeyFault, signerOf } from './trusted-key.js';

/** All a checkpoint phone holds when it has no signal. */
export interface Trust {
  readonly bundle: TrustBundle;
  /** Null when none was ever fetched. */
  readonly revocations: StatusList | null;
  /** The latest time the server is known to have said, in any signed or secured answer. */
  readonly lastServerTime: Date;
}

export interface Scan {
  /** What the camera read. */
  readonly text: string;
  /** What the phone believes the time to be. */
  readonly deviceClock: Date;
  readonly trust: Trust;
  /** The plate on the vehicle, when the officer has compared it. */
  readonly plateSeen?: string;
  readonly personsSeen?: number;
  /** Whole kilograms on the weigh tickets aboard. */
  readonly kgSeen?: number;
}

export type RedReason =
  | ReadFault['refused']
  | KeyFault['refused']
  | 'REVOKED'
  | 'NOT_YET_VALID'
  | 'EXPIRED'
  | 'PLATE_MISMATCH'
  | 'TOO_MANY_PERSONS';

/** What the phone cannot know by itself; each turns a green into an amber. */
export type AmberReason =
  | 'UNKNOWN_KEY'
  | 'UNKNOWN_FORMAT'
  | 'CHECK_CLOCK'
  | 'STALE_DATA'
  | 'NO_STATUS_LIST'
  | 'NOT_ON_STATUS_LIST'
  | 'RULES_CHANGED'
  | 'KG_OUTSIDE_BAND';

type Judgement =
  | { readonly verdict: 'GREEN'; readonly reason: 'VALID' }
  | { readonly verdict: 'AMBER'; readonly reason: AmberReason }
  | { readonly verdict: 'RED'; readonly reason: RedReason };

export type CheckedPermit = Judgement & {
  /** What the permit says; null when nothing in it can be believed. Shown with the verdict, never without. */
  readonly permit: PermitClaims | null;
  /** The permit's own end, exclusive; the skew allowed to clocks comes on top. */
  readonly validUntil: Date | null;
  /** Age of the older of key list and status list. */
  readonly dataAgeSeconds: number;
  /** The time the verdict was made for: the later of the phone's clock and what the server signed. */
  readonly judgedAt: Date;
  /** Everything to warn of, also beside a red verdict: an expired permit may be a fast clock. */
  readonly cautions: readonly AmberReason[];
};

const SKEW_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/**
 * The verdict at a checkpoint. The same scan with the same data gives the same verdict on every phone.
 * Red: known to be wrong. Amber: this phone cannot know. Green: everything was checked, with fresh data.
 */
export async function checkPermit(scan: Scan): Promise<CheckedPermit> {
  const surroundings = surroundingsOf(scan);
  const read = readPermit(scan.text);
  if (isRefusal(read)) return unread(read.refused, surroundings);

  const { claims, sealed } = read;
  const key = await signerOf(sealed, claims.issuedAt, scan.trust.bundle.keys);
  if (isRefusal(key)) return unread(key.refused, surroundings);

  const cautions = cautionsOf(claims, scan, surroundings);
  const judgement = judge(claims, scan, surroundings, cautions);
  const { judgedAt, dataAgeSeconds } = surroundings;
  const validUntil = claims.validTo;
  return { ...judgement, permit: claims, validUntil, dataAgeSeconds, judgedAt, cautions };
}

interface Surroundings {
  readonly judgedAt: Date;
  readonly dataAgeSeconds: number;
  /** The server has signed something later than the phone's clock: the true time is `judgedAt` or after. */
  readonly isClockSlow: boolean;
  /** Of the phone's data and clock, whatever the permit. */
  readonly cautions: readonly AmberReason[];
}

function surroundingsOf({ deviceClock, trust }: Scan): Surroundings {
  const { bundle, revocations, lastServerTime } = trust;
  const signedTimes = [bundle.issuedAt, ...(revocations === null ? [] : [revocations.issuedAt])];
  const serverTime = Math.max(...[lastServerTime, ...signedTimes].map(Number));
  const device = deviceClock.getTime();
  const judgedAt = Math.max(device, serverTime);
  const ends = [bundle.expiresAt, ...(revocations === null ? [] : [revocations.expiresAt])];

  const isClockSlow = device + SKEW_MS < serverTime;
  const cautions: AmberReason[] = [];
  if (isClockSlow) cautions.push('CHECK_CLOCK');
  if (judgedAt > Math.min(...ends.map(Number))) cautions.push('STALE_DATA');
  if (device > serverTime + DAY_MS) cautions.push('CHECK_CLOCK');
  if (revocations === null) cautions.push('NO_STATUS_LIST');
  const dataAgeSeconds = Math.floor((judgedAt - Math.min(...signedTimes.map(Number))) / 1000);
  return { judgedAt: new Date(judgedAt), dataAgeSeconds, isClockSlow, cautions };
}

/** A key or a format this phone has never heard of may be newer than its data; only fresh data can call it false. */
function unread(
  fault: ReadFault['refused'] | KeyFault['refused'],
  { judgedAt, dataAgeSeconds, cautions }: Surroundings,
): CheckedPermit {
  const isUnheardOf = fault === 'UNKNOWN_KEY' || fault === 'UNKNOWN_FORMAT';
  const mayBeOld = cautions.includes('STALE_DATA') || cautions.includes('CHECK_CLOCK');
  const judgement: Judgement =
    isUnheardOf && mayBeOld
      ? { verdict: 'AMBER', reason: fault }
      : { verdict: 'RED', reason: fault };
  return { ...judgement, permit: null, validUntil: null, dataAgeSeconds, judgedAt, cautions };
}

function judge(
  claims: PermitClaims,
  scan: Scan,
  surroundings: Surroundings,
  [caution]: readonly AmberReason[],
): Judgement {
  const red = redReason(claims, scan, surroundings);
  if (red !== undefined) return { verdict: 'RED', reason: red };
  if (caution !== undefined) return { verdict: 'AMBER', reason: caution };
  return { verdict: 'GREEN', reason: 'VALID' };
}

function redReason(
  claims: PermitClaims,
  scan: Scan,
  { judgedAt, isClockSlow }: Surroundings,
): RedReason | undefined {
  const { revocations } = scan.trust;
  const now = judgedAt.getTime();
  if (revocations !== null && isRevoked(revocations, claims.statusIndex)) return 'REVOKED';
  // A slow clock proves an end, never that a beginning is still to come.
  const isTimeKnown = !isClockSlow && !isAheadOfClock(claims, judgedAt);
  if (isTimeKnown && now + SKEW_MS < claims.validFrom.getTime()) return 'NOT_YET_VALID';
  if (now - SKEW_MS >= claims.validTo.getTime()) return 'EXPIRED';
  if (scan.plateSeen !== undefined && normalPlate(scan.plateSeen) !== claims.plate) {
    return 'PLATE_MISMATCH';
  }
  if ((scan.personsSeen ?? 0) > claims.persons) return 'TOO_MANY_PERSONS';
  return undefined;
}

function cautionsOf(
  claims: PermitClaims,
  { trust, kgSeen }: Scan,
  { judgedAt, cautions: ofPhone }: Surroundings,
): readonly AmberReason[] {
  const cautions = [...ofPhone];
  if (isAheadOfClock(claims, judgedAt) && !cautions.includes('CHECK_CLOCK')) {
    cautions.unshift('CHECK_CLOCK');
  }
  const { revocations } = trust;
  if (revocations !== null && claims.statusIndex >= revocations.size) {
    // Newer than the list is ordinary; older and yet not on it is not.
    if (claims.issuedAt <= revocations.issuedAt) cautions.push('NOT_ON_STATUS_LIST');
  }
  if (!trust.bundle.ruleSets.includes(claims.ruleSet)) cautions.push('RULES_CHANGED');
  if (kgSeen !== undefined && (kgSeen < claims.kgLeast || kgSeen > claims.kgMost)) {
    cautions.push('KG_OUTSIDE_BAND');
  }
  return cautions;
}

/** A genuine permit is itself a signed server time: signed "later than now" means that the clock is slow. */
const isAheadOfClock = (claims: PermitClaims, judgedAt: Date): boolean =>
  claims.issuedAt.getTime() > judgedAt.getTime() + SKEW_MS;
