import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';

/** At most so many in any so many minutes. */
export interface Budget {
  readonly bucket: string;
  readonly minutes: number;
  readonly most: number;
}

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
   * Lets in at most `most` within any so many minutes of each bucket, whatever the hour they begin at; what is refused by one is
   * counted in none. Who comes at the same moment waits for the one before.
   *
   * @param budgets of different buckets
   * @returns the first that is spent
   */
  admits(budgets: readonly Budget[]): Promise<Budget | undefined> {
    const buckets = budgets.map(({ bucket }) => bucket);
    return this.dataSource.transaction(async (tx) => {
      // In one order, so that two never wait for each other in a circle.
      await tx.query(
        `select pg_advisory_xact_lock(hashtextextended(b, 0)) from unnest($1::text[]) b`,
        [buckets.toSorted()],
      );
      const [spent]: { place: string }[] = await tx.query(
        `with asked as (
           select * from unnest($1::text[], $2::int[], $3::int[]) with ordinality as a (bucket, minutes, most, place)
         ), spent as (
           select a.place from asked a
           where (select coalesce(sum(r.count), 0) from rate_counters r
                  where r.bucket = a.bucket and r.window_start > $4::timestamptz - a.minutes * interval '1 minute') >= a.most
         ), counted as (
           insert into rate_counters (bucket, window_start, count)
           select bucket, $4, 1 from asked where not exists (select 1 from spent)
           on conflict (bucket, window_start) do update set count = rate_counters.count + 1
         )
         select place from spent order by place limit 1`,
        [
          buckets,
          budgets.map(({ minutes }) => minutes),
          budgets.map(({ most }) => most),
          this.clock.now(),
        ],
      );
      return spent && budgets[Number(spent.place) - 1];
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
