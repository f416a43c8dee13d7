import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import type { Tx } from '../platform/database/unit-of-work.js';

/** What came with words from outside, in the manner of Standard Webhooks. */
export interface Signed {
  /** The sender's id of this message; the same one is taken once. */
  readonly id: string;
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  /** One or more of `v1,` and a base64 HMAC-SHA-256 of `id.timestamp.words`, apart by spaces. */
  readonly signature: string;
}

const TOLERANCE_S = 5 * 60;
const LONGEST_ID = 200;

/** Whether words from outside are the gateway's: signed with our shared key, fresh, and never taken before. */
@Injectable()
export class SignedWords {
  readonly #secret: string | undefined;

  constructor(
    @Inject(CONFIG) config: Config,
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.#secret = config.messageWebhookSecret;
  }

  /** False without a key: then nothing is taken from outside. */
  isGenuine({ id, timestamp, signature }: Signed, words: string | Buffer): boolean {
    if (this.#secret === undefined || id === '' || id.length > LONGEST_ID) return false;
    const sentAt = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
    const age = Math.abs(this.clock.now().getTime() / 1000 - sentAt);
    if (!(age <= TOLERANCE_S)) return false;
    const expected = createHmac('sha256', this.#secret)
      .update(`${id}.${timestamp}.`)
      .update(words)
      .digest();
    return signature.split(' ').some((one) => {
      const [version, given = ''] = one.split(',');
      const bytes = Buffer.from(given, 'base64');
      return (
        version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected)
      );
    });
  }

  async wasTaken(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from webhook_receipts where id = $1 and meant is null`,
      [id],
    );
    return rows.length > 0;
  }

  /**
   * Notes what words answer before they do: handed on again, after whatever died, they answer that and nothing else.
   * @returns what was noted first; undefined when they were taken meanwhile
   */
  async meantFirst(id: string, subject: string): Promise<string | undefined> {
    const [noted]: { meant: string | null }[] = await this.dataSource.query(
      `insert into webhook_receipts as r (id, at, meant) values ($1, $2, $3)
       on conflict (id) do update set meant = r.meant returning meant`,
      [id, this.clock.now(), subject],
    );
    return noted?.meant ?? undefined;
  }

  /** In the transaction of what the words do. @returns false when they were taken before */
  async takeOnce(tx: Tx, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into webhook_receipts as r (id, at) values ($1, $2)
       on conflict (id) do update set meant = null where r.meant is not null returning 1`,
      [id, this.clock.now()],
    );
    return rows.length > 0;
  }
}
