import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Purpose, Word } from '../domain/consent.js';

@Injectable()
export class ConsentsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The last word on each purpose. */
  newest(personId: string): Promise<Word[]> {
    return this.dataSource.query(
      `select distinct on (purpose) purpose, version, is_given as "isGiven", at
       from consents where person_id = $1 order by purpose, at desc, id desc`,
      [personId],
    );
  }

  async add(
    tx: Tx,
    word: Word & { id: string; personId: string; purpose: Purpose },
  ): Promise<void> {
    await tx.query(
      `insert into consents (id, person_id, purpose, version, is_given, at) values ($1, $2, $3, $4, $5, $6)`,
      [word.id, word.personId, word.purpose, word.version, word.isGiven, word.at],
    );
  }
}
