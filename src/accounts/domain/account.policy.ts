import { audienceOf, ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUEST');
const OF_THE_MARKET = SIGNED_IN.filter((role) => audienceOf(role) === 'MARKET');

export const accountPolicy = {
  signIn: rule('accounts.signIn', { who: 'anyone, with the code sent to the phone', roles: ROLES }),
  me: rule('accounts.me', { who: 'anyone; a guest gets nothing', roles: ROLES }),
  signOut: rule('accounts.signOut', { who: 'anyone, of the own device', roles: ROLES }),
  devices: rule('accounts.devices', {
    who: 'a signed-in person, of the devices signed in as herself',
    roles: SIGNED_IN,
  }),
  ownData: rule('accounts.ownData', {
    who: 'a signed-in person, of her own consents and of who saw the number of the party she acts for',
    roles: SIGNED_IN,
  }),
  changeOwn: rule('accounts.changeOwn', {
    who: 'a signed-in person, of her own number; whoever it concerns may stop a change',
    roles: SIGNED_IN,
  }),
  changePayout: rule('accounts.changePayout', {
    who: 'whoever acts for a household, a cooperative or a business, of its account for money',
    roles: ['GROWER', 'COOP_CLERK', 'TRADER', 'TRANSPORTER'],
  }),
  setPin: rule('accounts.setPin', {
    who: 'a grower, of the profile of her own household',
    roles: ['GROWER'],
  }),
  resetPin: rule('accounts.resetPin', {
    who: 'a person signed in to the market, of profiles of her own, with a code sent to her number',
    roles: OF_THE_MARKET,
  }),
  switchParty: rule('accounts.switchParty', {
    who: 'a signed-in person, to a party and role she holds',
    roles: SIGNED_IN,
  }),
  createHousehold: rule('accounts.createHousehold', {
    who: 'any person signed in to the market, for herself',
    roles: OF_THE_MARKET,
  }),
  signInStaff: rule('accounts.signInStaff', {
    who: 'anyone, with the password and second factor of one who serves an office',
    roles: ROLES,
  }),
  setUpStaff: rule('accounts.setUpStaff', {
    who: 'one who holds a role of an office, minutes after a code sent to the phone',
    roles: OF_THE_MARKET,
  }),
  vouch: rule('accounts.vouch', {
    who: 'a commune officer, for numbers of parties of her territory; the farming office, for any of the market; never for the staff',
    roles: ['COMMUNE_OFFICER', 'OFFICE_STAFF'],
  }),
  recoverStaff: rule('accounts.recoverStaff', {
    who: 'the farming office or an administrator, for a third; the second of them is another person',
    roles: ['OFFICE_STAFF', 'ADMIN'],
  }),
};
