import { rule } from '../../platform/access/policy.js';

/** Whose ticket it is, and how the actor stands to it. */
export interface TicketStanding {
  readonly buyerId: string;
  readonly householdId: string;
  /** The household lets the actor's party sell for it. */
  readonly isGranted: boolean;
  /** The actor was let onto this deal's scale, as the driver who fetches it. */
  readonly isWeigher: boolean;
}

export const weighingPolicy = {
  weigh: rule<TicketStanding>('weighing.weigh', {
    who: 'the buyer of the deal, a clerk of the cooperative the household lets sell for it, or the driver who fetches it',
    roles: ['TRADER', 'COOP_CLERK', 'DRIVER'],
    allows: (actor, ticket) =>
      (actor.role === 'TRADER' && actor.partyId === ticket.buyerId) ||
      (actor.role === 'COOP_CLERK' && ticket.isGranted) ||
      (actor.role === 'DRIVER' && ticket.isWeigher),
  }),
  confirm: rule<TicketStanding>('weighing.confirm', {
    who: 'the household on its own phone, or a clerk of the cooperative it lets sell, as witness',
    roles: ['GROWER', 'COOP_CLERK'],
    allows: (actor, ticket) =>
      actor.role === 'GROWER' ? actor.partyId === ticket.householdId : ticket.isGranted,
  }),
  dispute: rule<TicketStanding>('weighing.dispute', {
    who: 'the household',
    roles: ['GROWER'],
    allows: (actor, ticket) => actor.partyId === ticket.householdId,
  }),
  read: rule('weighing.read', {
    who: 'both sides of the deal, the cooperative the household lets see or sell, the driver who fetches it, and officers of its commune',
    roles: ['GROWER', 'TRADER', 'COOP_CLERK', 'DRIVER', 'COMMUNE_OFFICER', 'OFFICE_STAFF'],
  }),
};
