import { createPrivateKey } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Id } from '../../kernel/id.js';
import { es256Signer, type Signer } from '../../permits/domain/es256.js';
import { ISSUER } from '../../permits/domain/issue-plan.js';
import { kgBandOf } from '../../permits/domain/kg-band.js';
import { shortCodeOf } from '../../permits/domain/short-code.js';
import { signPermit, tokenIdOf } from '../../permits/domain/token.js';
import { SIGNED_UP_AT } from '../demo/registry.js';
import type { PermitRow } from '../demo/transport-rows.js';
import type { Acting } from './acting.js';
import type { Row } from './insert-rows.js';
import { placeId } from './reference.js';

/** The installation's own permit key, made known as the one that signed since the demo's first day. */
export async function permitSigner(db: EntityManager, pem: string): Promise<Signer> {
  const { x, y, d } = createPrivateKey(pem).export({ format: 'jwk' });
  const signer = await es256Signer({ x: x!, y: y!, d: d! });
  await db.query(
    `insert into permit_keys (kid, jwk, valid_from, created_at) values ($1, $2::jsonb, $3, now())
     on conflict (kid) do update set valid_from = least(permit_keys.valid_from, excluded.valid_from)`,
    [signer.kid, JSON.stringify({ x, y }), SIGNED_UP_AT],
  );
  return signer;
}

type InsertedPermit = Row & { readonly id: Id; readonly token: string | null };

/** The permit as the product keeps it: with its short code and, once issued, the signed text of its QR code. */
export async function permitOf(
  { marketCode, ...permit }: PermitRow,
  acting: Acting,
  signer: Signer,
): Promise<InsertedPermit> {
  const isIssued = permit.state === 'ISSUED';
  const [loading] = permit.points;
  const decided = { ...permit, fromCode: loading!.code, persons: permit.crewIds.length };
  return {
    ...decided,
    code: shortCodeOf(tokenIdOf(permit.id)),
    type: 'TRANSPORT_PERMIT',
    destinationId: placeId(marketCode),
    token: isIssued ? await tokenOf({ ...decided, toCode: marketCode }, signer) : null,
    kid: isIssued ? signer.kid : null,
    decidedAt: isIssued ? permit.createdAt : null,
    createdBy: acting.for(permit.requesterId),
  };
}

const RUN_LETTERS = 10;

const tokenOf = (
  permit: Omit<PermitRow, 'marketCode'> & {
    readonly fromCode: string;
    readonly toCode: string;
    readonly persons: number;
  },
  signer: Signer,
): Promise<string> => {
  const { least, most } = kgBandOf(permit.loadG);
  return signPermit(
    {
      tokenId: tokenIdOf(permit.id),
      type: 'TRANSPORT_PERMIT',
      plate: permit.plate,
      driverMark: permit.driverMark,
      fromCode: permit.fromCode,
      fromYear: yearOf(permit),
      toCode: permit.toCode,
      cropCode: permit.cropCode,
      kgLeast: least,
      kgMost: most,
      persons: permit.persons,
      run: tokenIdOf(permit.runId).slice(-RUN_LETTERS).toUpperCase(),
      testedAt: permit.proofAt,
      ruleSet: permit.rulePackCode,
      statusIndex: permit.statusIndex,
      issuer: ISSUER,
      issuedAt: permit.createdAt,
      validFrom: permit.validFrom,
      validTo: permit.validTo,
    },
    signer,
  );
};

/** The year since which the first commune bears its code, from its key `commune:07486@2025`. */
const yearOf = ({ points }: Pick<PermitRow, 'points'>): number =>
  Number(/@(\d{4})$/.exec(points[0]?.units[0] ?? '')?.[1] ?? 0);
