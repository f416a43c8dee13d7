import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { PermitsStore } from '../data/permits.store.js';
import { ScansStore, type NewScan } from '../data/scans.store.js';
import { isReasonOwed } from '../domain/scan-checks.js';
import { readShortCode, shortCodeOf } from '../domain/short-code.js';
import { readPermit } from '../domain/token.js';
import { signerOf, type TrustedKey } from '../domain/trusted-key.js';
import { Trust } from '../trust.js';

export interface ScanWish extends Pick<
  NewScan,
  'id' | 'checkpointId' | 'verdict' | 'reason' | 'decision' | 'scannedAt'
> {
  /** What the camera read; left out when the code was typed, or there was no paper at all. */
  readonly tokenText?: string | null;
  readonly permitCode?: string | null;
  readonly decisionReason?: string | null;
  readonly dataAgeSeconds: number;
  readonly handlingSeconds?: number | null;
}

export interface ScansWish {
  readonly clientMutationId: string;
  readonly scans: readonly ScanWish[];
}

type ScanFault = Refusal<'SCAN_REASON_MISSING' | 'CHECKPOINT_UNKNOWN'>;

export interface ScansKept {
  readonly accepted: number;
  /** Sent before, by this or another batch. */
  readonly duplicates: number;
  /** Not kept, each with why; the others of the batch are. */
  readonly rejected: readonly { readonly id: string; readonly refusal: ScanFault }[];
}

const MOST_SCANS = 200;

/** PE-17: what posts saw, replayed from phones that had no signal; a scan counts once however often it comes. */
@Injectable()
export class RecordScans {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly scans: ScansStore,
    private readonly permits: PermitsStore,
    private readonly trust: Trust,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  run(
    actor: Actor,
    { clientMutationId, scans }: ScansWish,
  ): Promise<ScansKept | Refusal<'TOO_MANY_SCANS' | ActRefusal>> {
    const act = { actor, operation: 'recordScan', key: clientMutationId, request: { scans } };
    return this.uow.once<ScansKept | Refusal<'TOO_MANY_SCANS'>>(act, async (tx) => {
      if (scans.length > MOST_SCANS) return refuse('TOO_MANY_SCANS', { most: MOST_SCANS }, 'scans');
      const judged = await Promise.all(
        scans.map(async (scan) => ({ scan, fault: await this.faultOf(scan) })),
      );
      const good = judged.filter(({ fault }) => fault === undefined).map(({ scan }) => scan);
      const accepted = await this.keep(tx, actor, good);
      const rejected = judged.flatMap(({ scan, fault }) =>
        fault ? [{ id: scan.id, refusal: fault }] : [],
      );
      return { accepted, duplicates: good.length - accepted, rejected };
    });
  }

  private async faultOf(scan: ScanWish): Promise<ScanFault | undefined> {
    const post = await this.places.place(scan.checkpointId);
    if (post?.kind !== 'CHECKPOINT') return refuse('CHECKPOINT_UNKNOWN');
    return isReasonOwed(scan) ? refuse('SCAN_REASON_MISSING') : undefined;
  }

  private async keep(tx: Tx, actor: Actor, scans: readonly ScanWish[]): Promise<number> {
    if (scans.length === 0) return 0;
    const receivedAt = this.clock.now();
    const keys = await this.trust.trustedKeys();
    const codes = await Promise.all(scans.map((scan) => codeOf(scan, keys)));
    const ids = await this.permits.idsByCode(codes.filter((code) => code !== null));
    return this.scans.add(
      tx,
      scans.map((scan, index) => ({
        id: scan.id,
        permitId: ids.get(codes[index] ?? '') ?? null,
        tokenHash: hashOf(scan),
        checkpointId: scan.checkpointId,
        officerId: actor.personId,
        verdict: scan.verdict,
        reason: scan.reason,
        decision: scan.decision,
        decisionReason: scan.decisionReason?.trim() || null,
        dataAgeS: Math.max(0, scan.dataAgeSeconds),
        handlingS: scan.handlingSeconds ?? null,
        scannedAt: scan.scannedAt,
        receivedAt,
      })),
    );
  }
}

/** Which permit was shown; a forged text is nobody's, whatever number it bears. */
async function codeOf(
  { tokenText, permitCode }: ScanWish,
  keys: readonly TrustedKey[],
): Promise<string | null> {
  if (tokenText === null || tokenText === undefined) {
    const code = readShortCode(permitCode ?? '');
    return isRefusal(code) ? null : code;
  }
  const read = readPermit(tokenText);
  if (isRefusal(read)) return null;
  const { claims, sealed } = read;
  const key = await signerOf(sealed, claims.issuedAt, keys);
  return isRefusal(key) ? null : shortCodeOf(claims.tokenId);
}

const hashOf = ({ tokenText, permitCode }: ScanWish): string =>
  createHash('sha256')
    .update(tokenText ?? permitCode ?? '')
    .digest('base64url');
