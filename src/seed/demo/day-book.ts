import type {
  AllocationLineRow,
  AllocationPlanRow,
  DealLineRow,
  DealRow,
  LotGradeRow,
  LotHoldRow,
  LotRow,
  OrderLineRow,
  OrderRow,
  PayableRow,
  TicketLineRow,
  WeighRow,
  WeighTicketRow,
} from './trade-rows.js';
import type { HealthProofRow, PermitRow, RunRow, RunStopRow, ScanRow } from './transport-rows.js';

/** Everything that happened in the trade of one market day. */
export interface DayBook {
  readonly lots: LotRow[];
  readonly lotGrades: LotGradeRow[];
  readonly lotHolds: LotHoldRow[];
  readonly orders: OrderRow[];
  readonly orderLines: OrderLineRow[];
  readonly allocationPlans: AllocationPlanRow[];
  readonly allocationLines: AllocationLineRow[];
  readonly deals: DealRow[];
  readonly dealLines: DealLineRow[];
  readonly runs: RunRow[];
  readonly runStops: RunStopRow[];
  readonly weighTickets: WeighTicketRow[];
  readonly ticketLines: TicketLineRow[];
  readonly weighRows: WeighRow[];
  readonly payables: PayableRow[];
  readonly permits: PermitRow[];
  readonly healthProofs: HealthProofRow[];
  readonly scans: ScanRow[];
}

export const emptyBook = (): DayBook => ({
  lots: [],
  lotGrades: [],
  lotHolds: [],
  orders: [],
  orderLines: [],
  allocationPlans: [],
  allocationLines: [],
  deals: [],
  dealLines: [],
  runs: [],
  runStops: [],
  weighTickets: [],
  ticketLines: [],
  weighRows: [],
  payables: [],
  permits: [],
  healthProofs: [],
  scans: [],
});

/** The books of several days as one. */
export function joined(books: readonly DayBook[]): DayBook {
  const whole = emptyBook();
  for (const book of books) {
    for (const table of Object.keys(whole) as (keyof DayBook)[]) {
      // The same key of two books holds rows of the same kind, which the compiler cannot follow.
      (whole[table] as unknown[]).push(...book[table]);
    }
  }
  return whole;
}
