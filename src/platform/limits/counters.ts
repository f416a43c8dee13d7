import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';

/** Limits that survive a crash: one row per thing and window, counted by the database. */
@Injectable()
export class Counters {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts one more and answers how many there are in this window, this one included. */
  async count(bucket: string, windowMinutes: number): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `insert into rate_counters (bucket, window_start, count) values ($1, $2, 1)
       on conflict (bucket, window_start) do update set count = rate_counters.count + 1
       returning count`,
      [bucket, this.windowStart(windowMinutes)],
    );
    return row?.count ?? 1;
  }

  /**
   * Lets in at most `most` within any so many minutes, whatever the hour they begin at; the one that is refused is not counted.
   * Who comes at the same moment waits for the one before.
   */
  admits(bucket: string, minutes: number, most: number): Promise<boolean> {
    const now = this.clock.now();
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [bucket]);
      const rows: unknown[] = await tx.query(
        `insert into rate_counters (bucket, window_start, count)
         select $1, $2, 1
         where (select coalesce(sum(count), 0) from rate_counters where bucket = $1 and window_start > $3) < $4
         on conflict (bucket, window_start) do update set count = rate_counters.count + 1
         returning 1`,
        [bucket, now, new Date(now.getTime() - minutes * 60_000), most],
      );
      return rows.length > 0;
    });
  }

  /** Forgets whom `admits` let in. */
  async forget(bucket: string): Promise<void> {
    await this.dataSource.query(`delete from rate_counters where bucket = $1`, [bucket]);
  }

  /** Takes one back that was counted in this window, because it should not count after all. */
  async giveBack(bucket: string, windowMinutes: number): Promise<void> {
    await this.dataSource.query(
      `update rate_counters set count = count - 1 where bucket = $1 and window_start = $2 and count > 0`,
      [bucket, this.windowStart(windowMinutes)],
    );
  }

  /** How many were counted in this window, counting none. */
  async soFar(bucket: string, windowMinutes: number): Promise<number> {
    const rows: { count: number }[] = await this.dataSource.query(
      `select count from rate_counters where bucket = $1 and window_start = $2`,
      [bucket, this.windowStart(windowMinutes)],
    );
    return rows[0]?.count ?? 0;
  }

  private windowStart(minutes: number): Date {
    const length = minutes * 60_000;
    return new Date(Math.floor(this.clock.now().getTime() / length) * length);
  }
}
