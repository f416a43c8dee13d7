import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isRefusal } from '../kernel/refusal.js';
import { KeysStore } from './data/keys.store.js';
import { PermitsStore } from './data/permits.store.js';
import type { Trust as CheckpointTrust } from './domain/check-permit.js';
import { readStatusList, signStatusList } from './domain/status-list.js';
import { readTrustBundle, signTrustBundle } from './domain/trust-bundle.js';
import type { TrustedKey } from './domain/trusted-key.js';
import { Rules } from './rules.js';
import { SigningKeys } from './signing-keys.js';

/** A signed text and a name for its content: the signature differs each time, the name only with what is said. */
export interface SignedText {
  readonly text: string;
  readonly version: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// No permit runs longer than this after its key was closed.
const LONGEST_PERMIT_MS = 32 * DAY_MS;

/** What checkpoints believe, made from the tables at the moment it is asked for. */
@Injectable()
export class Trust {
  constructor(
    private readonly signing: SigningKeys,
    private readonly keys: KeysStore,
    private readonly permits: PermitsStore,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  async trustedKeys(): Promise<TrustedKey[]> {
    const since = new Date(this.clock.now().getTime() - LONGEST_PERMIT_MS);
    return (await this.keys.since(since)).map((key) => ({
      kid: key.kid,
      x: key.jwk.x,
      y: key.jwk.y,
      signsFrom: key.validFrom,
      signsUntil: key.validTo,
      isRevoked: key.revokedAt !== null,
    }));
  }

  /** The keys and rule sets that stand, signed by the root. */
  async bundle(): Promise<SignedText> {
    const issuedAt = this.minute();
    const [keys, { rulePacks }] = await Promise.all([
      this.trustedKeys(),
      this.rules.inForce(this.clock.now()),
    ]);
    const ruleSets = rulePacks.map(({ id }) => id);
    const text = await signTrustBundle({ issuedAt, keys, ruleSets }, this.signing.root);
    return { text, version: versionOf([issuedAt, keys, ruleSets]) };
  }

  /** Which permits no longer count, signed by the permit key. */
  async statusList(): Promise<SignedText> {
    const issuedAt = this.minute();
    // A clock may be slow by minutes; an hour after its end no phone takes a permit for valid.
    const since = new Date(this.clock.now().getTime() - HOUR_MS);
    const { size, stopped } = await this.permits.stopped(since);
    const text = await signStatusList({ revoked: stopped, size, issuedAt }, this.signing.permit);
    return { text, version: versionOf([issuedAt, size, stopped]) };
  }

  /** The same trust a phone gets, read back as a phone reads it. */
  async current(): Promise<CheckpointTrust> {
    const [bundleText, listText] = await Promise.all([this.bundle(), this.statusList()]);
    const bundle = await readTrustBundle(bundleText.text, this.signing.rootKey);
    if (isRefusal(bundle)) throw new Error(`our own trust bundle: ${bundle.refused}`);
    const list = await readStatusList(listText.text, bundle.keys);
    // Once our own key is marked as lost, its list counts for nothing, here as on every phone.
    const revocations = isRefusal(list) ? null : list;
    return { bundle, revocations, lastServerTime: this.clock.now() };
  }

  /** Cut to the minute, so that what is said again within it has the same name and caches keep it. */
  private minute(): Date {
    return new Date(Math.floor(this.clock.now().getTime() / 60_000) * 60_000);
  }
}

const versionOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);
