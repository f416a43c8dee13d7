import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import { Notices } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { DomainEvents } from '../../platform/events/outbox.js';
import { Handlers } from '../../platform/events/handlers.js';
import { LotRecordsStore } from '../data/lot-records.store.js';

/** A household hears when somebody offers fruit in its name, when fruit was left over, and what the commune said of a withdrawal. */
@Injectable()
export class TellHouseholdOfLot implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly lots: LotRecordsStore,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('lot.created', 'lots.tell-of-help', (tx, { lotId }, id) =>
      this.ofHelp(tx, lotId, id),
    );
    this.handlers.on('lot.expired', 'lots.tell-of-expiry', (tx, { lotId }, id) =>
      this.ofExpiry(tx, lotId, id),
    );
    this.handlers.on('withdrawal.decided', 'lots.tell-of-decision', (tx, decided, id) =>
      this.ofDecision(tx, decided, id),
    );
  }

  private async ofDecision(
    tx: Tx,
    { lotId, isConfirmed, note }: DomainEvents['withdrawal.decided'],
    eventId: string,
  ): Promise<void> {
    const { lot } = await this.lots.read(tx, lotId);
    const facts = { cropCode: lot.cropCode, isConfirmed, note };
    const path = `/app/lo/${lotId}`;
    await this.notices.tell(tx, eventId, [
      { partyId: lot.householdId, kind: 'WITHDRAWAL_DECIDED', facts, path },
    ]);
  }

  private async ofHelp(tx: Tx, lotId: string, eventId: string): Promise<void> {
    const { lot, lines } = await this.lots.read(tx, lotId);
    const partyId = lot.householdId;
    const members = await this.accounts.membersOf([partyId]);
    if (members.some(({ personId }) => personId === lot.createdBy)) return;
    const helper = await this.accounts.person(lot.createdBy);
    const facts = {
      by: helper?.name ?? '',
      cropCode: lot.cropCode,
      grams: lines.reduce((sum, line) => sum + line.offeredG, 0),
      readyFrom: lot.readyFrom.toISOString(),
    };
    const path = `/app/lo/${lotId}`;
    await this.notices.tell(tx, eventId, [{ partyId, kind: 'LOT_CREATED_FOR_YOU', facts, path }]);
  }

  private async ofExpiry(tx: Tx, lotId: string, eventId: string): Promise<void> {
    const { lot, lines } = await this.lots.read(tx, lotId);
    const unsoldGrams = lines.reduce(
      (sum, line) => sum + line.offeredG - line.reservedG - line.weighedG - line.writtenOffG,
      0,
    );
    // Of what was promised its order or deal tells.
    if (unsoldGrams === 0) return;
    const facts = {
      cropCode: lot.cropCode,
      unsoldGrams,
      readyTo: lot.readyTo.toISOString(),
    };
    const path = `/app/lo/${lotId}`;
    await this.notices.tell(tx, eventId, [
      { partyId: lot.householdId, kind: 'LOT_EXPIRED', facts, path },
    ]);
  }
}
