import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isId } from '../kernel/id.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { GrantEvidenceStore, type GrantAsked } from './data/grant-evidence.store.js';

export type ProofRefusal = 'GRANT_CODE_WRONG' | 'GRANT_PAPER_NOT_FOUND' | 'GRANT_PROOF_MISSING';

const CODE_WRONG = refuse('GRANT_CODE_WRONG', {}, 'code');
const PAPER_UNKNOWN = refuse('GRANT_PAPER_NOT_FOUND', {}, 'paperId');

/** On what a word of the counter rests; `use` puts it on record, and refuses when it is worth nothing any more. */
export interface GrantProof {
  readonly consent: 'SPOKEN_CODE' | 'SIGNED_PAPER';
  readonly codeId: string | null;
  readonly paperId: string | null;
  use(tx: Tx): Promise<Refusal<ProofRefusal> | undefined>;
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
    if (!isId(paperId)) return PAPER_UNKNOWN;
    return {
      consent: 'SIGNED_PAPER',
      codeId: null,
      paperId,
      use: async (tx) =>
        (await this.evidence.useForHousehold(tx, paperId, asked)) ? undefined : PAPER_UNKNOWN,
    };
  }

  private async spoken(
    asked: GrantAsked,
    code: string,
  ): Promise<GrantProof | Refusal<'GRANT_CODE_WRONG'>> {
    const now = this.clock.now();
    const live = await this.evidence.spendTry(asked, now);
    if (!live || !isSame(live.codeHash, sealedGrantCode(this.sealer, asked, code)))
      return CODE_WRONG;
    return {
      consent: 'SPOKEN_CODE',
      codeId: live.id,
      paperId: null,
      use: async (tx) => ((await this.evidence.useCode(tx, live.id, now)) ? undefined : CODE_WRONG),
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
