import { rule } from '../../platform/access/policy.js';

/** Who owes and who is owed; `isGranted`: the payee lets the actor's party receive its money. */
export interface PayableStanding {
  readonly payerId: string;
  readonly payeeId: string;
  readonly isGranted: boolean;
}

export const settlementPolicy = {
  read: rule('settlement.read', {
    who: 'payer and payee, and the cooperative the payee lets receive its money',
    roles: ['TRADER', 'GROWER', 'COOP_CLERK'],
  }),
  readOrder: rule('settlement.readOrder', {
    who: 'payer, payee and the cooperative the payee lets receive its money, each the own part; officers, of their communes, without bank accounts',
    roles: ['TRADER', 'GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF'],
  }),
  declare: rule<PayableStanding>('settlement.declare', {
    who: 'the payer',
    roles: ['TRADER'],
    allows: (actor, payable) => actor.partyId === payable.payerId,
  }),
  confirmRefund: rule<Pick<PayableStanding, 'payerId'>>('settlement.confirmRefund', {
    who: 'whoever paid the deposit',
    roles: ['TRADER'],
    allows: (actor, deposit) => actor.partyId === deposit.payerId,
  }),
  answer: rule<PayableStanding>('settlement.answer', {
    who: 'the payee, or whom it lets receive its money',
    roles: ['GROWER', 'COOP_CLERK'],
    allows: (actor, payable) => actor.partyId === payable.payeeId || payable.isGranted,
  }),
};
