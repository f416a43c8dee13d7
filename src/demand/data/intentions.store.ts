import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Foretold, FreeLine, IntentionState } from '../domain/intention.js';

/** A word of a buyer about what a household foretold. */
export interface Intention {
  readonly id: string;
  readonly orderId: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly orderNumber: string;
  readonly cropCode: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly day: Day;
  readonly grams: number;
  readonly state: Exclude<IntentionState, 'LAPSED'>;
  readonly lotId: string | null;
  readonly isOpen: boolean;
}

/** What is foretold for one day of a need and is neither on offer nor meant by anybody. */
export interface ForetoldDay {
  readonly orderId: string;
  readonly day: Day;
  readonly grams: number;
  readonly households: number;
}

type Raw = Omit<Intention, 'grams'> & { grams: string };

const COLUMNS = `i.id, i.order_id as "orderId", o.buyer_id as "buyerId", b.name as "buyerName", o.number as "orderNumber",
  o.crop_code as "cropCode", i.household_id as "householdId", f.commune_id as "communeId",
  to_char(i.day, 'YYYY-MM-DD') as day, i.grams, i.state, i.lot_id as "lotId",
  o.state in ('SOURCING', 'ALLOCATED') as "isOpen"`;
const TABLES = `forecast_intentions i join orders o on o.id = i.order_id join parties b on b.id = o.buyer_id
  join forecasts f on f.id = i.forecast_id`;

// Households that sell now are asked in an offer; what others mean to take is not counted twice.
const FORETOLD = `
  select f.id as "forecastId", f.household_id as "householdId", f.created_at, f.day, o.id as order_id,
         f.grams - coalesce((select sum(i.grams) from forecast_intentions i join orders io on io.id = i.order_id
                              where i.household_id = f.household_id and i.day = f.day and io.crop_code = f.crop_code
                                and i.state <> 'DROPPED'), 0) as grams
    from orders o
    join forecasts f on f.crop_code = o.crop_code and f.is_current and f.grams > 0
     and f.day between greatest(vn_day(o.ready_from), $2::date) and vn_day(o.ready_to - interval '1 second')
    join parties h on h.id = f.household_id and h.state = 'ACTIVE' and h.merged_into_id is null
   where o.id = any ($1::uuid[])
     and not exists (select 1 from forecast_intentions i
                      where i.order_id = o.id and i.household_id = f.household_id and i.day = f.day)
     and not exists (select 1 from lots l
                      where l.household_id = f.household_id and l.crop_code = f.crop_code and l.state = 'PUBLISHED'
                        and f.day between vn_day(l.ready_from) and vn_day(l.ready_to))`;

@Injectable()
export class IntentionsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By day, for needs; names nobody. */
  async foretoldDays(orderIds: readonly string[], today: Day): Promise<ForetoldDay[]> {
    const rows: (Omit<ForetoldDay, 'grams'> & { grams: string })[] = await this.dataSource.query(
      `select order_id as "orderId", to_char(day, 'YYYY-MM-DD') as day, sum(grams)::int8 as grams,
              count(*)::int as households
         from (${FORETOLD}) t where grams > 0 group by order_id, t.day order by t.day`,
      [orderIds, today],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }

  /** Of one day, who spoke first first. */
  async foretold(tx: Tx, orderId: string, on: Day): Promise<Foretold[]> {
    const rows: (Omit<Foretold, 'grams'> & { grams: string })[] = await tx.query(
      `select "forecastId", "householdId", grams from (${FORETOLD}) t
        where grams > 0 and day = $2::date order by created_at, "forecastId"`,
      [[orderId], on],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }

  async note(
    tx: Tx,
    of: { readonly orderId: string; readonly day: Day; readonly by: string; readonly at: Date },
    meant: readonly (Foretold & { readonly id: string })[],
  ): Promise<void> {
    await tx.query(
      `insert into forecast_intentions (id, order_id, household_id, forecast_id, day, grams, state, created_by, created_at)
       select m.id, $1, m.household_id, m.forecast_id, $2, m.grams, 'NOTED', $3, $4
         from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::int8[]) as m (id, household_id, forecast_id, grams)
       on conflict on constraint forecast_intentions_once do nothing`,
      [
        of.orderId,
        of.day,
        of.by,
        of.at,
        meant.map(({ id }) => id),
        meant.map(({ householdId }) => householdId),
        meant.map(({ forecastId }) => forecastId),
        meant.map(({ grams }) => grams),
      ],
    );
  }

  /** In no particular order; as the transaction sees them. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Intention[]> {
    const rows: Raw[] = await tx.query(
      `select ${COLUMNS} from ${TABLES} where i.id = any ($1::uuid[])`,
      [ids],
    );
    return rows.map(read);
  }

  async find(id: string): Promise<Intention> {
    const [found] = await this.#read('i.id = $1', [id]);
    if (!found) throw new Error(`no intention: ${id}`);
    return found;
  }

  ofOrders(orderIds: readonly string[]): Promise<Intention[]> {
    return this.#read(`i.order_id = any ($1::uuid[]) order by i.day, i.created_at, i.id`, [
      orderIds,
    ]);
  }

  /** Days to come, the nearest first. */
  ofHousehold(householdId: string, today: Day): Promise<Intention[]> {
    return this.#read(`i.household_id = $1 and i.day >= $2 order by i.day, i.created_at, i.id`, [
      householdId,
      today,
    ]);
  }

  /** The lot that was foretold is there: these buyers are to be asked. */
  async ask(
    tx: Tx,
    lot: {
      readonly id: string;
      readonly householdId: string;
      readonly cropCode: string;
      readonly varietyCode: string | null;
      readonly from: Day;
      readonly to: Day;
    },
  ): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.query(
      `update forecast_intentions i set state = 'ASKED', lot_id = $1
         from orders o
        where o.id = i.order_id and o.state in ('SOURCING', 'ALLOCATED') and o.crop_code = $3
          and (o.variety_code is null or o.variety_code = $4)
          and i.household_id = $2 and i.state = 'NOTED' and i.day between $5 and $6
        returning i.id`,
      [lot.id, lot.householdId, lot.cropCode, lot.varietyCode, lot.from, lot.to],
    );
    return rows.map(({ id }) => id);
  }

  /** What this person's firms were asked about lots that are there: all that wait, and what was decided of lots since then. */
  askedOf(personId: string, since: Date): Promise<Intention[]> {
    return this.#read(
      `i.lot_id in (select l.id from lots l where l.id = i.lot_id and (i.state = 'ASKED' or l.published_at > $2))
        and o.buyer_id in (select party_id from memberships where person_id = $1 and role = 'TRADER')
       order by i.lot_id desc, i.day, i.id`,
      [personId, since],
    );
  }

  /** Held still while its buyer decides. */
  async lock(tx: Tx, id: string): Promise<Intention | undefined> {
    const rows: Raw[] = await tx.query(
      `select ${COLUMNS} from ${TABLES} where i.id = $1 for no key update of i`,
      [id],
    );
    return rows.map(read)[0];
  }

  async decide(tx: Tx, id: string, state: 'CONFIRMED' | 'DROPPED'): Promise<void> {
    await tx.query(`update forecast_intentions set state = $2 where id = $1`, [id, state]);
  }

  /** What of a lot is free, and the grades its order wants. */
  async freeLines(
    tx: Tx,
    { lotId, orderId }: { readonly lotId: string; readonly orderId: string },
  ): Promise<{ readonly gradeCodes: readonly string[]; readonly lines: readonly FreeLine[] }> {
    const grades: { gradeCode: string }[] = await tx.query(
      `select grade_code as "gradeCode" from order_lines where order_id = $1 order by grade_code`,
      [orderId],
    );
    const lines: (Omit<FreeLine, 'free'> & { free: string })[] = await tx.query(
      `select id as "lotGradeId", grade_code as "gradeCode",
              offered_g - reserved_g - weighed_g - written_off_g as free
         from lot_grades where lot_id = $1 order by id`,
      [lotId],
    );
    return {
      gradeCodes: grades.map(({ gradeCode }) => gradeCode),
      lines: lines.map((line) => ({ ...line, free: parseSafe(line.free) })),
    };
  }

  async #read(where: string, values: readonly unknown[]): Promise<Intention[]> {
    const rows: Raw[] = await this.dataSource.query(
      `select ${COLUMNS} from ${TABLES} where ${where}`,
      [...values],
    );
    return rows.map(read);
  }
}

const read = (row: Raw): Intention => ({
  ...row,
  grams: parseSafe(row.grams),
});
