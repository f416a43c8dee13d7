import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { QUIET, type ClockTime } from '../domain/quiet-hours.js';
import { CHANNELS, type Channel } from '../domain/route.js';
import type { Topic } from '../domain/topics.js';

/** How a person wants to be told. */
export interface MessageSettings {
  readonly channels: readonly Channel[];
  readonly quietFrom: ClockTime;
  readonly quietTo: ClockTime;
  readonly muted: readonly Topic[];
}

@Injectable()
export class SettingsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(personId: string): Promise<MessageSettings> {
    const rows: MessageSettings[] = await this.dataSource.query(
      `select channels, quiet_from as "quietFrom", quiet_to as "quietTo", muted from message_settings where person_id = $1`,
      [personId],
    );
    return rows[0] ?? { channels: CHANNELS, quietFrom: QUIET.from, quietTo: QUIET.to, muted: [] };
  }

  async keep(tx: Tx, personId: string, settings: MessageSettings): Promise<void> {
    const { channels, quietFrom, quietTo, muted } = settings;
    await tx.query(
      `insert into message_settings (person_id, channels, quiet_from, quiet_to, muted) values ($1, $2, $3, $4, $5)
       on conflict (person_id) do update set channels = $2, quiet_from = $3, quiet_to = $4, muted = $5`,
      [personId, channels, quietFrom, quietTo, muted],
    );
  }
}
