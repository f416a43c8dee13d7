import { givenDeal, type GivenDeal } from './given-weighing.js';
import type { Given, Someone } from './given.js';

export { drillInForce } from './given-permits.js';

export interface VehicleWish {
  readonly payloadKg: number;
  readonly plate: string;
  readonly transporter?: Someone;
  readonly kind?: 'MOTORBIKE' | 'THREE_WHEELER' | 'TRUCK' | 'REEFER';
  readonly crates?: number;
  readonly inspectedUntil?: string;
  readonly driverName?: string;
}

/** A truck of a transporter of its own, and the driver who usually drives it. */
export async function vehicleWithDriver(make: Given, wish: VehicleWish): Promise<Someone> {
  const transporter =
    wish.transporter ?? (await make.transporter({ name: `Nhà xe ${wish.plate}` }));
  const driver = await make.driver({ transporter, name: wish.driverName ?? 'Nguyễn Văn Tú' });
  await make.world.db.query(
    `insert into vehicles (id, transporter_id, plate, kind, payload_g, crates, vnd_per_km, base_vnd, inspected_until,
       driver_id)
     values ($1, $2, $3, $4, $5, $6, 14000, 600000, $7, $8)`,
    [
      make.world.id(),
      transporter.party.id,
      wish.plate,
      wish.kind ?? 'TRUCK',
      wish.payloadKg * 1000,
      wish.crates ?? Math.ceil(wish.payloadKg / 25),
      wish.inspectedUntil ?? '2030-12-31',
      driver.person.id,
    ],
  );
  return driver;
}

export interface OrderOfDeals {
  readonly orderId: string;
  readonly deals: readonly (GivenDeal & { readonly household: Someone })[];
}

/** A committed order to Long Biên of so many households with so many kilograms each, in these communes by turns. */
export async function orderOfDeals(
  make: Given,
  buyer: Someone,
  wish: {
    readonly kg: readonly number[];
    readonly communes?: readonly string[];
    readonly destination?: string;
    readonly hours?: number;
  },
): Promise<OrderOfDeals> {
  const communes = wish.communes ?? ['Nghĩa Phương'];
  const deals: (GivenDeal & { household: Someone })[] = [];
  for (const [index, kg] of wish.kg.entries()) {
    const commune = communes[index % communes.length] ?? 'Nghĩa Phương';
    const household = await make.grower({ commune, name: `Hộ ${index + 1}` });
    const deal = await givenDeal(make, {
      buyer,
      household,
      commune,
      lines: [{ grade: 'L1', kg, vndPerKg: 35_000 }],
      ...(deals[0] && { orderId: deals[0].orderId }),
    });
    deals.push({ ...deal, household });
  }
  const orderId = deals[0]?.orderId ?? '';
  const { db, clock } = make.world;
  const readyTo = new Date(clock.now().getTime() + (wish.hours ?? 24) * 3_600_000);
  await db.query(`update orders set destination_id = $2, ready_to = $3 where id = $1`, [
    orderId,
    make.place(wish.destination ?? 'HN_LONGBIEN'),
    readyTo,
  ]);
  await db.query(`update deals set ready_to = $2 where order_id = $1`, [orderId, readyTo]);
  await db.query(
    `insert into order_lines (id, order_id, grade_code, wanted_g) values ($1, $2, 'L1', $3)`,
    [make.world.id(), orderId, wish.kg.reduce((sum, kg) => sum + kg, 0) * 1000],
  );
  await scatter(make, orderId);
  return { orderId, deals };
}

/** Lots lie at their own points: around the centre of their commune, a few hundred metres apart. */
async function scatter(make: Given, orderId: string): Promise<void> {
  const { db } = make.world;
  const lots: { id: string; lat: number; lon: number }[] = await db.query(
    `select l.id, u.lat, u.lon from deal_lines n join deals d on d.id = n.deal_id
     join lots l on l.id = n.lot_id join admin_units u on u.id = d.commune_id
     where d.order_id = $1 order by d.created_at, d.id`,
    [orderId],
  );
  for (const [index, { id, lat, lon }] of lots.entries()) {
    await db.query(`update lots set lat = $2, lon = $3 where id = $1`, [
      id,
      lat + Math.sin(index * 2.4) * 0.006,
      lon + Math.cos(index * 2.4) * 0.006,
    ]);
  }
}

/** A confirmed weigh ticket of this deal, as both sides leave it. */
export async function confirmedTicket(
  make: Given,
  deal: OrderOfDeals['deals'][number],
  buyer: Someone,
): Promise<void> {
  const { db, clock } = make.world;
  await db.query(
    `insert into weigh_tickets (id, number, deal_id, order_id, buyer_id, household_id, commune_id, crop_code, state,
       deduction_kind, deduction_bp, deduction_crate_g, payable_g, amount_vnd, submitted_at, submitted_by,
       confirmed_at, confirmed_by, confirm_method, created_by, created_at)
     select $1, $2, d.id, d.order_id, d.buyer_id, d.household_id, d.commune_id, d.crop_code, 'CONFIRMED', 'NONE', 0, 0,
       100000, 3500000, $4, $5, $4, $6, 'OWN_PHONE', $5, $4
     from deals d where d.id = $3`,
    [
      make.world.id(),
      `PC-${make.world.id()}`,
      deal.id,
      clock.now(),
      buyer.person.id,
      deal.household.person.id,
    ],
  );
}
