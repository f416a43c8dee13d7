import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GrantAftermath, type Consequence, type RevokedGrant } from '../../accounts/index.js';
import { PayablesStore } from '../data/payables.store.js';

/** ID-07: payments under way stay as they are; only the household's own word settles them from now on. */
@Injectable()
export class LoseReceiver implements OnModuleInit {
  constructor(
    private readonly aftermath: GrantAftermath,
    private readonly payables: PayablesStore,
  ) {}

  onModuleInit(): void {
    const open = ({ grantorId }: RevokedGrant): Promise<Consequence[]> => this.open(grantorId);
    this.aftermath.on('RECEIVE_PAYMENT', { foretell: open, apply: (_tx, grant) => open(grant) });
  }

  private async open(payeeId: string): Promise<Consequence[]> {
    return [{ kind: 'PAYMENTS_KEPT', count: await this.payables.countOpen(payeeId) }];
  }
}
