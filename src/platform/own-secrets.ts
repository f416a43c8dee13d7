import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets a machine outside production makes for itself, so that nobody has to set any to try the product. */
export interface OwnSecrets {
  readonly secretKey: string;
  /** PKCS #8 PEM of a P-256 key. */
  readonly permitSigningKey: string;
}

/** The same secrets at every start: kept in DATA_DIR/secrets.json, readable by its owner alone. */
export function ownSecrets(dataDir: string): OwnSecrets {
  const file = join(dataDir, 'secrets.json');
  return read(file) ?? make(dataDir, file);
}

function read(file: string): OwnSecrets | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as OwnSecrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function make(dataDir: string, file: string): OwnSecrets {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secrets: OwnSecrets = {
    secretKey: randomBytes(32).toString('base64url'),
    permitSigningKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file); // whole at once, and never over the secrets of a process that was quicker
    return secrets;
  } catch (error) {
    const theirs = read(file);
    if (theirs) return theirs;
    throw error;
  } finally {
    rmSync(draft);
  }
}
