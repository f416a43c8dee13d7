import { createECDH, createPrivateKey, hkdfSync } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { KeysStore } from './data/keys.store.js';
import { es256Signer, type PublicKey, type Signer } from './domain/es256.js';

const HOUR_MS = 3_600_000;
// The other processes of a rolling restart still sign with the key before; its permits stay good until they expire.
const HANDOVER_MS = 7 * 24 * HOUR_MS;

type PrivateKey = PublicKey & { readonly d: string };

/** The two private keys of this process, each behind a signer: one for permits, the root for the trust bundle. */
@Injectable()
export class SigningKeys implements OnModuleInit {
  #permit: Signer;
  #root: Signer;
  #rootKey: PublicKey;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly keys: KeysStore,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    const root = rootKeyOf(this.config.secretKey);
    this.#rootKey = { x: root.x, y: root.y };
    this.#root = await es256Signer(root);
    const { x, y, d } = privateKeyOf(this.config.permitSigningKey);
    this.#permit = await es256Signer({ x, y, d });
    // Published before anything is signed with it: bundles are made from this table.
    const now = this.clock.now().getTime();
    const isUsable = await this.keys.register({
      kid: this.#permit.kid,
      jwk: { x, y },
      validFrom: new Date(Math.floor(now / HOUR_MS) * HOUR_MS),
      othersUntil: new Date(now + HANDOVER_MS),
    });
    if (!isUsable) {
      throw new Error(
        `PERMIT_SIGNING_KEY ${this.#permit.kid} was retired: no phone would believe it`,
      );
    }
  }

  get permit(): Signer {
    return this.#permit;
  }

  get root(): Signer {
    return this.#root;
  }

  /** What a checkpoint phone keeps from its first shift on and checks every bundle with. */
  get rootKey(): PublicKey {
    return this.#rootKey;
  }
}

function privateKeyOf(pem: string): PrivateKey {
  const { x, y, d } = createPrivateKey(pem).export({ format: 'jwk' });
  if (x === undefined || y === undefined || d === undefined) {
    throw new Error(
      'PERMIT_SIGNING_KEY is checked to be a P-256 private key when settings are read',
    );
  }
  return { x, y, d };
}

// Order of the group of P-256 (FIPS 186-5): a private key is a number from 1 to one less than this.
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * The root is drawn from SECRET_KEY, so that every process of one installation has the same one and no file must be
 * carried between machines. 48 bytes for a number of 32: the remainder favours no key.
 */
function rootKeyOf(secretKey: string): PrivateKey {
  const drawn = Buffer.from(hkdfSync('sha256', secretKey, 'cho-luc-nam', 'permit-root', 48));
  const secret = (BigInt(`0x${drawn.toString('hex')}`) % (P256_ORDER - 1n)) + 1n;
  const d = Buffer.from(secret.toString(16).padStart(64, '0'), 'hex');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(d);
  const point = curve.getPublicKey();
  return {
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: d.toString('base64url'),
  };
}
