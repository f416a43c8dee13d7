import { Injectable } from '@nestjs/common';
import { HouseholdEntries } from '../../accounts/index.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import type { HouseholdRow, RowProblem } from '../domain/household-rows.js';
import { HouseholdLists, type CheckedRow, type RowStatus } from '../household-lists.js';

export interface ImportWish {
  readonly clientMutationId: string;
  /** Only say what would be done. */
  readonly dryRun: boolean;
  /** Photograph of the list as the households signed it; needed to write. */
  readonly paperId?: string | null;
  /** The list says that whoever enters them may sell for them. */
  readonly letsSell?: boolean | null;
  readonly rows: readonly HouseholdRow[];
}

/** What became of one row; plain JSON, kept beside the act. */
export interface ImportedRow {
  readonly line: number;
  readonly name: string;
  readonly status: RowStatus | 'WRITTEN';
  readonly householdId: string | null;
  readonly problems: readonly RowProblem[];
}

type Imported =
  | { rows: ImportedRow[] }
  | Refusal<'BULK_ROWS_WRONG' | 'IMPORT_PAPER_MISSING' | 'GRANT_PAPER_NOT_FOUND' | ActRefusal>;

const MOST_ROWS = 200;

/** A list of households: rows that can be entered are, each bad one is answered by itself; a second load enters nothing. */
@Injectable()
export class ImportHouseholds {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lists: HouseholdLists,
    private readonly entries: HouseholdEntries,
  ) {}

  async run(actor: Actor, wish: ImportWish): Promise<Imported> {
    const { clientMutationId, dryRun, paperId, rows } = wish;
    const letsSell = wish.letsSell === true;
    if (rows.length === 0 || rows.length > MOST_ROWS)
      return refuse('BULK_ROWS_WRONG', { most: MOST_ROWS }, 'rows');
    if (dryRun) return { rows: (await this.lists.check(actor, rows)).map(plain) };
    if (!paperId) return refuse('IMPORT_PAPER_MISSING', {}, 'paperId');

    const request = { paperId, letsSell, rows };
    const act = { actor, operation: 'importHouseholds', key: clientMutationId, request };
    return this.uow.once<Imported>(act, async (tx) => {
      await this.entries.inTurn(tx);
      if (!isId(paperId) || !(await this.entries.showPaper(tx, actor, paperId)))
        return refuse('GRANT_PAPER_NOT_FOUND', {}, 'paperId');
      const checked = await this.lists.check(actor, rows, tx);
      const written = new Map<string, string>();
      for (const [key, entry] of await this.lists.entriesOf(checked))
        written.set(key, await this.entries.enter(tx, actor, entry, { id: paperId, letsSell }));
      return {
        rows: checked.map((row): ImportedRow => {
          const householdId = row.key === null ? undefined : written.get(row.key);
          return householdId ? { ...plain(row), status: 'WRITTEN', householdId } : plain(row);
        }),
      };
    });
  }
}

const plain = ({ line, name, status, householdId, problems }: CheckedRow): ImportedRow => ({
  line,
  name,
  status,
  householdId,
  problems,
});
