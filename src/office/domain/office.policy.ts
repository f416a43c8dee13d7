import { ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const WATCHERS: readonly Role[] = ['OFFICE_STAFF', 'COMMUNE_OFFICER', 'ADMIN'];

export const officePolicy = {
  watch: rule('office.watch', {
    who: 'office staff and commune officers, of the communes they answer for; an administrator of all',
    roles: WATCHERS,
  }),
  fairness: rule('office.fairness', {
    who: 'office staff and commune officers, of the communes they answer for; an administrator of all',
    roles: WATCHERS,
  }),
  previewClosure: rule('office.previewClosure', {
    who: 'office staff and administrators, before they close a commune',
    roles: ['OFFICE_STAFF', 'ADMIN'],
  }),
  ownErrors: rule('office.ownErrors', {
    who: 'a household, of its own numbers',
    roles: ['GROWER'],
  }),
  errors: rule('office.errors', {
    who: 'office staff and commune officers, of the communes they answer for; an administrator of all',
    roles: WATCHERS,
  }),
  prices: rule('office.prices', {
    who: 'anyone; a price stands for five tickets and three buyers at least',
    roles: ROLES,
  }),
  home: rule('office.home', {
    who: 'a grower, of her own household; a cooperative clerk or trader, of the own party',
    roles: ['GROWER', 'COOP_CLERK', 'TRADER'],
  }),
};
