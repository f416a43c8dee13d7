import { day, dayOf, instant } from '../../kernel/day.js';
import { grams, priceOf, sumGrams } from '../../kernel/units.js';
import { DAWN_CURVE } from './dawn.js';
import { buildDemo, type Demo } from './demo.js';
import { grouped } from './grouped.js';

const TODAY = day('2026-11-24');
const autumn = buildDemo({ today: TODAY, scale: 1 });
const EARLY = day('2021-07-23');
const EVE_OF_VU_LAN = day('2021-08-21');

const total = (rows: readonly { grams: number }[]) => sumGrams(rows.map((row) => row.grams));

// One day in every part of the year: main season, the month when both harvests meet, late na, no na at all.
const demos: [string, Demo][] = ['2026-08-26', '2026-10-12', '2026-11-24', '2026-03-10'].map(
  (today) => [today, today === TODAY ? autumn : buildDemo({ today: day(today), scale: 1 })],
);

describe.each(demos)('the books of the demo with the market of %s', (_today, demo) => {
  it('AL-07 never promise or weigh more of a lot than it has', () => {
    const over = demo.lotGrades.filter(
      ({ offeredG, reservedG, weighedG, writtenOffG }) =>
        reservedG + weighedG + writtenOffG > offeredG,
    );

    expect(over).toEqual([]);
  });

  it('AL-08 hold for every open line what the lot says is reserved', () => {
    const held = grouped(
      demo.lotHolds.filter(({ state }) => state === 'HELD'),
      ({ lotGradeId }) => lotGradeId,
    );
    const wrong = demo.lotGrades.filter(
      ({ id, reservedG }) => total(held.get(id) ?? []) !== reservedG,
    );

    expect(wrong).toEqual([]);
    expect(demo.lotHolds.map(({ id }) => id)).toEqual(demo.allocationLines.map(({ id }) => id));
  });

  it('weigh out of a lot exactly what the confirmed tickets say', () => {
    const ticketOf = new Map(demo.weighTickets.map((ticket) => [ticket.dealId, ticket]));
    const lineOf = new Map(
      demo.ticketLines.map((line) => [`${line.ticketId}/${line.gradeCode}`, line]),
    );
    const weighed = new Map<string, number>();
    for (const { dealId, lotGradeId, gradeCode } of demo.dealLines) {
      const ticket = ticketOf.get(dealId);
      if (ticket?.state !== 'CONFIRMED') continue;
      const { grossG, tareG } = lineOf.get(`${ticket.id}/${gradeCode}`)!;
      weighed.set(lotGradeId, (weighed.get(lotGradeId) ?? 0) + grossG - tareG);
    }

    expect(
      demo.lotGrades.filter(({ id, weighedG }) => weighedG !== (weighed.get(id) ?? 0)),
    ).toEqual([]);
  });

  it('OR-03 give each household of an order one deal, which is its allocation lines', () => {
    const dealLines = grouped(demo.dealLines, ({ dealId }) => dealId);
    const allocated = grouped(
      demo.allocationLines.filter(({ dealId }) => dealId !== null),
      ({ dealId }) => dealId,
    );

    for (const { id } of demo.deals) {
      expect(total(dealLines.get(id)!)).toBe(total(allocated.get(id)!));
    }
    const pairs = demo.deals.map(({ orderId, householdId }) => `${orderId}/${householdId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const grades = demo.dealLines.map(({ dealId, gradeCode }) => `${dealId}/${gradeCode}`);
    expect(new Set(grades).size).toBe(grades.length);
  });

  it('never take more into an order than it wants of a grade', () => {
    const taken = grouped(
      demo.allocationLines.filter(({ state }) => state !== 'DECLINED'),
      ({ orderId, gradeCode }) => `${orderId}/${gradeCode}`,
    );
    const over = demo.orderLines.filter(
      ({ orderId, gradeCode, wantedG }) =>
        total(taken.get(`${orderId}/${gradeCode}`) ?? []) > wantedG,
    );

    expect(over).toEqual([]);
  });

  it('WE-01 write tickets that add up: baskets to lines, lines to the ticket', () => {
    const rows = grouped(demo.weighRows, ({ ticketId, gradeCode }) => `${ticketId}/${gradeCode}`);
    const lines = grouped(demo.ticketLines, ({ ticketId }) => ticketId);

    for (const ticket of demo.weighTickets) {
      const theirs = lines.get(ticket.id)!;
      for (const line of theirs) {
        const baskets = rows.get(`${ticket.id}/${line.gradeCode}`)!;
        const grossG = sumGrams(baskets.map((row) => row.grossG));
        const tareG = sumGrams(baskets.map((row) => row.tareG));
        const payableHundredths = (grossG - tareG) * (10_000 - ticket.deductionBp);
        const payableG = grams(Math.floor((payableHundredths + 500_000) / 1_000_000) * 100);
        const deductionG = grossG - tareG - payableG;
        const amountVnd = priceOf(payableG, line.vndPerKg);
        expect(line).toMatchObject({ grossG, tareG, deductionG, payableG, amountVnd });
      }
      expect(ticket.payableG).toBe(sumGrams(theirs.map(({ payableG }) => payableG)));
      expect(ticket.amountVnd).toBe(theirs.reduce((sum, { amountVnd }) => sum + amountVnd, 0));
    }
  });

  it('PA-06 owe one sum for each confirmed ticket, the amount of the ticket', () => {
    const amounts = new Map(demo.payables.map(({ ticketId, amountVnd }) => [ticketId, amountVnd]));
    const confirmed = demo.weighTickets.filter(({ state }) => state === 'CONFIRMED');

    expect(amounts.size).toBe(demo.payables.length);
    expect(demo.payables).toHaveLength(confirmed.length);
    expect(confirmed.filter(({ id, amountVnd }) => amounts.get(id) !== amountVnd)).toEqual([]);
  });

  it('number every order, deal, ticket and run differently', () => {
    for (const table of [demo.orders, demo.deals, demo.weighTickets, demo.runs]) {
      const numbers = table.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it('give every row an id of its own', () => {
    const tables = [demo.lots, demo.lotGrades, demo.orders, demo.orderLines, demo.allocationLines];
    const more = [demo.deals, demo.dealLines, demo.weighTickets, demo.weighRows, demo.payables];
    const ids = [...tables, ...more].flatMap((table) => table.map(({ id }) => id));

    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a market day that is over', () => {
  const past = (on: string) => autumn.orders.filter(({ readyFrom }) => dayOf(readyFrom) === on);
  const tickets = (on: string) =>
    autumn.weighTickets.filter(({ createdAt }) => dayOf(createdAt) === on);

  it.each([EARLY, EVE_OF_VU_LAN])('has weighed every deal of %s', (on) => {
    const orders = new Set(past(on).map(({ id }) => id));
    const deals = autumn.deals.filter(({ orderId }) => orders.has(orderId));

    expect(deals.length).toBeGreaterThan(200);
    expect(deals.filter(({ state }) => state === 'COMMITTED')).toEqual([]);
    expect(tickets(on)).toHaveLength(deals.length);
    expect(past(on).every(({ state }) => state === 'COMPLETED' || state === 'SETTLING')).toBe(true);
  });

  it('is mostly paid', () => {
    const days = new Set([...tickets(EARLY), ...tickets(EVE_OF_VU_LAN)].map(({ id }) => id));
    const owed = autumn.payables.filter(({ ticketId }) => days.has(ticketId));
    const share = owed.filter(({ state }) => state === 'CONFIRMED').length / owed.length;

    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(0.95);
  });

  it('has closed its lots, most of them sold', () => {
    const lots = autumn.lots.filter(({ readyFrom }) => dayOf(readyFrom) === EVE_OF_VU_LAN);

    expect(lots.filter(({ cropCode }) => cropCode === 'NA')).toHaveLength(260);
    expect(lots.every(({ state }) => state === 'CLOSED')).toBe(true);
    expect(lots.filter(({ closeReason }) => closeReason === 'SOLD').length).toBeGreaterThan(200);
  });

  it.each([EARLY, EVE_OF_VU_LAN])('wrote its tickets of %s on the dawn curve', (on) => {
    const five = instant(on, '05:00').getTime();
    const hours = tickets(on).map(({ createdAt }) =>
      Math.floor((createdAt.getTime() - five) / 3_600_000),
    );

    DAWN_CURVE.forEach((percent, hour) => {
      const expected = (hours.length * percent) / 100;
      expect(Math.abs(hours.filter((each) => each === hour).length - expected)).toBeLessThan(1);
    });
  });

  it('is the same whichever day is today', () => {
    const other = buildDemo({ today: day('2026-08-26'), scale: 1 });
    const history = (demo: Demo) =>
      demo.weighTickets.filter(({ createdAt }) => createdAt.getUTCFullYear() === 2021);

    expect(history(other)).toEqual(history(autumn));
  });
});

describe('the market of today', () => {
  const lots = autumn.lots.filter(({ state }) => state === 'PUBLISHED');
  const free = new Set(
    autumn.lotGrades
      .filter(({ offeredG, reservedG, weighedG }) => offeredG - reservedG - weighedG > 0)
      .map(({ lotId }) => lotId),
  );
  const open = (cropCode: string) =>
    lots.filter((lot) => lot.cropCode === cropCode && free.has(lot.id)).length;
  const todays = autumn.orders.filter(
    ({ createdAt }) => createdAt >= instant(day('2026-11-23'), '00:00'),
  );

  it('has about 220 na lots with something to sell in late November, and what else is in season', () => {
    expect(open('NA')).toBeGreaterThanOrEqual(210);
    expect(open('NA')).toBeLessThanOrEqual(230);
    expect(open('DUA_CHUOT')).toBeGreaterThan(0);
    expect(open('DUA_LE')).toBe(0);
    expect(open('KHOAI_LANG')).toBeLessThanOrEqual(1);
  });

  it('stays open through today and tomorrow', () => {
    const tomorrowNoon = instant(day('2026-11-25'), '12:00');

    expect(lots.filter(({ readyTo }) => readyTo < tomorrowNoon)).toEqual([]);
  });

  it('has orders in every open state, some offers unanswered and few tickets', () => {
    expect(new Set(todays.map(({ state }) => state))).toEqual(
      new Set(['DRAFT', 'SOURCING', 'COMMITTED', 'IN_PICKUP']),
    );
    const offered = autumn.allocationLines.filter(({ state }) => state === 'OFFERED');
    expect(offered.length).toBeGreaterThan(5);
    expect(offered.every(({ expiresAt }) => expiresAt > instant(TODAY, '23:59'))).toBe(true);
    const tickets = autumn.weighTickets.filter(({ createdAt }) => dayOf(createdAt) === TODAY);
    expect(tickets.length).toBeGreaterThanOrEqual(15);
    expect(tickets.length).toBeLessThanOrEqual(30);
    expect(tickets.some(({ state }) => state === 'SUBMITTED')).toBe(true);
  });
});
