import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { checkReport, type ReportRefusal } from '../domain/report-checks.js';
import { Territory } from '../territory.js';
import { WriteReport, type Word } from './write-report.js';

export interface BulkWish {
  readonly clientMutationId: string;
  readonly cropCode: string;
  readonly day: Day;
  readonly rows: readonly BulkRow[];
}

interface BulkRow {
  readonly householdId: string;
  readonly grams: number;
  readonly isSure?: boolean | null;
}

/** What became of one row; plain JSON, kept beside the act. */
export interface BulkOutcome {
  readonly householdId: string;
  readonly grams: number;
  readonly status: 'WRITTEN' | 'SAME' | 'REFUSED';
  readonly refusal: Refusal | null;
}

type Refused = Refusal<
  'CROP_UNKNOWN' | 'BULK_ROWS_WRONG' | Exclude<ReportRefusal, 'FORECAST_IMPLAUSIBLE'> | ActRefusal
>;

/** A morning's calls on one list; also the largest commune of the district in three of them. */
const MOST_ROWS = 200;

/** A clerk's list for households without a phone: a bad row is answered by itself and never blocks the others. */
@Injectable()
export class CommuneBulkForecast {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly writing: WriteReport,
    private readonly accounts: Accounts,
    private readonly territory: Territory,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: BulkWish): Promise<{ rows: BulkOutcome[] } | Refused> {
    const { clientMutationId, ...request } = wish;
    const { cropCode, day, rows } = wish;
    if (rows.length === 0 || rows.length > MOST_ROWS)
      return refuse('BULK_ROWS_WRONG', { most: MOST_ROWS }, 'rows');
    if (!(await this.catalog.crop(cropCode))) return refuse('CROP_UNKNOWN', {}, 'cropCode');
    const communes = new Set(await this.territory.communesOf(actor, null));
    const parties = await this.accounts.parties(rows.map(({ householdId }) => householdId));
    const communeOf = new Map(
      parties
        .filter(({ kind, communeId }) => kind === 'HOUSEHOLD' && communes.has(communeId ?? ''))
        .map(({ id, communeId }) => [id, communeId ?? '']),
    );

    return this.uow.once(
      { actor, operation: 'communeBulkForecast', key: clientMutationId, request },
      async (tx) => {
        const today = dayOf(this.clock.now());
        const doubt = checkReport({ day, grams: 0 }, today);
        if (doubt) return doubt as Refused;
        const seen = new Set<string>();
        const refusals = rows.map((row): Refusal | undefined => {
          const isTwice = seen.has(row.householdId);
          seen.add(row.householdId);
          if (isTwice) return refuse('BULK_ROW_TWICE');
          if (!communeOf.has(row.householdId)) return refuse('HOUSEHOLD_NOT_FOUND');
          return checkReport({ day, grams: row.grams }, today);
        });
        const words = rows
          .filter((_, at) => refusals[at] === undefined)
          .map(({ householdId, grams, isSure }): Word => ({
            householdId,
            communeId: communeOf.get(householdId) ?? '',
            grams,
            trend: null,
            isSure: isSure ?? false,
          }));
        const writing = { actor, source: 'OFFICER', cropCode, day } as const;
        const written = await this.writing.many(tx, writing, words);
        const answers = new Map(words.map((word, at) => [word, written[at]]));
        let next = 0;
        return {
          rows: rows.map(({ householdId, grams }, at): BulkOutcome => {
            const refusal = refusals[at];
            if (refusal) return { householdId, grams, status: 'REFUSED', refusal };
            const answer = answers.get(words[next++]!);
            if (!answer || isRefusal(answer))
              return { householdId, grams, status: 'REFUSED', refusal: answer ?? null };
            return {
              householdId,
              grams,
              status: answer.isSame ? 'SAME' : 'WRITTEN',
              refusal: null,
            };
          }),
        };
      },
    );
  }
}
