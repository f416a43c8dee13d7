import { ROLES, type Actor } from '../../platform/access/actor.js';
import { spokesmanOf, type HouseholdStanding } from './standing.js';

const acting = (role: Actor['role'], partyId: string): Actor => ({
  personId: 'person',
  partyId,
  role,
  sessionId: null,
  locale: 'vi',
});
const everything: HouseholdStanding = {
  householdId: 'household',
  isGranted: true,
  isInTerritory: true,
};
const nothing: HouseholdStanding = { ...everything, isGranted: false, isInTerritory: false };

describe('ID-06 who speaks for a household', () => {
  it('lets a grower speak for her own household and no other', () => {
    expect(spokesmanOf(acting('GROWER', 'household'), nothing)).toBe('GROWER');
    expect(spokesmanOf(acting('GROWER', 'neighbour'), nothing)).toBeUndefined();
  });

  it('lets a neighbour speak where the household said so, and keeps that it was a neighbour', () => {
    expect(spokesmanOf(acting('GROWER', 'neighbour'), { ...nothing, isGranted: true })).toBe(
      'NEIGHBOUR',
    );
    expect(spokesmanOf(acting('TRADER', 'trader'), everything)).toBeUndefined();
  });

  it('lets a clerk speak for households that let her cooperative sell, only', () => {
    expect(spokesmanOf(acting('COOP_CLERK', 'coop'), { ...nothing, isGranted: true })).toBe(
      'COOPERATIVE',
    );
    expect(
      spokesmanOf(acting('COOP_CLERK', 'coop'), { ...nothing, isInTerritory: true }),
    ).toBeUndefined();
  });

  it('lets a commune officer speak for households of her territory only', () => {
    expect(
      spokesmanOf(acting('COMMUNE_OFFICER', 'office'), { ...nothing, isInTerritory: true }),
    ).toBe('OFFICER');
    expect(
      spokesmanOf(acting('COMMUNE_OFFICER', 'office'), { ...nothing, isGranted: true }),
    ).toBeUndefined();
  });

  it.each(ROLES.filter((role) => !['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'].includes(role)))(
    'lets nobody speak as %s, not even for a household of the same id',
    (role) => {
      expect(spokesmanOf(acting(role, 'household'), everything)).toBeUndefined();
    },
  );
});
