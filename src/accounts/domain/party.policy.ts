import { rule } from '../../platform/access/policy.js';
import { SPEAKERS } from './party-people.js';

/** Between whom a grant is. */
export interface GrantSides {
  readonly grantorId: string;
}

export const partyPolicy = {
  grant: rule('accounts.grant', {
    who: 'a grower, for her own household',
    roles: ['GROWER'],
  }),
  revokeGrant: rule<GrantSides>('accounts.revokeGrant', {
    who: 'a grower, what her own household granted',
    roles: ['GROWER'],
    allows: (actor, grant) => actor.partyId === grant.grantorId,
  }),
  readGrants: rule('accounts.readGrants', {
    who: 'a household, what it granted; a cooperative or neighbour, what was granted to it',
    roles: ['GROWER', 'COOP_CLERK'],
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
    roles: ['NEWCOMER', 'GROWER', 'COOP_CLERK', 'TRADER', 'DRIVER', 'TRANSPORTER'],
  }),
  submitForApproval: rule('accounts.submitForApproval', {
    who: 'a trader or transporter, its own papers',
    roles: ['TRADER', 'TRANSPORTER'],
  }),
  readOwnParty: rule('accounts.readOwnParty', {
    who: 'anyone, the party acted for',
    roles: [
      'NEWCOMER',
      'GROWER',
      'COOP_CLERK',
      'TRADER',
      'DRIVER',
      'TRANSPORTER',
      'CHECKPOINT_OFFICER',
      'COMMUNE_OFFICER',
      'OFFICE_STAFF',
      'ADMIN',
    ],
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
