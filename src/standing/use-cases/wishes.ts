import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { impossibleLines, type NumbersRefusal } from '../../orders/index.js';
import type { StandingLine } from '../data/standing.store.js';

export type LinesRefusal = NumbersRefusal | 'ORDER_GRADE_UNKNOWN';

/** What is wanted each time, as it is typed. */
@Injectable()
export class Wishes {
  constructor(
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  /** The first line that cannot be meant; undefined when all can. */
  async impossible(
    cropCode: string,
    lines: readonly StandingLine[],
  ): Promise<Refusal<LinesRefusal> | undefined> {
    const impossible = impossibleLines(lines);
    if (impossible) return impossible;
    const grades = await this.catalog.gradesOf(cropCode, dayOf(this.clock.now()));
    const strange = lines.findIndex((line) => !grades.some(({ code }) => code === line.gradeCode));
    if (strange >= 0) return refuse('ORDER_GRADE_UNKNOWN', {}, `lines.${strange}.gradeCode`);
  }
}
