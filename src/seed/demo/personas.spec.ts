import { day, dayOf, instant } from '../../kernel/day.js';
import { buildDemo } from './demo.js';
import { PERSONAS } from './registry.js';

const TODAY = day('2026-11-24');
const autumn = buildDemo({ today: TODAY, scale: 1 });

const partyOf = (phone: string) => {
  const person = autumn.people.find((each) => each.phone === phone)!;
  return autumn.memberships.find(({ personId }) => personId === person.id)!.partyId;
};

describe('the market of today', () => {
  const free = new Set(
    autumn.lotGrades
      .filter(({ offeredG, reservedG, weighedG }) => offeredG - reservedG - weighedG > 0)
      .map(({ lotId }) => lotId),
  );
  const todays = autumn.orders.filter(
    ({ createdAt }) => createdAt >= instant(day('2026-11-23'), '00:00'),
  );

  it('gives the grower persona fruit on the board, a ticket, a sum owed, a deal and an offer', () => {
    const hers = <Row extends { readonly householdId: string }>(rows: readonly Row[]) =>
      rows.filter(({ householdId }) => householdId === partyOf(PERSONAS.grower.phone));
    const buyerId = partyOf(PERSONAS.trader.phone);
    const tickets = hers(autumn.weighTickets).filter(({ createdAt }) => dayOf(createdAt) === TODAY);

    expect(tickets).toMatchObject([{ buyerId, state: 'CONFIRMED' }]);
    expect(autumn.payables.filter(({ ticketId }) => ticketId === tickets[0]!.id)).toMatchObject([
      { state: 'DUE', dueOn: '2026-11-27' },
    ]);
    expect(hers(autumn.deals).filter(({ state }) => state === 'COMMITTED')).toMatchObject([
      { buyerId, readyFrom: instant(day('2026-11-25'), '05:00') },
    ]);
    const asked = hers(autumn.allocationLines).filter(({ state }) => state === 'OFFERED');
    expect(asked).toMatchObject([{ expiresAt: instant(day('2026-11-25'), '06:30') }]);
    expect(
      hers(autumn.lots).filter(({ id, state }) => state === 'PUBLISHED' && free.has(id)),
    ).toHaveLength(2);
  });

  it('gives the trader persona an order with answers coming and one to send a truck for', () => {
    const his = todays.filter(({ buyerId }) => buyerId === partyOf(PERSONAS.trader.phone));
    const sourcing = his.find(({ state }) => state === 'SOURCING')!;
    const answers = autumn.allocationLines.filter(({ orderId }) => orderId === sourcing.id);
    const fetched = new Set(autumn.runs.map(({ orderId }) => orderId));

    expect(answers.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['OFFERED', 'ACCEPTED']),
    );
    expect(his.some(({ id, state }) => state === 'COMMITTED' && !fetched.has(id))).toBe(true);
    expect(his.some(({ id, state }) => state === 'COMMITTED' && fetched.has(id))).toBe(true);
    expect(his.some(({ state }) => state === 'IN_PICKUP')).toBe(true);
  });

  it('has let trucks pass the post of the checkpoint persona before dawn', () => {
    const seen = autumn.scans.filter(
      ({ checkpointCode, scannedAt }) =>
        checkpointCode === 'CHOT-QL31-TAY' && dayOf(scannedAt) === TODAY,
    );

    expect(seen.length).toBeGreaterThan(2);
    expect(seen.every(({ scannedAt }) => scannedAt < instant(TODAY, '05:00'))).toBe(true);
    for (const { permitId, scannedAt } of seen) {
      const permit = autumn.permits.find(({ id }) => id === permitId)!;
      expect(scannedAt >= permit.validFrom && scannedAt < permit.validTo).toBe(true);
    }
  });

  it('gives the cooperative persona members who are asked, and a deal of one to weigh today', () => {
    const coopId = partyOf(PERSONAS.cooperative.phone);
    const members = new Set(
      autumn.coopMembers.filter((one) => one.coopId === coopId).map((one) => one.householdId),
    );
    const waiting = autumn.deals.filter(
      ({ householdId, state, readyFrom }) =>
        members.has(householdId) && state === 'COMMITTED' && dayOf(readyFrom) === TODAY,
    );

    expect(waiting.length).toBeGreaterThan(0);
    expect(
      autumn.allocationLines.some(
        ({ householdId, state }) => members.has(householdId) && state === 'OFFERED',
      ),
    ).toBe(true);
  });

  it.each(['2026-02-10', '2026-04-10', '2026-05-20', '2026-06-15', '2027-01-05'])(
    'has something of the grower persona on the board on %s as well, and an offer to her',
    (today) => {
      const demo = buildDemo({ today: day(today), scale: 1 });
      const partyId = partyOf(PERSONAS.grower.phone);

      expect(
        demo.lots.filter(
          ({ householdId, state }) => householdId === partyId && state === 'PUBLISHED',
        ).length,
      ).toBeGreaterThan(0);
      expect(
        demo.allocationLines.filter(
          ({ householdId, state }) => householdId === partyId && state === 'OFFERED',
        ),
      ).toHaveLength(1);
    },
  );
});
