import { readFileSync, writeFileSync } from 'node:fs';
import { isRefusal } from '../../kernel/refusal.js';
import { type CheckedPermit, type Scan, type Trust, checkPermit } from './check-permit.js';
import type { PublicKey } from './es256.js';
import { readStatusList } from './status-list.js';
import { readTrustBundle } from './trust-bundle.js';
import { VECTOR_CASES } from './vector-cases.given.js';
import { TRUSTS, type TrustName, type TrustText, newKit, trustText } from './vectors.given.js';

/** The published form: see docs/permit-format.md. */
interface Vectors {
  readonly about: string;
  readonly rootKey: PublicKey;
  readonly trusts: Readonly<Record<TrustName, TrustText>>;
  readonly cases: readonly Vector[];
}
interface Vector {
  readonly name: string;
  readonly trust: TrustName;
  readonly deviceClock: string;
  readonly seen: Pick<Scan, 'plateSeen' | 'personsSeen' | 'kgSeen'>;
  readonly text: string;
  readonly verdict: string;
  readonly reason: string;
  readonly plate: string | null;
}

/** Reasons that leave nothing of the permit to be believed. */
const NOTHING_TO_SHOW = /^(NOT_OURS|UN|WRONG|KEY|BAD)/;

const FILE = new URL('./vectors.json', import.meta.url);

// Signatures differ at each signing, so the published file is written only when asked:
// WRITE_VECTORS=1 npm run jest -- src/permits/domain/vectors.spec.ts
if (process.env['WRITE_VECTORS'] === '1') {
  writeFileSync(FILE, `${JSON.stringify(await newVectors(), null, 2)}\n`);
}
const published = JSON.parse(readFileSync(FILE, 'utf8')) as Vectors;

async function newVectors(): Promise<Vectors> {
  const kit = await newKit();
  const names = Object.keys(TRUSTS) as TrustName[];
  const trusts = await Promise.all(
    names.map(async (name) => [name, await trustText(kit, name)] as const),
  );
  const cases = VECTOR_CASES.map(async ({ deviceClock, text, ...rest }): Promise<Vector> => {
    const { name, trust, seen, verdict, reason } = rest;
    const scanned = await text(kit);
    const plate = NOTHING_TO_SHOW.test(reason) ? null : '98C12345';
    const clock = deviceClock.toISOString();
    return { name, trust, deviceClock: clock, seen, text: scanned, verdict, reason, plate };
  });
  return {
    about:
      'LN1 transport permits: scan `text` with the trust named, expect `verdict` and `reason`.',
    rootKey: kit.root.key,
    trusts: Object.fromEntries(trusts) as Vectors['trusts'],
    cases: await Promise.all(cases),
  };
}

async function trustOf({ bundle, statusList, lastServerTime }: TrustText, root: PublicKey) {
  const readBundle = await readTrustBundle(bundle, root);
  if (isRefusal(readBundle)) throw new TypeError(readBundle.refused);
  const list = statusList === null ? null : await readStatusList(statusList, readBundle.keys);
  if (isRefusal(list)) throw new TypeError(list.refused);
  const trust: Trust = {
    bundle: readBundle,
    revocations: list,
    lastServerTime: new Date(lastServerTime),
  };
  return trust;
}

async function verdictOn(vectors: Vectors, vector: Vector): Promise<CheckedPermit> {
  return checkPermit({
    text: vector.text,
    deviceClock: new Date(vector.deviceClock),
    trust: await trustOf(vectors.trusts[vector.trust], vectors.rootKey),
    ...vector.seen,
  });
}

const gist = ({ verdict, reason, permit }: CheckedPermit) => ({
  verdict,
  reason,
  plate: permit?.plate ?? null,
});

describe('the published vectors', () => {
  it('PE-13: are the cases this code knows, in their order', () => {
    expect(published.cases.map(({ name, verdict, reason }) => [name, verdict, reason])).toEqual(
      VECTOR_CASES.map(({ name, verdict, reason }) => [name, verdict, reason]),
    );
    expect(published.cases.length).toBeGreaterThanOrEqual(40);
    expect(new Set(published.cases.map(({ name }) => name)).size).toBe(published.cases.length);
  });

  it.each(published.cases.map((vector) => [vector.name, vector] as const))(
    'PE-13: %s',
    async (_, vector) => {
      const { verdict, reason, plate } = vector;
      expect(gist(await verdictOn(published, vector))).toEqual({ verdict, reason, plate });
    },
  );

  it('begin with the worked example of docs/permit-format.md', () => {
    const document = readFileSync(
      new URL('../../../docs/permit-format.md', import.meta.url),
      'utf8',
    );
    expect(document).toContain(`\n${published.cases[0]?.text}\n`);
    expect(document).toContain(`holds\n${published.cases.length} scans`);
  });

  it('PE-13: come out the same when signed anew with other keys', async () => {
    const anew = await newVectors();
    const verdicts = await Promise.all(anew.cases.map((vector) => verdictOn(anew, vector)));
    expect(verdicts.map(gist)).toEqual(
      anew.cases.map(({ verdict, reason, plate }) => ({ verdict, reason, plate })),
    );
  });
});
