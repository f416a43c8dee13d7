import type { Actor, Role } from '../../platform/access/actor.js';
import { isContactTime, seesDriverPhone, sightOfStop } from './contacts.js';

const at = (text: string) => new Date(`${text}:00+07:00`);
const RUN = {
  requesterId: 'trader',
  transporterId: 'firm',
  driverId: 'driver',
  startsAt: at('2026-08-26T05:00'),
  endsAt: at('2026-08-26T11:00'),
};
const as = (role: Role, partyId: string, personId = 'somebody'): Actor => ({
  role,
  partyId,
  personId,
  sessionId: null,
  locale: 'vi',
});
const DURING = at('2026-08-26T06:00');
const LATER = at('2026-08-28T11:01');

describe('ID-08 who sees whom around a run', () => {
  it('opens 24 hours before the start and closes 48 hours after the end', () => {
    expect(isContactTime(RUN, at('2026-08-25T04:59'))).toBe(false);
    expect(isContactTime(RUN, at('2026-08-25T05:00'))).toBe(true);
    expect(isContactTime(RUN, at('2026-08-28T11:00'))).toBe(true);
    expect(isContactTime(RUN, LATER)).toBe(false);
  });

  it.each<[string, Actor, string, string]>([
    ['its driver', as('DRIVER', 'firm', 'driver'), 'CONTACT', 'NOTHING'],
    ['its dispatcher', as('TRANSPORTER', 'firm'), 'CONTACT', 'NOTHING'],
    ['whoever asked for it', as('TRADER', 'trader'), 'CONTACT', 'CONTACT'],
    ['the household itself', as('GROWER', 'household'), 'CONTACT', 'CONTACT'],
    ['an officer', as('COMMUNE_OFFICER', 'office'), 'NAME', 'NAME'],
  ])('shows a stop to %s', (_, actor, during, later) => {
    expect(sightOfStop(actor, RUN, 'household', DURING)).toBe(during);
    expect(sightOfStop(actor, RUN, 'household', LATER)).toBe(later);
  });

  it('shows the driver’s phone to the people of the run in that time, and never to officers', () => {
    expect(seesDriverPhone(as('GROWER', 'household'), RUN, DURING)).toBe(true);
    expect(seesDriverPhone(as('GROWER', 'household'), RUN, LATER)).toBe(false);
    expect(seesDriverPhone(as('TRANSPORTER', 'firm'), RUN, LATER)).toBe(true);
    expect(seesDriverPhone(as('OFFICE_STAFF', 'office'), RUN, DURING)).toBe(false);
  });
});
