import { useEffect, useState } from 'preact/hooks';
import { isRefusal } from '../../../../../src/kernel/refusal.js';
import type { Trust } from '../../../../../src/permits/domain/check-permit.js';
import type { PublicKey } from '../../../../../src/permits/domain/es256.js';
import { readStatusList } from '../../../../../src/permits/domain/status-list.js';
import { readTrustBundle } from '../../../../../src/permits/domain/trust-bundle.js';
import type { ResultOf } from '../../api/graphql.js';
import { phoneStore } from '../../offline/phone.js';
import { useRead, type Read } from '../../offline/use-read.js';
import { PostBundle } from './checkpoint-documents.js';

type Bundle = ResultOf<typeof PostBundle>['checkpointBundle'];

// A status list asks to be read again after five minutes.
const REFRESH_MS = 300_000;

interface PostTrust {
  /** Undefined until the data has been read; `BAD` when the root this phone knows did not sign it. */
  trust: Trust | 'BAD' | undefined;
  read: Read<ResultOf<typeof PostBundle>>;
}

/** What the post checks with: fetched when there is signal, kept on the phone for a day without. */
export function usePostTrust(): PostTrust {
  const read = useRead(PostBundle, {});
  const [trust, setTrust] = useState<Trust | 'BAD'>();
  const bundle = read.data?.checkpointBundle;
  useEffect(() => {
    if (bundle)
      void pinnedRoot(bundle)
        .then((root) => trustOf(bundle, root))
        .then(setTrust);
  }, [bundle?.issuedAt]);
  useEffect(() => {
    const clock = setInterval(() => read.refresh(), REFRESH_MS);
    return () => clearInterval(clock);
  }, []);
  return { trust, read };
}

/** The root key is believed the first time it is seen, and no other after that. */
async function pinnedRoot(bundle: Bundle): Promise<PublicKey> {
  const store = await phoneStore();
  const known = await store.read('permit-root-key');
  if (known) return known.value as PublicKey;
  const { rootKey } = JSON.parse(bundle.keys) as { rootKey: PublicKey };
  await store.keepRead('permit-root-key', { value: rootKey, at: Date.now() });
  return rootKey;
}

async function trustOf(data: Bundle, root: PublicKey): Promise<Trust | 'BAD'> {
  const { signed } = JSON.parse(data.keys) as { signed: string };
  const bundle = await readTrustBundle(signed, root);
  if (isRefusal(bundle)) return 'BAD';
  const revocations = await readStatusList(data.revocations, bundle.keys);
  return {
    bundle,
    revocations: isRefusal(revocations) ? null : revocations,
    lastServerTime: new Date(data.issuedAt),
  };
}

/** When the older of key list and status list was made. */
export const dataTime = ({ bundle, revocations }: Trust): Date =>
  revocations && revocations.issuedAt < bundle.issuedAt ? revocations.issuedAt : bundle.issuedAt;
