import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { Accounts } from '../../accounts/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Notices } from '../notices.js';

// Any fixed UUID does: the warning of one payer and month has one id, so that it is given once.
const NAMESPACE = '0192f7d4-6b1a-7c55-8f0e-2d9c4a7b8e31';

/** Tells whoever pays that four fifths of the month's messages are spent. */
@Injectable()
export class WarnOfCap {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly notices: Notices,
  ) {}

  async run(
    payerId: string | null,
    month: string,
    spentVnd: number,
    capVnd: number,
  ): Promise<void> {
    const payers = payerId === null ? await this.accounts.partiesOfKind('PLATFORM') : [];
    const partyIds = payerId === null ? payers.map(({ id }) => id) : [payerId];
    const eventId = uuidOf(`${payerId ?? 'district'} ${month}`, NAMESPACE);
    await this.uow.run((tx) =>
      this.notices.tell(
        tx,
        eventId,
        partyIds.map((partyId) => ({
          partyId,
          kind: 'MESSAGE_CAP_NEAR',
          facts: { spentVnd, capVnd },
          path: payerId === null ? '/app/qt/tin-nhan' : '/app/tin',
        })),
      ),
    );
  }
}
