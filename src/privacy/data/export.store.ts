import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ExportedTables } from '../domain/export-text.js';

interface Column {
  readonly column: string;
  /** As the catalogue names it: compared in its own type, an index of it is used. */
  readonly type: string;
}

interface Link extends Column {
  readonly table: string;
  readonly target: string;
}

const ID: Column = { column: 'id', type: 'uuid' };
const PHONE: Column = { column: 'phone', type: 'text' };

type Row = Readonly<Record<string, unknown>>;

// A column of who did, wrote or looked is about what was done: its row is somebody else's.
const ABOUT_OTHERS = /_by$|^officer_id$|^viewer_/;
// From her lot to its grades to their holds; further on lie other people's dealings.
const HOPS = 2;
// A grower's whole life in the market is some thousands of rows; this bounds one statement.
const MOST_ROWS = 50_000;

/** Whose data: people, and the parties they are taken home as. */
interface Subject {
  readonly personIds: readonly string[];
  readonly partyIds: readonly string[];
  /** What else these people act for: rows that name one of them in its name stay there. */
  readonly others: ReadonlySet<string>;
}

/**
 * Everything the database holds about a person or a household, found by foreign keys and by number: a table that a later feature adds
 * is in the export the day it names a person, a party or a telephone.
 */
@Injectable()
export class ExportStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param profile the party somebody takes her data home as: what other households on the same telephone have stays theirs;
   *   undefined for all of them, as an administrator hands them out at the counter
   */
  async of(
    personId: string,
    profile?: { readonly partyId: string | null },
  ): Promise<ExportedTables> {
    const all = await this.ownParties(personId);
    if (!profile) return this.gathered({ personIds: [personId], partyIds: all, others: new Set() });
    const own = await this.oneHousehold(profile.partyId);
    return this.gathered({
      personIds: [personId],
      partyIds: all.filter((id) => own.includes(id)),
      others: new Set(await this.partiesBeside([personId], own)),
    });
  }

  /** Of a household as a whole, with everybody who speaks for it, as far as they do. */
  async ofHousehold(householdId: string): Promise<ExportedTables> {
    const partyIds = await this.oneHousehold(householdId);
    const members: { id: string }[] = await this.dataSource.query(
      `select distinct person_id as id from memberships where party_id = any($1::uuid[])`,
      [partyIds],
    );
    const personIds = members.map(({ id }) => id);
    const others = new Set(await this.partiesBeside(personIds, partyIds));
    return this.gathered({ personIds, partyIds, others });
  }

  private async gathered({ personIds, partyIds, others }: Subject): Promise<ExportedTables> {
    const links = await this.links();
    const toParties = grouped(links, 'parties');
    const people: (Row & { phone: string })[] = await this.rows('people', [ID], personIds);
    const tables = new Map<string, Row[]>([
      ['people', people],
      ['parties', await this.rows('parties', [ID], partyIds)],
    ]);
    const add = (table: string, found: readonly Row[]): void => {
      tables.set(table, joined(tables.get(table) ?? [], found));
    };
    const phones = people.map(({ phone }) => phone);
    for (const table of await this.tablesOfPhones()) {
      const found = await this.rows(table, [PHONE], phones);
      add(table, withoutOthers(found, toParties.get(table) ?? [], others));
    }
    for (const [table, columns] of grouped(links, 'people')) {
      const found = await this.rows(table, columns, personIds);
      add(table, withoutOthers(found, toParties.get(table) ?? [], others));
    }
    // What a party did with another one the same person acts for is its own all the same.
    for (const [table, columns] of toParties) add(table, await this.rows(table, columns, partyIds));
    let fresh = [...tables.keys()].filter((table) => table !== 'people' && table !== 'parties');
    for (let hop = 0; hop < HOPS; hop += 1) fresh = await this.follow(links, tables, fresh);
    return Object.fromEntries(
      [...tables].filter(([, rows]) => rows.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  /** Rows that hang on rows of hers, of tables not reached before; answers those tables. */
  private async follow(
    links: readonly Link[],
    tables: Map<string, Row[]>,
    from: readonly string[],
  ): Promise<string[]> {
    const reached: string[] = [];
    for (const parent of from) {
      const ids = (tables.get(parent) ?? []).flatMap(({ id }) =>
        typeof id === 'string' ? [id] : [],
      );
      if (ids.length === 0) continue;
      for (const [table, columns] of grouped(links, parent)) {
        if (tables.has(table)) continue;
        tables.set(table, await this.rows(table, columns, ids));
        reached.push(table);
      }
    }
    return reached;
  }

  /** Households she speaks for, and businesses that are hers alone. */
  private async ownParties(personId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select p.id from memberships m join parties p on p.id = m.party_id
       where m.person_id = $1 and p.kind in ('HOUSEHOLD','TRADER','TRANSPORTER')
         and (p.kind = 'HOUSEHOLD' or not exists
               (select 1 from memberships o where o.party_id = p.id and o.person_id <> $1))`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** A party and what was merged into it: a merge moves no row. */
  private async oneHousehold(partyId: string | null): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from parties where $1 in (id, merged_into_id)`,
      [partyId],
    );
    return rows.map(({ id }) => id);
  }

  /** Everything else they act for: rows that name them in its name are of that profile. */
  private async partiesBeside(
    personIds: readonly string[],
    partyIds: readonly string[],
  ): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select distinct party_id as id from memberships
       where person_id = any($1::uuid[]) and party_id <> all($2::uuid[])`,
      [personIds, partyIds],
    );
    return rows.map(({ id }) => id);
  }

  /** What is kept of a telephone number alone: texts, codes that were asked for, invitations. */
  private async tablesOfPhones(): Promise<string[]> {
    const rows: { name: string }[] = await this.dataSource.query(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = $1 and table_name not in ('people', 'parties') order by 1`,
      [PHONE.column],
    );
    return rows.map(({ name }) => name);
  }

  private links(): Promise<Link[]> {
    return this.dataSource.query(
      `select s.relname as "table", a.attname as "column", t.relname as target,
              format_type(a.atttypid, null) as type
       from pg_constraint c
       join pg_class s on s.oid = c.conrelid
       join pg_class t on t.oid = c.confrelid
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       join pg_attribute k on k.attrelid = c.confrelid and k.attnum = c.confkey[1] and k.attname = 'id'
       where c.contype = 'f' and cardinality(c.conkey) = 1 and c.connamespace = 'public'::regnamespace
         and t.relname not in ('admin_units') and s.relname <> t.relname
       union
       -- What is kept whole when its person or party is not, or names both at once, has no key to one of them. The chain seals
       -- acts that are here themselves.
       select table_name, column_name, case column_name when 'person_id' then 'people' else 'parties' end, 'uuid'
       from information_schema.columns
       where table_schema = 'public' and column_name in ('person_id', 'party_id') and data_type = 'uuid'
         and table_name <> 'act_chain'
         and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')
       order by 1, 2`,
    );
  }

  /** Names of tables and columns come from the catalogue of the database and nowhere else. */
  private async rows<Found extends Row>(
    table: string,
    columns: readonly Column[],
    values: readonly string[],
  ): Promise<Found[]> {
    if (values.length === 0) return [];
    const where = columns
      .map(({ column, type }) => `t."${column}" = any($1::text[]::${type}[])`)
      .join(' or ');
    const found: { row: Found }[] = await this.dataSource.query(
      `select to_jsonb(t) as row from "${table}" t where ${where} limit ${MOST_ROWS}`,
      [values],
    );
    return found.map(({ row }) => row);
  }
}

/** Columns of each table that say: this row is about one of the target. */
function grouped(links: readonly Link[], target: string): Map<string, Column[]> {
  const byTable = new Map<string, Column[]>();
  for (const link of links) {
    if (link.target !== target || ABOUT_OTHERS.test(link.column)) continue;
    byTable.set(link.table, [...(byTable.get(link.table) ?? []), link]);
  }
  return byTable;
}

/** Rows of other parties somebody acts for stay theirs. */
const withoutOthers = (
  rows: readonly Row[],
  toParties: readonly Column[],
  others: ReadonlySet<string>,
): Row[] => rows.filter((row) => !toParties.some(({ column }) => others.has(String(row[column]))));

function joined(known: readonly Row[], more: readonly Row[]): Row[] {
  const seen = new Set(known.map((row) => JSON.stringify(row)));
  return [...known, ...more.filter((row) => !seen.has(JSON.stringify(row)))];
}
