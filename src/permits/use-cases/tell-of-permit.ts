import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices, type NoticeWish } from '../../messages/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import type { PermitEntity } from '../data/permit.entities.js';
import { PermitsStore } from '../data/permits.store.js';
import { spoken } from '../domain/short-code.js';

type Telling = (permit: PermitEntity) => Pick<NoticeWish, 'kind' | 'facts'>;

/** PE-05: the transporter and whoever asked for the trip hear of each decision. */
@Injectable()
export class TellOfPermit implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly permits: PermitsStore,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on('permit.issued', 'permits.tell-issued', (tx, { permitId }, eventId) =>
      this.tell(tx, eventId, permitId, ISSUED),
    );
    this.handlers.on('permit.rejected', 'permits.tell-rejected', (tx, { permitId }, eventId) =>
      this.tell(tx, eventId, permitId, REJECTED),
    );
    this.handlers.on('permit.revoked', 'permits.tell-revoked', (tx, { permitId }, eventId) =>
      this.tell(tx, eventId, permitId, REVOKED),
    );
  }

  private async tell(tx: Tx, eventId: string, permitId: string, telling: Telling): Promise<void> {
    const permit = await this.permits.find(permitId);
    if (!permit) return;
    const parties = [...new Set([permit.holderId, permit.requesterId ?? permit.holderId])];
    const path = `/app/giay/${permit.id}`;
    await this.notices.tell(
      tx,
      eventId,
      parties.map((partyId) => ({ partyId, path, ...telling(permit) }) as NoticeWish),
    );
  }
}

const ISSUED: Telling = ({ code, plate, validFrom, validTo }) => ({
  kind: 'PERMIT_ISSUED',
  facts: {
    permitCode: spoken(code),
    plate,
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
  },
});

const REJECTED: Telling = ({ plate, reasons }) => ({
  kind: 'PERMIT_REJECTED',
  facts: { plate, reason: sentenceEnd(reasons[0]?.facts['reason']) },
});

const REVOKED: Telling = ({ code, plate, revokeReason }) => ({
  kind: 'PERMIT_REVOKED',
  facts: { permitCode: spoken(code), plate, reason: sentenceEnd(revokeReason) },
});

/** The message sets its own full stop behind the reason. */
const sentenceEnd = (reason: unknown): string => String(reason ?? '').replace(/[.\s]+$/, '');
