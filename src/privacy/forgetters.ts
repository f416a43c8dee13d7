import { Injectable } from '@nestjs/common';
import { PersonErasure } from '../accounts/index.js';
import { Notices } from '../messages/index.js';
import { Permits } from '../permits/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';

/** Every feature that keeps something about people beside its books, asked in turn. */
@Injectable()
export class Forgetters {
  constructor(
    private readonly people: PersonErasure,
    private readonly notices: Notices,
    private readonly permits: Permits,
  ) {}

  async person(tx: Tx, personId: string): Promise<void> {
    const erased = await this.people.erase(tx, personId);
    if (!erased) return;
    await this.notices.forgetPerson(tx, personId, erased.phone);
    await this.permits.forgetPerson(tx, personId);
  }

  async old(tx: Tx): Promise<void> {
    await this.people.forgetOld(tx);
    await this.notices.forgetOld(tx);
  }
}
