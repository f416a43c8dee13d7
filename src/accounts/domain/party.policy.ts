import { rule } from '../../platform/access/policy.js';

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
  findTrusted: rule('accounts.findTrusted', {
    who: 'a grower, looking for a cooperative to trust',
    roles: ['GROWER'],
  }),
};
