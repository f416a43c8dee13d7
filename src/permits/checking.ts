import { Injectable } from '@nestjs/common';
import { Catalog } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { dayOf } from '../kernel/day.js';
import { isRefusal } from '../kernel/refusal.js';
import { Places } from '../places/index.js';
import type { Actor, Locale } from '../platform/access/actor.js';
import { rateLimited } from '../platform/graphql/faults.js';
import { Counters } from '../platform/limits/counters.js';
import type { PermitEntity } from './data/permit.entities.js';
import { PermitsStore } from './data/permits.store.js';
import { ScansStore } from './data/scans.store.js';
import { checkPermit, type CheckedPermit } from './domain/check-permit.js';
import { isImpossibleTravel } from './domain/repeat-scan.js';
import { readShortCode, shortCodeOf, spoken } from './domain/short-code.js';
import { verdictSentence, type VerdictReason } from './domain/verdict-words.js';
import { Trust } from './trust.js';

/** A verdict made with the server's own, newest data. */
export interface OnlineVerdict {
  readonly verdict: 'GREEN' | 'AMBER' | 'RED';
  readonly reason: VerdictReason;
  /** null when nothing in the permit can be believed. */
  readonly plate: string | null;
  readonly validTo: Date | null;
  readonly permitCode: string | null;
}

/** What the holder, or anyone who was given the code, sees of a permit. */
export interface SelfCheck {
  /** As people say it: `XXX-XXX-XXXX`. */
  readonly code: string;
  readonly verdict: 'GREEN' | 'AMBER' | 'RED' | 'UNKNOWN';
  /** One sentence: why. */
  readonly reason: string;
  readonly permit: {
    readonly plate: string;
    readonly validFrom: Date;
    readonly validTo: Date;
    /** Name of the first commune of loading. */
    readonly from: string;
    readonly to: string;
    readonly cropName: string;
    readonly loadGrams: number;
    readonly persons: number;
    /** What the QR code holds; null before it is issued. */
    readonly token: string | null;
  } | null;
}

// A post reads a code a minute at its busiest; somebody who guesses needs many more.
const TRIES = 30;
const TRIES_MINUTES = 10;
const LOOK_BACK_MS = 24 * 3_600_000;

/** PE-12 and PE-15: the same verdict as on the phone, but with data of this minute, and what only the server can see. */
@Injectable()
export class Checking {
  constructor(
    private readonly permits: PermitsStore,
    private readonly scans: ScansStore,
    private readonly trust: Trust,
    private readonly places: Places,
    private readonly catalog: Catalog,
    private readonly counters: Counters,
    private readonly clock: Clock,
  ) {}

  /** @param checkpointId the officer's post, to notice a permit that was just shown far away */
  async verify(text: string, checkpointId: string | null): Promise<OnlineVerdict> {
    const checked = await this.judge(text);
    const code = checked.permit && shortCodeOf(checked.permit.tokenId);
    const verdict = verdictOf(checked, code);
    if (verdict.verdict !== 'GREEN' || code === null || checkpointId === null) return verdict;
    return (await this.isSeenFarAway(code, checkpointId))
      ? { ...verdict, verdict: 'AMBER', reason: 'SEEN_ELSEWHERE' }
      : verdict;
  }

  /**
   * For a QR code that cannot be read. A wrong code and a right one with another plate look the same.
   * @throws RATE_LIMITED when the officer tries too many
   */
  async byCode(actor: Actor, typed: string, plateLast4: string): Promise<OnlineVerdict> {
    const tries = await this.counters.count(`permit-code:${actor.personId}`, TRIES_MINUTES);
    if (tries > TRIES) throw rateLimited();
    const permit = await this.find(typed);
    if (!permit || permit.plate.slice(-4) !== plateLast4.trim()) {
      return { ...NOTHING, verdict: 'RED', reason: 'UNKNOWN_CODE' };
    }
    return this.ofPermit(permit);
  }

  /** For the public page of a permit; the code is known to whoever holds the paper. */
  async selfCheck(typed: string, locale: Locale): Promise<SelfCheck> {
    const permit = await this.find(typed);
    // What was asked for and never issued is no paper anybody can hold: nothing is told of it.
    if (!permit || permit.token === null) {
      const reason = verdictSentence('UNKNOWN_CODE', locale);
      return { code: typed, verdict: 'UNKNOWN', reason, permit: null };
    }
    const { verdict, reason } = await this.ofPermit(permit);
    return {
      code: spoken(permit.code),
      verdict,
      reason: verdictSentence(reason, locale),
      permit: await this.described(permit, locale),
    };
  }

  private async find(typed: string): Promise<PermitEntity | null> {
    const code = readShortCode(typed);
    return isRefusal(code) ? null : this.permits.findByCode(code);
  }

  /** A request that was never issued has nothing to show at a post. */
  private async ofPermit(permit: PermitEntity): Promise<OnlineVerdict> {
    if (permit.token === null) return { ...NOTHING, verdict: 'RED', reason: 'UNKNOWN_CODE' };
    return verdictOf(await this.judge(permit.token), permit.code);
  }

  private async judge(text: string): Promise<CheckedPermit> {
    return checkPermit({ text, deviceClock: this.clock.now(), trust: await this.trust.current() });
  }

  private async isSeenFarAway(code: string, checkpointId: string): Promise<boolean> {
    const now = this.clock.now();
    const [permit, here] = await Promise.all([
      this.permits.findByCode(code),
      this.places.place(checkpointId),
    ]);
    if (!permit || !here) return false;
    const seen = await this.scans.sightings(permit.id, new Date(now.getTime() - LOOK_BACK_MS));
    const sightings = await Promise.all(
      seen.map(async ({ checkpointId: id, at }) => ({ at, post: await this.places.place(id) })),
    );
    return sightings.some(
      ({ at, post }) =>
        post !== undefined &&
        isImpossibleTravel(
          { at, latitude: post.lat, longitude: post.lon },
          { at: now, latitude: here.lat, longitude: here.lon },
        ),
    );
  }

  private async described(
    permit: PermitEntity,
    locale: Locale,
  ): Promise<NonNullable<SelfCheck['permit']>> {
    const [crop, destination, from] = await Promise.all([
      this.catalog.crop(permit.cropCode),
      this.places.place(permit.destinationId),
      this.nameOfUnit(permit),
    ]);
    return {
      plate: permit.plate,
      validFrom: permit.validFrom,
      validTo: permit.validTo,
      from,
      to: destination?.name ?? '',
      cropName: (locale === 'en' ? crop?.nameEn : crop?.nameVi) ?? permit.cropCode,
      loadGrams: permit.loadG,
      persons: permit.persons,
      token: permit.token,
    };
  }

  private async nameOfUnit({ fromCode, leavesAt }: PermitEntity): Promise<string> {
    const units = await this.places.unitsOn(dayOf(leavesAt));
    const commune = units.find(
      ({ code, kind }) => code === fromCode && (kind === 'COMMUNE' || kind === 'TOWNSHIP'),
    );
    return commune?.name ?? fromCode;
  }
}

const NOTHING = { plate: null, validTo: null, permitCode: null } as const;

const verdictOf = (
  { verdict, reason, permit, validUntil }: CheckedPermit,
  code: string | null,
): OnlineVerdict => ({
  verdict,
  reason,
  plate: permit?.plate ?? null,
  validTo: validUntil,
  permitCode: code === null ? null : spoken(code),
});
