import { Injectable } from '@nestjs/common';
import { Counters } from '../platform/limits/counters.js';
import { Sealer } from '../platform/secrets/sealer.js';

const DAY_MINUTES = 24 * 60;
// Two machines that answer each other would do it all night, at our cost.
const ANSWERS_A_DAY = 12;
const HELPS_A_DAY = 1;

/** Help is given once a day, everything else a few times: enough for people, too little for machines. */
@Injectable()
export class ReplyLimits {
  constructor(
    private readonly counters: Counters,
    private readonly sealer: Sealer,
  ) {}

  async allows(phone: string, isHelp: boolean): Promise<boolean> {
    const hash = this.sealer.hash('phone', phone);
    if (isHelp && (await this.counters.count(`sms-help:${hash}`, DAY_MINUTES)) > HELPS_A_DAY)
      return false;
    return (await this.counters.count(`sms-answer:${hash}`, DAY_MINUTES)) <= ANSWERS_A_DAY;
  }
}
