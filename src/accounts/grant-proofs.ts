import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { GrantEvidenceStore, type GrantAsked } from './data/grant-evidence.store.js';

export type ProofRefusal = 'GRANT_CODE_WRONG' | 'GRANT_PAPER_NOT_FOUND' | 'GRANT_PROOF_MISSING';

/** On what a word of the counter rests; `use` puts it on record and is false when it is worth nothing any more. */
export interface GrantProof {
  readonly consent: 'SPOKEN_CODE' | 'SIGNED_PAPER';
  readonly codeId: string | null;
  readonly paperId: string | null;
  use(tx: Tx): Promise<boolean>;
}

/** Whether a household gave its word: it read out the code it was sent, or signed a paper. */
@Injectable()
export class GrantProofs {
  constructor(
    private readonly evidence: GrantEvidenceStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** A code that is tried costs a try, whatever becomes of it. */
  async of(
    asked: GrantAsked,
    shown: { readonly code: string | null; readonly paperId: string | null },
  ): Promise<GrantProof | Refusal<ProofRefusal>> {
    if (shown.code !== null) return this.spoken(asked, shown.code);
    const { paperId } = shown;
    if (paperId === null) return refuse('GRANT_PROOF_MISSING', {}, 'code');
    return {
      consent: 'SIGNED_PAPER',
      codeId: null,
      paperId,
      use: (tx) => this.evidence.useForHousehold(tx, paperId, asked),
    };
  }

  private async spoken(
    asked: GrantAsked,
    code: string,
  ): Promise<GrantProof | Refusal<'GRANT_CODE_WRONG'>> {
    const now = this.clock.now();
    const live = await this.evidence.spendTry(asked, now);
    if (!live || !isSame(live.codeHash, sealedGrantCode(this.sealer, asked, code)))
      return refuse('GRANT_CODE_WRONG', {}, 'code');
    return {
      consent: 'SPOKEN_CODE',
      codeId: live.id,
      paperId: null,
      use: (tx) => this.evidence.useCode(tx, live.id, now),
    };
  }
}

/** What is kept of a code: enough to know the same one for the same thing again. */
export const sealedGrantCode = (
  sealer: Sealer,
  { householdId, partyId, power }: GrantAsked,
  code: string,
): string => sealer.hash('grant', householdId, partyId, power, code.replace(/\s/g, ''));

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
