import type { Actor, Role } from '../../platform/access/actor.js';
import { cardFor, isAgreed, seesHousehold, type Sides } from './contact.js';

const actor = (partyId: string, role: Role): Actor => ({
  personId: 'p',
  partyId,
  role,
  sessionId: null,
  locale: 'vi',
});
const buyer = actor('buyer', 'TRADER');
const household = actor('household', 'GROWER');
const stranger = actor('another', 'TRADER');
const clerk = actor('coop', 'COOP_CLERK');
const office = actor('office', 'OFFICE_STAFF');

const sides = (over: Partial<Sides>): Sides => ({
  buyerId: 'buyer',
  householdId: 'household',
  isTrusted: false,
  isAgreed: true,
  ...over,
});
const card = {
  id: 'household',
  name: 'Nguyễn Thị Lan',
  phone: '+84912345678',
  lat: 21.3,
  lon: 106.5,
};
const bare = { ...card, phone: null, lat: null, lon: null };

describe('ID-08 what one side learns of the other', () => {
  it('before acceptance the buyer does not learn whose lot it is; the household and the office do', () => {
    expect(seesHousehold(buyer, sides({ isAgreed: false }))).toBe(false);
    expect(seesHousehold(household, sides({ isAgreed: false }))).toBe(true);
    expect(seesHousehold(office, sides({ isAgreed: false }))).toBe(true);
    expect(seesHousehold(buyer, sides({}))).toBe(true);
  });

  it('phone and point are shown to both sides after acceptance, to nobody before', () => {
    expect(cardFor(buyer, sides({}), card)).toEqual(card);
    expect(cardFor(household, sides({}), card)).toEqual(card);
    expect(cardFor(buyer, sides({ isAgreed: false }), card)).toEqual(bare);
    expect(cardFor(household, sides({ isAgreed: false }), card)).toEqual(bare);
  });

  it('a cooperative sees them for its member, a stranger and an office never do', () => {
    expect(cardFor(clerk, sides({ isTrusted: true }), card)).toEqual(card);
    expect(cardFor(clerk, sides({}), card)).toEqual(bare);
    expect(cardFor(stranger, sides({}), card)).toEqual(bare);
    expect(cardFor(office, sides({}), card)).toEqual(bare);
  });

  it('an offer is agreed from its acceptance on', () => {
    expect(
      ['OFFERED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'COMMITTED', 'WEIGHED', 'RELEASED'].filter(
        (state) => isAgreed(state as never),
      ),
    ).toEqual(['ACCEPTED', 'COMMITTED', 'WEIGHED']);
  });
});
