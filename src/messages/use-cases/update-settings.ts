import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { SettingsStore } from '../data/settings.store.js';
import { isClockTime } from '../domain/quiet-hours.js';
import { CHANNELS, type Channel } from '../domain/route.js';
import { TOPICS, type Topic } from '../domain/topics.js';

export interface SettingsWish {
  readonly clientMutationId: string;
  readonly channels: readonly Channel[];
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly muted: readonly Topic[];
}

/** How the person herself wants to be told. */
@Injectable()
export class UpdateSettings {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settings: SettingsStore,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, ...wish }: SettingsWish,
  ): Promise<{ personId: string } | Refusal<'QUIET_HOURS_MALFORMED' | ActRefusal>> {
    const { quietFrom, quietTo } = wish;
    if (!isClockTime(quietFrom)) return refuse('QUIET_HOURS_MALFORMED', {}, 'quietFrom');
    if (!isClockTime(quietTo)) return refuse('QUIET_HOURS_MALFORMED', {}, 'quietTo');
    const act = {
      actor,
      operation: 'updateMessageSettings',
      key: clientMutationId,
      request: wish,
    };
    return this.uow.once(act, async (tx) => {
      const { personId } = actor;
      const channels = CHANNELS.filter((channel) => wish.channels.includes(channel));
      const muted = TOPICS.filter((topic) => wish.muted.includes(topic));
      await this.settings.keep(tx, personId, { channels, quietFrom, quietTo, muted });
      return { personId };
    });
  }
}
