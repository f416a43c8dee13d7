import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { OutboxStore } from './outbox.js';
import type { Waiting } from './queue.js';

/** A read as it came, and when. */
export interface Kept {
  value: unknown;
  at: number;
}

interface Tables extends DBSchema {
  outbox: { key: number; value: Waiting };
  reads: { key: string; value: Kept };
  drafts: { key: string; value: unknown };
}

/** `strict`: the promise answers after the disk has the bytes, not after the browser has them. */
const STRICT = { durability: 'strict' } as const;

const nameFor = (profile: string): string => `cho-luc-nam:${profile}`;

/** Everything one profile keeps on this phone. Another profile opens another database and sees nothing of it. */
export class PhoneStore implements OutboxStore {
  private constructor(private readonly db: IDBPDatabase<Tables>) {}

  static async open(profile: string): Promise<PhoneStore> {
    const db = await openDB<Tables>(nameFor(profile), 1, {
      upgrade(fresh) {
        fresh.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
        fresh.createObjectStore('reads');
        fresh.createObjectStore('drafts');
      },
      // A newer version of the app, or a sign-out in another tab, must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new PhoneStore(db);
  }

  /** Deletes what all profiles of a person keep; the promise answers when it is gone. */
  static async wipe(personId: string, inUse: string): Promise<void> {
    // A browser that cannot list its databases still forgets the profile that is in use.
    const listed = (await indexedDB.databases?.()) ?? [];
    const kept = listed.flatMap(({ name }) => name ?? []);
    const own = kept.filter((name) => name.startsWith(nameFor(personId)));
    await Promise.all(own.concat(nameFor(inUse)).map((name) => deleteDB(name)));
  }

  close(): void {
    this.db.close();
  }

  all(): Promise<Waiting[]> {
    return this.db.getAll('outbox');
  }

  async add(act: Omit<Waiting, 'seq'>): Promise<Waiting> {
    const tx = this.db.transaction('outbox', 'readwrite', STRICT);
    // The key is made by the store, which idb's types cannot say.
    const [seq] = await Promise.all([tx.store.add(act as Waiting), tx.done]);
    return { ...act, seq };
  }

  async put(act: Waiting): Promise<void> {
    const tx = this.db.transaction('outbox', 'readwrite', STRICT);
    await Promise.all([tx.store.put(act), tx.done]);
  }

  async remove(seq: number): Promise<void> {
    const tx = this.db.transaction('outbox', 'readwrite', STRICT);
    await Promise.all([tx.store.delete(seq), tx.done]);
  }

  read(key: string): Promise<Kept | undefined> {
    return this.db.get('reads', key);
  }

  async keepRead(key: string, kept: Kept): Promise<void> {
    await this.db.put('reads', kept, key);
  }

  async dropReads(): Promise<void> {
    await this.db.clear('reads');
  }

  draft(key: string): Promise<unknown> {
    return this.db.get('drafts', key);
  }

  async keepDraft(key: string, draft: unknown): Promise<void> {
    const tx = this.db.transaction('drafts', 'readwrite', STRICT);
    await Promise.all([tx.store.put(draft, key), tx.done]);
  }

  async dropDraft(key: string): Promise<void> {
    await this.db.delete('drafts', key);
  }
}
