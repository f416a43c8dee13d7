import { Injectable } from '@nestjs/common';
import { Accounts, AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { BackupsStore } from '../data/backups.store.js';
import { orderPolicy } from '../domain/order.policy.js';

export interface BackupAnswer {
  readonly clientMutationId: string;
  readonly backupId: string;
  readonly accept: boolean;
}

type AnswerRefusal =
  'BACKUP_NOT_FOUND' | 'BACKUP_OVER' | 'HOUSEHOLD_SUSPENDED' | 'LOT_NOT_ENOUGH' | ActRefusal;

/** A soft yes sets the kilograms aside until the hour of release; a no, also after a yes, frees them. */
@Injectable()
export class AnswerBackup {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly backups: BackupsStore,
    private readonly lots: Lots,
    private readonly accounts: Accounts,
    private readonly assisted: AssistedActs,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, backupId, accept }: BackupAnswer,
  ): Promise<{ backupId: string } | Refusal<AnswerRefusal>> {
    if (!isId(backupId)) return refuse('BACKUP_NOT_FOUND');
    const request = { backupId, accept };
    const act = { actor, operation: 'respondBackup', key: clientMutationId, request };
    return this.uow.once<{ backupId: string } | Refusal<AnswerRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const backup = await this.backups.lock(tx, backupId, actor.partyId, now);
      if (!backup || !orderPolicy.respondBackup.allows(actor, backup))
        return refuse('BACKUP_NOT_FOUND');
      if (backup.state !== 'ASKED' && backup.state !== 'READY')
        return refuse('BACKUP_OVER', { state: backup.state });
      if (accept && backup.state === 'READY') return { backupId };
      if (accept) {
        const household = await this.accounts.party(backup.householdId);
        if (household?.state !== 'ACTIVE')
          return refuse('HOUSEHOLD_SUSPENDED', { reason: household?.stateReason ?? '' });
        const { lotGradeId, grams, releaseAt: expiresAt } = backup;
        const hold = { holdId: backupId, lotGradeId, grams, expiresAt };
        const reserved = await this.lots.reserve(tx, [hold]);
        if (isRefusal(reserved)) return reserved;
      } else await this.lots.release(tx, [backupId]);
      const state = accept ? 'READY' : 'DECLINED';
      await this.backups.answer(tx, { id: backupId, state, personId: actor.personId, now });
      await this.assisted.record(tx, actor, {
        householdId: backup.householdId,
        kind: accept ? 'BACKUP_ACCEPTED' : 'BACKUP_DECLINED',
        subjectId: backupId,
        facts: { cropCode: backup.cropCode, grams: backup.grams },
      });
      return { backupId };
    });
  }
}
