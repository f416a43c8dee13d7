import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.js';
import { CONFIG } from '../configured.js';

/** Keyed secrets: what is compared is hashed, what must pass through the queue is sealed. */
@Injectable()
export class Sealer {
  readonly #hashing: Buffer;
  readonly #sealing: Buffer;

  constructor(@Inject(CONFIG) config: Pick<Config, 'secretKey'>) {
    const derive = (use: string) =>
      Buffer.from(hkdfSync('sha256', config.secretKey, 'cho-luc-nam', use, 32));
    this.#hashing = derive('hash');
    this.#sealing = derive('seal');
  }

  hash(...parts: readonly string[]): string {
    return createHmac('sha256', this.#hashing).update(parts.join('\u0000')).digest('base64url');
  }

  seal(words: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#sealing, nonce);
    const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** @throws Error when the words were sealed with another key or changed */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const opener = createDecipheriv('aes-256-gcm', this.#sealing, bytes.subarray(0, 12));
    opener.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
  }
}
