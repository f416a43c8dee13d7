import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Container, ContainerWeights } from '../../kernel/spoken/containers.js';
import { grams, type Grams } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Spokesman } from '../domain/standing.js';

/** What one container of a household holds, and since when that is said. */
export interface ContainerWeight {
  readonly householdId: string;
  readonly container: Container;
  readonly grams: Grams;
  readonly source: Spokesman;
  readonly createdAt: Date;
}

const LAST = `select distinct on (w.household_id, w.container) w.household_id as "householdId", w.container, w.grams,
    w.source, w.created_at as "createdAt"
  from container_weights w`;
const LAST_FIRST = `order by w.household_id, w.container, w.created_at desc, w.id desc`;

@Injectable()
export class ContainerWeightsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(
    tx: Tx,
    weight: ContainerWeight & { readonly id: string; readonly setBy: string },
  ): Promise<void> {
    await tx.query(
      `insert into container_weights (id, household_id, container, grams, source, set_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        weight.id,
        weight.householdId,
        weight.container,
        weight.grams,
        weight.source,
        weight.setBy,
        weight.createdAt,
      ],
    );
  }

  /** False when a later word was said since, which then stays. */
  async takeBack(tx: Tx, id: string, at: Date): Promise<boolean> {
    const [, taken]: [unknown[], number] = await tx.query(
      `update container_weights w set taken_back_at = $2
        where w.id = $1 and w.taken_back_at is null and not exists (
          select from container_weights n where n.household_id = w.household_id and n.container = w.container
             and n.taken_back_at is null and (n.created_at, n.id) > (w.created_at, w.id))`,
      [id, at],
    );
    return taken === 1;
  }

  /** The last word about each kind it has. */
  ofHousehold(householdId: string): Promise<ContainerWeight[]> {
    return this.ofHouseholds([householdId]);
  }

  ofHouseholds(householdIds: readonly string[]): Promise<ContainerWeight[]> {
    return this.#read(
      `${LAST} where w.household_id = any ($1::uuid[]) and w.taken_back_at is null ${LAST_FIRST}`,
      [householdIds],
    );
  }

  /** By household of these communes, as a weight is read with them. */
  async ofCommunes(communeIds: readonly string[]): Promise<Map<string, ContainerWeights>> {
    const rows = await this.#read(
      `${LAST} join parties h on h.id = w.household_id where h.commune_id = any ($1::uuid[])
        and w.taken_back_at is null ${LAST_FIRST}`,
      [communeIds],
    );
    const known = new Map<string, ContainerWeights>();
    for (const { householdId, container, grams: one } of rows)
      known.set(householdId, { ...known.get(householdId), [container]: one });
    return known;
  }

  async #read(sql: string, values: readonly unknown[]): Promise<ContainerWeight[]> {
    const rows: (Omit<ContainerWeight, 'grams'> & { grams: string })[] =
      await this.dataSource.query(sql, [...values]);
    return rows.map((row) => ({ ...row, grams: grams(parseSafe(row.grams)) }));
  }
}
