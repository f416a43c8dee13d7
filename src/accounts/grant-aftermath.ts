import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { ConsequenceKind } from './domain/consequence-texts.js';
import type { Power } from './domain/grants.js';

/** One thing under way that a revoked grant touches, or leaves as it is. */
export interface Consequence {
  readonly kind: ConsequenceKind;
  readonly count: number;
}

export interface RevokedGrant {
  readonly grantorId: string;
  readonly granteeId: string;
  readonly power: Power;
}

interface Part {
  /** What would happen now; changes nothing. */
  foretell(grant: RevokedGrant): Promise<readonly Consequence[]>;
  /** Makes it happen, and says what did. */
  apply(tx: Tx, grant: RevokedGrant): Promise<readonly Consequence[]>;
}

/**
 * What revoking does to things under way. Each feature above says its own part, for the powers it knows; the household
 * reads all of it before it decides, and all of it happens in one transaction.
 */
@Injectable()
export class GrantAftermath {
  readonly #parts: { readonly power: Power; readonly part: Part }[] = [];

  on(power: Power, part: Part): void {
    this.#parts.push({ power, part });
  }

  async foretell(grant: RevokedGrant): Promise<Consequence[]> {
    const told = await Promise.all(this.partsOf(grant).map((part) => part.foretell(grant)));
    return told.flat().filter(({ count }) => count > 0);
  }

  async apply(tx: Tx, grant: RevokedGrant): Promise<Consequence[]> {
    const done: Consequence[] = [];
    for (const part of this.partsOf(grant)) done.push(...(await part.apply(tx, grant)));
    return done.filter(({ count }) => count > 0);
  }

  private partsOf(grant: RevokedGrant): Part[] {
    return this.#parts.filter(({ power }) => power === grant.power).map(({ part }) => part);
  }
}
