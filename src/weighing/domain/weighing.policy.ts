import { rule } from '../../platform/access/policy.js';

/** Whose ticket it is, and how the actor stands to it. */
export interface TicketStanding {
  readonly buyerId: string;
  readonly householdId: string;
  /** The household is a member of the actor's cooperative. */
  readonly isMembers: boolean;
  /** The actor was let onto this deal's scale, as the driver who fetches it. */
  readonly isWeigher: boolean;
}

export const weighingPolicy = {
  weigh: rule<TicketStanding>('weighing.weigh', {
    who: 'the buyer of the deal, a clerk of a cooperative the household is a member of, or the driver who fetches it',
    roles: ['TRADER', 'COOP_CLERK', 'DRIVER'],
    allows: (actor, ticket) =>
      (actor.role === 'TRADER' && actor.partyId === ticket.buyerId) ||
      (actor.role === 'COOP_CLERK' && ticket.isMembers) ||
      (actor.role === 'DRIVER' && ticket.isWeigher),
  }),
  confirm: rule<TicketStanding>('weighing.confirm', {
    who: 'the household on its own phone, or a clerk of its cooperative as witness',
    roles: ['GROWER', 'COOP_CLERK'],
    allows: (actor, ticket) =>
      actor.role === 'GROWER' ? actor.partyId === ticket.householdId : ticket.isMembers,
  }),
  dispute: rule<TicketStanding>('weighing.dispute', {
    who: 'the household',
    roles: ['GROWER'],
    allows: (actor, ticket) => actor.partyId === ticket.householdId,
  }),
  read: rule('weighing.read', {
    who: 'both sides of the deal, the household’s cooperative, the driver who fetches it, and officers of its commune',
    roles: ['GROWER', 'TRADER', 'COOP_CLERK', 'DRIVER', 'COMMUNE_OFFICER', 'OFFICE_STAFF'],
  }),
};
