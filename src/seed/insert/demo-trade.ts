import type { EntityManager } from 'typeorm';
import type { Demo } from '../demo/demo.js';
import type { DealRow } from '../demo/trade-rows.js';
import type { Acting } from './acting.js';
import { insertRows, type Row } from './insert-rows.js';
import { placeId, unitId } from './reference.js';

const OFFER_TTL_MINUTES = 120;

/** Lots, orders and what became of them, up to the deals. */
export async function insertTrade(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  await insertRows(db, 'lots', lotRows(demo, acting));
  await insertRows(db, 'lot_grades', demo.lotGrades.map(copy));
  await insertRows(db, 'lot_holds', demo.lotHolds.map(copy));
  await insertRows(db, 'orders', orderRows(demo, acting));
  await insertRows(db, 'order_lines', demo.orderLines.map(copy));
  await insertRows(
    db,
    'allocation_plans',
    demo.allocationPlans.map((plan) => ({ ...plan, isRefill: false, excluded: [] })),
  );
  await insertRows(
    db,
    'deals',
    demo.deals.map(({ unit, ...deal }) => ({
      ...deal,
      ...deductionOf(deal),
      communeId: unitId(unit),
    })),
  );
  await insertRows(
    db,
    'allocation_lines',
    demo.allocationLines.map((line) => ({
      ...line,
      answeredBy: line.answeredAt === null ? null : acting.for(line.householdId),
    })),
  );
  await insertRows(db, 'deal_lines', demo.dealLines.map(copy));
}

/** Tickets with all that was on the scale, and what is owed for them. */
export async function insertTickets(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  await insertRows(db, 'weigh_tickets', ticketRows(demo, acting));
  await insertRows(
    db,
    'weigh_rows',
    demo.weighRows.map((row) => ({ ...row, createdAt: row.weighedAt })),
  );
  await insertRows(db, 'ticket_lines', demo.ticketLines.map(copy));
  await insertRows(
    db,
    'payables',
    demo.payables.map((payable) => ({
      ...payable,
      declaredBy: payable.declaredAt === null ? null : acting.for(payable.payerId),
      confirmedBy: payable.confirmedAt === null ? null : acting.for(payable.payeeId),
    })),
  );
}

const lotRows = ({ lots }: Demo, acting: Acting): Row[] =>
  lots.map(({ unit, ...lot }) => ({
    ...lot,
    communeId: unitId(unit),
    createdBy: acting.for(lot.householdId),
    createdAt: lot.publishedAt,
  }));

const orderRows = ({ orders }: Demo, acting: Acting): Row[] =>
  orders.map(({ marketCode, ...order }) => ({
    ...order,
    ...deductionOf(order),
    kind: 'BULK',
    destinationId: placeId(marketCode),
    offerTtlMinutes: OFFER_TTL_MINUTES,
    createdBy: acting.for(order.buyerId),
  }));

const ticketRows = ({ weighTickets }: Demo, acting: Acting): Row[] =>
  weighTickets.map(({ unit, ...ticket }) => {
    const { householdId, confirmMethod } = ticket;
    const weigher = acting.for(ticket.buyerId);
    const witness = confirmMethod === 'WITNESS' ? acting.witnessOf(householdId) : null;
    return {
      ...ticket,
      ...deductionOf(ticket),
      communeId: unitId(unit),
      submittedBy: weigher,
      confirmedBy: confirmMethod === null ? null : (witness ?? acting.for(householdId)),
      createdBy: weigher,
    };
  });

const deductionOf = ({ deductionBp }: Pick<DealRow, 'deductionBp'>): Row => ({
  deductionKind: deductionBp > 0 ? 'PERCENT' : 'NONE',
  deductionBp,
  deductionCrateG: 0,
});

const copy = (row: object): Row => ({ ...row });
