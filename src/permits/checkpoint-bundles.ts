import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Rules } from './rules.js';
import { SigningKeys } from './signing-keys.js';
import { Trust } from './trust.js';

/** All a checkpoint phone needs for a day without signal. */
export interface CheckpointBundle {
  /** JSON `{rootKey, signed}`: the root's JWK, kept from the first shift on, and LNK1: which keys and rule sets stand. */
  readonly keys: string;
  /** LNS1: which permits no longer count. */
  readonly revocations: string;
  /** Rules and zones as JSON. */
  readonly ruleSet: string;
  readonly issuedAt: Date;
}

@Injectable()
export class CheckpointBundles {
  constructor(
    private readonly trust: Trust,
    private readonly rules: Rules,
    private readonly signing: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<CheckpointBundle> {
    const issuedAt = this.clock.now();
    const [keys, revocations, ruleSet] = await Promise.all([
      this.trust.bundle(),
      this.trust.statusList(),
      this.rules.inForce(issuedAt),
    ]);
    return {
      keys: JSON.stringify({
        rootKey: { kty: 'EC', crv: 'P-256', ...this.signing.rootKey },
        signed: keys.text,
      }),
      revocations: revocations.text,
      ruleSet: JSON.stringify(ruleSet),
      issuedAt,
    };
  }
}
