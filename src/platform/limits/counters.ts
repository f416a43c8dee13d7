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
