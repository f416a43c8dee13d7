import type { OutboxStore } from './outbox.js';
import type { Waiting } from './queue.js';

/** A read as it came, and when. */
export interface Kept {
  value: unknown;
  at: number;
}

type Table = 'outbox' | 'reads' | 'drafts';
type Tables = readonly [Table, Table?];
type Asking<T> = (table: IDBObjectStore, second: IDBObjectStore | undefined) => IDBRequest<T>;

const nameFor = (profile: string): string => `cho-luc-nam:${profile}`;

/**
 * Everything one profile keeps on this phone. Another profile opens another database and sees nothing of it. A telephone
 * takes the database away from an app that lies in the background: the next who asks opens it again.
 */
export class PhoneStore implements OutboxStore {
  private opened: Promise<IDBDatabase> | undefined;
  private isClosed = false;

  constructor(private readonly profile: string) {}

  /** Deletes what all profiles of a person keep; the promise answers when it is gone. */
  static async wipe(personId: string, inUse: string): Promise<void> {
    // A browser that cannot list its databases still forgets the profile that is in use.
    const own = await profilesOf(personId);
    await Promise.all(
      [...new Set([...own, inUse])].map((profile) =>
        answered(indexedDB.deleteDatabase(nameFor(profile))),
      ),
    );
  }

  close(): void {
    this.isClosed = true;
    this.drop();
  }

  all(): Promise<Waiting[]> {
    return this.ask(['outbox'], 'readonly', (table) => table.getAll());
  }

  /** A phone that dies now has the act or its draft, and never both: what is done would be done again. */
  async add(act: Omit<Waiting, 'seq'>, draftKey: string | undefined): Promise<Waiting> {
    const tables: Tables = draftKey === undefined ? ['outbox'] : ['outbox', 'drafts'];
    const seq = await this.ask(tables, 'readwrite', (outbox, drafts) => {
      if (draftKey !== undefined) drafts?.delete(draftKey);
      return outbox.add(act);
    });
    return { ...act, seq: Number(seq) };
  }

  async put(act: Waiting): Promise<void> {
    await this.ask(['outbox'], 'readwrite', (table) => table.put(act));
  }

  async remove(seq: number): Promise<void> {
    await this.ask(['outbox'], 'readwrite', (table) => table.delete(seq));
  }

  read(key: string): Promise<Kept | undefined> {
    return this.ask(['reads'], 'readonly', (table) => table.get(key));
  }

  async keepRead(key: string, kept: Kept): Promise<void> {
    await this.ask(['reads'], 'readwrite', (table) => table.put(kept, key));
  }

  async dropReads(): Promise<void> {
    await this.ask(['reads'], 'readwrite', (table) => table.clear());
  }

  draft(key: string): Promise<unknown> {
    return this.ask(['drafts'], 'readonly', (table) => table.get(key));
  }

  async keepDraft(key: string, draft: unknown): Promise<void> {
    await this.ask(['drafts'], 'readwrite', (table) => table.put(draft, key));
  }

  async dropDraft(key: string): Promise<void> {
    await this.ask(['drafts'], 'readwrite', (table) => table.delete(key));
  }

  private async ask<T>(tables: Tables, mode: IDBTransactionMode, what: Asking<T>): Promise<T> {
    try {
      return await inTables(await this.open(), tables, mode, what);
    } catch (fault) {
      if (this.isClosed) throw fault;
      this.drop();
      // Nothing was begun on a database that is gone; all else may have been done.
      if ((fault as DOMException).name !== 'InvalidStateError') throw fault;
      return inTables(await this.open(), tables, mode, what);
    }
  }

  private open(): Promise<IDBDatabase> {
    if (this.isClosed) this.opened ??= Promise.reject(new DOMException('', 'InvalidStateError'));
    this.opened ??= openedFor(this.profile);
    return this.opened;
  }

  private drop(): void {
    this.opened?.then(
      (db) => db.close(),
      () => undefined,
    );
    if (!this.isClosed) this.opened = undefined;
  }
}

/** The profiles of a person that keep something on this phone, as far as the browser tells. */
export async function profilesOf(personId: string): Promise<string[]> {
  const listed = (await indexedDB.databases?.()) ?? [];
  const own = nameFor(personId);
  return listed
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(own))
    .map((name) => name.slice(nameFor('').length));
}

async function openedFor(profile: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(nameFor(profile), 1);
  asked.onupgradeneeded = () => {
    const fresh = asked.result;
    fresh.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
    fresh.createObjectStore('reads');
    fresh.createObjectStore('drafts');
  };
  const db = await answered(asked);
  // A newer version of the app, or a sign-out in another tab, must not wait for this one.
  db.onversionchange = () => db.close();
  return db;
}

const answered = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new DOMException()));
  });

/** Answers after what was written is on disk: `strict` waits for the bytes, not only for the browser to have them. */
const inTables = <T>(
  db: IDBDatabase,
  [first, second]: Tables,
  mode: IDBTransactionMode,
  what: Asking<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const tx = db.transaction(second ? [first, second] : first, mode, {
      durability: first === 'reads' ? 'relaxed' : 'strict',
    });
    const asked = what(tx.objectStore(first), second && tx.objectStore(second));
    tx.addEventListener('complete', () => resolve(asked.result));
    tx.addEventListener('abort', () => reject(tx.error ?? new DOMException()));
  });
