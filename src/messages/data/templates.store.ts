import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PaidKind, Template } from '../domain/templates.js';
import { TEMPLATES } from '../domain/templates.js';

/** A template as it holds now; version 0 is the one the product comes with. */
export interface WrittenTemplate extends Template {
  readonly kind: PaidKind;
  readonly version: number;
  readonly createdAt: Date | null;
}

@Injectable()
export class TemplatesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest version of each kind. */
  async newest(): Promise<ReadonlyMap<PaidKind, WrittenTemplate>> {
    const rows: WrittenTemplate[] = await this.dataSource.query(
      `select distinct on (kind) kind, version, zalo_template_id as "zaloTemplateId", zalo, sms, created_at as "createdAt"
       from message_templates order by kind, version desc`,
    );
    const first = Object.entries(TEMPLATES).map(([kind, template]): [PaidKind, WrittenTemplate] => [
      kind as PaidKind,
      { kind: kind as PaidKind, version: 0, createdAt: null, ...template },
    ]);
    return new Map([...first, ...rows.map((row): [PaidKind, WrittenTemplate] => [row.kind, row])]);
  }

  /** The version after the one that was read. @returns false when somebody else has written that one already */
  async add(
    tx: Tx,
    { kind, zaloTemplateId, zalo, sms }: Template & { readonly kind: PaidKind },
    readVersion: number,
    personId: string,
    now: Date,
  ): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into message_templates (kind, version, zalo_template_id, zalo, sms, written_by, created_at)
       select $1, $2::int + 1, $3, $4, $5, $6, $7
       where $2::int = coalesce((select max(version) from message_templates where kind = $1), 0)
       on conflict do nothing returning 1`,
      [kind, readVersion, zaloTemplateId, zalo, sms, personId, now],
    );
    return rows.length > 0;
  }
}
