import { MARKET_ROLES, STAFF_ROLES } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';
import { SPEAKERS } from './party-people.js';

/** Between whom a grant is. */
export interface GrantSides {
  readonly grantorId: string;
  readonly granteeId: string;
}

/** How a household stands to whoever asks it at the counter. */
export interface CounterStanding {
  /** A member of the asking cooperative, or it lets it do something already. */
  readonly isMember: boolean;
  /** It lives in the territory of the asking office. */
  readonly isInTerritory: boolean;
}

/** Whose signed paper it is; for a list of several households none is named. */
export interface PaperStanding {
  readonly partyId: string;
  readonly householdId: string | null;
  /** The purpose of the look was stated for a household on it. */
  readonly isOpen: boolean;
}

export const partyPolicy = {
  grant: rule('accounts.grant', {
    who: 'a grower, for her own household',
    roles: ['GROWER'],
  }),
  revokeGrant: rule<GrantSides>('accounts.revokeGrant', {
    who: 'a grower, what her own household granted; a cooperative or commune officer, what was granted to it, when the household says so at the counter',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, { grantorId, granteeId }) =>
      actor.partyId === (actor.role === 'GROWER' ? grantorId : granteeId),
  }),
  readGrants: rule('accounts.readGrants', {
    who: 'a household, what it granted',
    roles: ['GROWER', 'COOP_CLERK'],
  }),
  readTrust: rule('accounts.readTrust', {
    who: 'a cooperative, neighbour or commune office, what was granted to it',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
  recordGrant: rule<CounterStanding>('accounts.recordGrant', {
    who: 'a cooperative, of its members, and a commune officer, of households of her territory, with the code the household read out or the photo of what it signed',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: ({ role }, { isMember, isInTerritory }) =>
      role === 'COOP_CLERK' ? isMember : isInTerritory,
  }),
  findToAsk: rule('accounts.findToAsk', {
    who: 'a cooperative, its members; a commune officer, households of her territory',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
  addGrantPaper: rule('accounts.addGrantPaper', {
    who: 'who records consent or enters households: a cooperative, a commune officer, an administrator',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER', 'ADMIN'],
  }),
  seeGrantPaper: rule<PaperStanding>('accounts.seeGrantPaper', {
    who: 'the household whose paper it is; the party that photographed it; officers of the territory and administrators with a stated purpose',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF', 'ADMIN'],
    allows: ({ role, partyId }, paper) =>
      partyId !== null &&
      (role === 'GROWER'
        ? partyId === paper.householdId
        : partyId === paper.partyId || paper.isOpen),
  }),
  readAssisted: rule('accounts.readAssisted', {
    who: 'a household, what others did for it; a cooperative or commune officer, what they did for others',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
  undoAssisted: rule<{ readonly householdId: string }>('accounts.undoAssisted', {
    who: 'a grower, what others did for her own household, while it can be undone',
    roles: ['GROWER'],
    allows: (actor, act) => actor.partyId === act.householdId,
  }),
  registerTrader: rule('accounts.registerTrader', {
    who: 'a signed-in person, for a firm of her own',
    roles: MARKET_ROLES,
  }),
  submitForApproval: rule('accounts.submitForApproval', {
    who: 'a trader or transporter, its own papers',
    roles: ['TRADER', 'TRANSPORTER'],
  }),
  readOwnParty: rule('accounts.readOwnParty', {
    who: 'anyone, the party acted for',
    roles: [...MARKET_ROLES, ...STAFF_ROLES],
  }),
  judge: rule('accounts.judge', { who: 'an administrator, with a reason', roles: ['ADMIN'] }),
  findParty: rule('accounts.findParty', { who: 'an administrator', roles: ['ADMIN'] }),
  openPersonalData: rule('accounts.openPersonalData', {
    who: 'a commune officer or the farming office, of parties of the territory, with a purpose; an administrator, of any',
    roles: ['COMMUNE_OFFICER', 'OFFICE_STAFF', 'ADMIN'],
  }),
  merge: rule('accounts.merge', {
    who: 'an administrator, with a reason; undone within thirty days',
    roles: ['ADMIN'],
  }),
  people: rule('accounts.people', {
    who: 'whoever speaks for a household, a cooperative or a business, its own people',
    roles: SPEAKERS,
  }),
  recover: rule('accounts.recover', {
    who: 'an administrator, with a reason, of a party that nobody speaks for',
    roles: ['ADMIN'],
  }),
  findTrusted: rule('accounts.findTrusted', {
    who: 'a grower, looking for a cooperative to trust',
    roles: ['GROWER'],
  }),
  addPlot: rule('accounts.addPlot', {
    who: 'a grower, to her own household',
    roles: ['GROWER'],
  }),
  invite: rule('accounts.invite', {
    who: 'a cooperative, by telephone number; whether anybody has the number is not said',
    roles: ['COOP_CLERK'],
  }),
  answerInvitation: rule('accounts.answerInvitation', {
    who: 'a grower, for her own household, an invitation to her own number',
    roles: ['GROWER'],
  }),
};
