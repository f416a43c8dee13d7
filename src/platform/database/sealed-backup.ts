import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { lstat, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { StartUpFault } from '../start-up-faults.js';
import { unlessAbsent } from './embedded-home.js';

const HEADER = 'sealed.json';
const LIST = 'sealed-files';
/** What a sealed backup has beside the files of the database. */
export const SEAL_FILES: ReadonlySet<string> = new Set([HEADER, LIST]);

const CIPHER = 'aes-256-gcm';
const [NONCE_BYTES, TAG_BYTES] = [12, 16];
// About 64 MB and a third of a second for each guess of a key.
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 96 * 2 ** 20 };
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);

type Bytes = AsyncIterable<Buffer> | Iterable<Buffer>;

/**
 * A backup nobody reads or changes without its key. Every file is `nonce ciphertext tag` of AES-256-GCM, bound to its name by
 * the tag; the key is drawn with scrypt from BACKUP_KEY and a salt that each backup has of its own, and a sealed list of all
 * files shows when one was taken out or came from another backup.
 */
export class BackupSeal {
  readonly #names: string[] = [];

  private constructor(
    private readonly key: Buffer,
    private readonly salt: Buffer,
    /** Null while a backup is being made. */
    private readonly listed: readonly string[] | null,
  ) {}

  static async make(backupKey: string): Promise<BackupSeal> {
    const salt = randomBytes(16);
    return new BackupSeal(await derive(backupKey, salt, 32, COST), salt, null);
  }

  static async isOn(backup: string): Promise<boolean> {
    return (await lstat(join(backup, HEADER)).catch(unlessAbsent)) !== undefined;
  }

  /** @throws StartUpFault when the key is not the one the backup was made with */
  static async of(backup: string, backupKey: string): Promise<BackupSeal> {
    try {
      const { salt } = JSON.parse(await readFile(join(backup, HEADER), 'utf8')) as { salt: string };
      const key = await derive(backupKey, Buffer.from(salt, 'base64'), 32, COST);
      const chunks: Buffer[] = [];
      await readSealed(join(backup, LIST), key, LIST, async (bytes) => void chunks.push(bytes));
      const names = JSON.parse(Buffer.concat(chunks).toString('utf8')) as string[];
      return new BackupSeal(key, Buffer.from(salt, 'base64'), names);
    } catch {
      throw doesNotFit(backup);
    }
  }

  /** Copies one file sealed. */
  async close(from: string, to: string, name: string): Promise<void> {
    const source = await open(from);
    try {
      await this.closeBytes(source.createReadStream({ autoClose: false }), to, name);
    } finally {
      await source.close();
    }
  }

  async closeBytes(bytes: Bytes, to: string, name: string): Promise<void> {
    await writeSealed(bytes, to, this.key, name);
    this.#names.push(name);
  }

  /** The last step of making a backup. */
  async finish(draft: string): Promise<void> {
    const names = Buffer.from(JSON.stringify(this.#names.toSorted()));
    await writeSealed([names], join(draft, LIST), this.key, LIST);
    const header = JSON.stringify({ seal: 1, salt: this.salt.toString('base64') });
    await writeFile(join(draft, HEADER), `${header}\n`, { mode: 0o600, flush: true });
  }

  /** Copies one file out of a sealed backup. */
  async open(from: string, to: string, name: string): Promise<void> {
    const target = await open(to, 'wx', 0o600);
    try {
      await readSealed(from, this.key, name, (bytes) => target.appendFile(bytes));
    } catch {
      throw doesNotFit(from);
    } finally {
      await target.close();
    }
    this.#names.push(name);
  }

  /** @throws StartUpFault when a file of the backup is missing */
  demandAll(backup: string): void {
    if (this.listed?.join('\n') !== this.#names.toSorted().join('\n')) throw doesNotFit(backup);
  }
}

const doesNotFit = (path: string): StartUpFault =>
  new StartUpFault(
    `${path} does not open with this BACKUP_KEY, or it was changed or is not whole: nothing was restored.`,
    `${path} không mở được bằng BACKUP_KEY này, hoặc đã bị sửa, bị thiếu: chưa khôi phục gì.`,
  );

async function writeSealed(bytes: Bytes, to: string, key: Buffer, name: string): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const target = await open(to, 'wx', 0o600);
  try {
    await target.appendFile(nonce);
    for await (const chunk of bytes) await target.appendFile(cipher.update(chunk));
    await target.appendFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
  } finally {
    await target.close();
  }
}

/** What was read counts only once this returned: the tag stands at the end. */
async function readSealed(
  from: string,
  key: Buffer,
  name: string,
  take: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const source = await open(from);
  try {
    const { size } = await source.stat();
    const end = size - TAG_BYTES;
    const [nonce, tag] = [Buffer.alloc(NONCE_BYTES), Buffer.alloc(TAG_BYTES)];
    await source.read(nonce, 0, NONCE_BYTES, 0);
    await source.read(tag, 0, TAG_BYTES, end);
    const opener = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    opener.setAAD(Buffer.from(name)).setAuthTag(tag);
    if (end > NONCE_BYTES) {
      const body = source.createReadStream({ start: NONCE_BYTES, end: end - 1, autoClose: false });
      for await (const chunk of body) await take(opener.update(chunk as Buffer));
    }
    opener.final();
  } finally {
    await source.close();
  }
}
