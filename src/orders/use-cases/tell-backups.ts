import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Notices, type NoticeWish } from '../../messages/index.js';
import { Handlers } from '../../platform/events/handlers.js';
import { BackupsStore, type Backup } from '../data/backups.store.js';
import type { Deal } from '../data/deal.rows.js';
import { DealsStore } from '../data/deals.store.js';

/** Pages of the app that answer a message. */
const PAGE = { asked: '/app/du-phong', deals: '/app/don' };
const NOTHING_THERE = 'xe đến không có hàng, đã lấy của hộ khác';

/** Tells households what is asked of them as a backup, and what became of it. */
@Injectable()
export class TellBackups implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly backups: BackupsStore,
    private readonly deals: DealsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      'backups.asked',
      'orders.tell-backups-asked',
      async (tx, { backupIds }, id) => {
        const asked = await this.backups.byIds(backupIds, this.clock.now());
        await this.notices.tell(tx, id, asked.map(asking));
      },
    );
    this.handlers.on('backups.taken', 'orders.tell-backups-taken', async (tx, { lineIds }, id) => {
      const taken = await this.backups.byIds(lineIds, this.clock.now());
      await this.notices.tell(tx, id, taken.flatMap(taking));
    });
    this.handlers.on('backups.released', 'orders.thank-backups', async (tx, { backupIds }, id) => {
      const released = await this.backups.byIds(backupIds, this.clock.now());
      await this.notices.tell(tx, id, released.map(thanking));
    });
    this.handlers.on('deal.replaced', 'orders.tell-replaced', async (tx, { dealId }, id) => {
      const deals = await this.deals.byIds([dealId]);
      await this.notices.tell(tx, id, deals.flatMap(replacing));
    });
  }
}

const factsOf = ({ orderNumber, cropCode, gradeCode, grams }: Backup) => ({
  orderNumber,
  cropCode,
  gradeCode,
  grams,
});

const asking = (backup: Backup) => ({
  partyId: backup.householdId,
  kind: 'BACKUP_ASKED' as const,
  facts: {
    ...factsOf(backup),
    vndPerKg: backup.vndPerKg,
    readyFrom: backup.readyFrom.toISOString(),
    releaseAt: backup.releaseAt.toISOString(),
  },
  path: PAGE.asked,
});

const taking = (backup: Backup): NoticeWish[] => [
  {
    partyId: backup.householdId,
    kind: 'BACKUP_TAKEN',
    facts: { ...factsOf(backup), readyFrom: backup.readyFrom.toISOString() },
    path: PAGE.deals,
  },
  {
    partyId: backup.buyerId,
    kind: 'OFFER_ACCEPTED',
    facts: factsOf(backup),
    path: `/app/gom/${backup.orderId}`,
  },
];

/** Both sides, each on the page that shows what the truck found. */
function replacing({ id, number, orderId, householdId, buyerId, cropCode }: Deal): NoticeWish[] {
  const kind = 'DEAL_ENDED';
  const facts = { dealNumber: number, cropCode, reason: NOTHING_THERE };
  return [
    { partyId: householdId, kind, facts, path: `${PAGE.deals}/${id}` },
    { partyId: buyerId, kind, facts, path: `/app/gom/${orderId}/chuyen` },
  ];
}

const thanking = (backup: Backup) => ({
  partyId: backup.householdId,
  kind: 'BACKUP_THANKED' as const,
  facts: factsOf(backup),
  path: PAGE.asked,
});
