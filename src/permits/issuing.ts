import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { grams } from '../kernel/units.js';
import { Places } from '../places/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import type { KeptReason, PermitEntity } from './data/permit.entities.js';
import { PermitsStore } from './data/permits.store.js';
import { ISSUER } from './domain/issue-plan.js';
import { kgBandOf } from './domain/kg-band.js';
import { shortCodeOf } from './domain/short-code.js';
import { signPermit, tokenIdOf } from './domain/token.js';
import { SigningKeys } from './signing-keys.js';
import { tokenCode } from './trips.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** A permit was signed, by machine or by a reviewer. */
    'permit.issued': { permitId: string };
    'permit.rejected': { permitId: string };
    /** The office took it back; whoever is on the road must be told. */
    'permit.revoked': { permitId: string };
  }
}

/** What becomes of a permit when it is decided. */
export interface Decision {
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly reasons: KeptReason[];
  readonly rulePackCode: string;
  readonly proofAt: Date | null;
  /** null: by machine. */
  readonly by: string | null;
  readonly at: Date;
}

/** Id and short code of a new permit; the code is made of the id's last half, as the token's number is. */
export function newPermitId(): { readonly id: string; readonly code: string } {
  const id = uuid();
  return { id, code: shortCodeOf(tokenIdOf(id)) };
}

/** Puts a permit into words and signs it. */
@Injectable()
export class Issuing {
  constructor(
    private readonly permits: PermitsStore,
    private readonly signing: SigningKeys,
    private readonly places: Places,
    private readonly outbox: Outbox,
  ) {}

  async issue(tx: Tx, permit: PermitEntity, decision: Decision): Promise<void> {
    const { validFrom, validTo, reasons, rulePackCode, proofAt, by, at } = decision;
    const token = await this.sign(permit, decision);
    await this.permits.update(tx, permit.id, {
      state: 'ISSUED',
      validFrom,
      validTo,
      reasons,
      rulePackCode,
      proofAt,
      token,
      kid: this.signing.permit.kid,
      decidedBy: by,
      decidedAt: at,
    });
    await this.outbox.publish(tx, 'permit.issued', { permitId: permit.id });
  }

  private async sign(permit: PermitEntity, decision: Decision): Promise<string> {
    const destination = await this.places.place(permit.destinationId);
    const { least, most } = kgBandOf(grams(permit.loadG));
    return signPermit(
      {
        tokenId: tokenIdOf(permit.id),
        type: permit.type,
        plate: permit.plate,
        driverMark: permit.driverMark,
        fromCode: permit.fromCode,
        fromYear: yearOf(permit),
        toCode: tokenCode(destination?.code ?? ''),
        cropCode: permit.cropCode,
        kgLeast: least,
        kgMost: most,
        persons: permit.persons,
        run: tokenIdOf(permit.runId).slice(-RUN_LETTERS).toUpperCase(),
        testedAt: decision.proofAt,
        ruleSet: decision.rulePackCode,
        statusIndex: permit.statusIndex,
        issuer: ISSUER,
        issuedAt: decision.at,
        validFrom: decision.validFrom,
        validTo: decision.validTo,
      },
      this.signing.permit,
    );
  }
}

const RUN_LETTERS = 10;

/** The year since which the first commune bears its code, from its key `commune:07486@2025`. */
function yearOf({ points }: PermitEntity): number {
  const [own] = points[0]?.units ?? [];
  return Number(/@(\d{4})$/.exec(own ?? '')?.[1] ?? 0);
}
