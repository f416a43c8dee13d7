import { rule } from '../../platform/access/policy.js';

/** Who owes and who is owed; `isMembers`: the payee is a member of the actor's cooperative. */
export interface PayableStanding {
  readonly payerId: string;
  readonly payeeId: string;
  readonly isMembers: boolean;
}

export const settlementPolicy = {
  read: rule('settlement.read', {
    who: 'payer and payee, and the payee’s cooperative',
    roles: ['TRADER', 'GROWER', 'COOP_CLERK'],
  }),
  readOrder: rule('settlement.readOrder', {
    who: 'payer, payee and the payee’s cooperative, each the own part; officers, of their communes, without bank accounts',
    roles: ['TRADER', 'GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF'],
  }),
  declare: rule<PayableStanding>('settlement.declare', {
    who: 'the payer',
    roles: ['TRADER'],
    allows: (actor, payable) => actor.partyId === payable.payerId,
  }),
  answer: rule<PayableStanding>('settlement.answer', {
    who: 'the payee, or a clerk of its cooperative',
    roles: ['GROWER', 'COOP_CLERK'],
    allows: (actor, payable) =>
      actor.role === 'GROWER' ? actor.partyId === payable.payeeId : payable.isMembers,
  }),
};
