import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import type { Role } from '../../../src/platform/access/actor.js';
import type { Session } from './product.js';

const SHELL = join(dirname(fileURLToPath(import.meta.url)), '../../../web/src/app/shell');

/** Who holds the phone of a part. */
const HOLDERS: Readonly<Record<string, Role>> = {
  grower: 'GROWER',
  clerk: 'COOP_CLERK',
  trader: 'TRADER',
  driver: 'DRIVER',
  post: 'CHECKPOINT_OFFICER',
  office: 'OFFICE_STAFF',
  commune: 'COMMUNE_OFFICER',
};

/** Who opens a screen that is not of one role; a household unless it says otherwise, and null is a guest. */
const OPENED_BY: Readonly<Record<string, Role | null>> = {
  '/app/vao': null,
  '/app/vao/can-bo': null,
  '/app/can-bo/lap': null,
  '/app/ho': null,
  '/app/lo/:id': 'TRADER',
  '/app/bo-hen/:id': 'TRADER',
  '/app/tra-gia/:id': 'TRADER',
  '/app/dang-ky': 'TRADER',
  '/app/tim-da-luu': 'TRADER',
  '/app/nguon-hang': 'TRADER',
  '/app/gom/:id/nhu-cau': 'TRADER',
  '/app/gom/:id/tu-chia': 'TRADER',
  '/app/gom/:id/doi': 'TRADER',
  '/app/gom/:id/dat-lai': 'TRADER',
  '/app/gom/:id/dinh-ky': 'TRADER',
  '/app/thung': 'TRADER',
  '/app/thung/:id': 'TRADER',
  '/app/chuyen': 'TRADER',
  '/app/don-dinh-ky': 'TRADER',
  '/app/don-dinh-ky/:id': 'TRADER',
  '/app/don-dinh-ky/:id/sua': 'TRADER',
  '/app/gom/:id/chuyen': 'TRADER',
  '/app/gom/:id/giay-to': 'TRADER',
  '/app/gom/:id/du-phong': 'TRADER',
  '/app/vp/cong-bang': 'OFFICE_STAFF',
  '/app/vp/mua-vu': 'OFFICE_STAFF',
  '/app/vp/sai-so': 'OFFICE_STAFF',
  '/app/goi-dien': 'COOP_CLERK',
  '/app/htx/niem-yet': 'COOP_CLERK',
  '/app/htx/nhan-don/:id': 'COOP_CLERK',
  '/app/vp/phong-toa': 'OFFICE_STAFF',
  '/app/cap-ma': 'COMMUNE_OFFICER',
  '/app/bat-kha-khang': 'COMMUNE_OFFICER',
  '/app/them-ho': 'COOP_CLERK',
  '/app/xin-phep': 'COOP_CLERK',
  '/app/xin-phep/:id': 'COOP_CLERK',
  '/app/xin-phep/:id/du-lieu': 'COOP_CLERK',
  '/app/xin-phep/:id/xoa': 'COOP_CLERK',
  '/app/duoc-nho': 'COOP_CLERK',
  '/app/nho-goi': 'COOP_CLERK',
};

/** Screens of the part of the office that only its administrator may open. */
const OF_THE_ADMINISTRATOR = ['/app/qt', '/app/qt/tin-nhan', '/app/can-bo/cap-lai'];

export interface AppScreen {
  readonly role: Role | null;
  /** As the route says it, with `:id` where it shows one object. */
  readonly path: string;
}

/** Every screen of the signed-in app, read from the lists that the app itself is routed by. */
export function appScreens(): readonly AppScreen[] {
  const parts = readdirSync(join(SHELL, 'parts')).flatMap((file) => {
    const part = file.replace('.ts', '');
    const paths = pathsIn(join('parts', file));
    if (part === 'occasional') return paths.map(openedByItsReader);
    const role = HOLDERS[part];
    if (!role) throw new Error(`nobody holds the phone of ${file}`);
    return paths.map((path) => ({
      role: OF_THE_ADMINISTRATOR.includes(path) ? ('ADMIN' as const) : role,
      path,
    }));
  });
  return [...parts, ...pathsIn('common-screens.ts').map(openedByItsReader)];
}

const openedByItsReader = (path: string): AppScreen => ({
  role: path in OPENED_BY ? (OPENED_BY[path] ?? null) : path === '/app' ? null : 'GROWER',
  path,
});

const pathsIn = (file: string): string[] =>
  [...readFileSync(join(SHELL, file), 'utf8').matchAll(/^ {2}'(\/app[^']*)': \(\) =>/gm)].map(
    ([, path]) => path ?? '',
  );

/** Who asks, the households she speaks for, and the runs she plans or drives. */
const ASKED = `with me as (select $1::uuid party, $2::uuid person),
  mine as (select party id from me union select household_id from coop_members, me where coop_id = party),
  trips as (select runs.* from runs, me where requester_id = party or driver_id = person)`;

/** Where the newest object that can be opened on this screen is found. */
const OBJECTS: Readonly<Record<string, string>> = {
  '/app/lo/:id': `id from lots where household_id in (select id from mine) or state = 'PUBLISHED'
    order by household_id in (select id from mine) desc, created_at desc`,
  '/app/don/:id': `id from deals where household_id in (select id from mine) order by created_at desc`,
  '/app/bo-hen/:id': `d.id from deals d, me where buyer_id = party and state = 'COMMITTED' order by created_at desc`,
  '/app/thoa-thuan/:id': `id from deals where household_id in (select id from mine) order by created_at desc`,
  '/app/vi-sao/:orderId': `order_id from allocation_lines where household_id in (select id from mine) order by offered_at desc`,
  '/app/mac-ca/:id': `n.id from negotiations n, me where buyer_id = party or household_id in (select id from mine)`,
  '/app/can/:id': `t.id from weigh_tickets t, me where buyer_id = party or household_id in (select id from mine)
    or order_id in (select order_id from trips) order by created_at desc`,
  '/app/gom/:id': `o.id from orders o, me where buyer_id = party and state = 'SOURCING' order by created_at desc`,
  '/app/gom/:id/tien': `o.id from orders o, me where buyer_id = party and state = 'SETTLING' order by created_at desc`,
  '/app/gom/:id/nhu-cau': `o.id from orders o, me where buyer_id = party and state = 'SOURCING' order by created_at desc`,
  '/app/htx/nhan-don/:id': `order_id from demand_posts where ended_at is null order by posted_at desc`,
  '/app/gom/:id/tu-chia': `o.id from orders o, me where buyer_id = party and state = 'SOURCING' order by created_at desc`,
  '/app/gom/:id/doi': `o.id from orders o, me where buyer_id = party and state = 'COMMITTED' order by created_at desc`,
  '/app/gom/:id/dat-lai': `o.id from orders o, me where buyer_id = party and state = 'COMMITTED' order by created_at desc`,
  '/app/gom/:id/dinh-ky': `o.id from orders o, me where buyer_id = party and kind = 'BULK' order by created_at desc`,
  '/app/thung/:id': `id from box_sales order by created_at desc`,
  '/app/lo/:id/them': `id from lots where household_id in (select id from mine) order by state = 'PUBLISHED' desc, created_at desc`,
  '/app/lo/:id/thung': `id from lots where household_id in (select id from mine) order by created_at desc`,
  '/app/don-dinh-ky/:id': `s.id from standing_orders s, me where buyer_id = party order by created_at desc`,
  '/app/don-dinh-ky/:id/sua': `s.id from standing_orders s, me where buyer_id = party order by created_at desc`,
  '/app/don/:id/doi': `id from deals where household_id in (select id from mine) order by state = 'COMMITTED' desc`,
  '/app/gom/:id/chuyen': `o.id from orders o, me where buyer_id = party and state = 'COMMITTED'
    and not exists (select 1 from runs where order_id = o.id) order by created_at desc`,
  '/app/gom/:id/du-phong': `o.id from orders o, me where buyer_id = party and state = 'COMMITTED' order by created_at desc`,
  '/app/gom/:id/giay-to': `o.id from orders o, me where buyer_id = party and kind = 'BULK' order by state = 'COMMITTED' desc`,
  '/app/so-tien/:id': `id from deals where household_id in (select id from mine) order by created_at desc`,
  '/app/xin-phep/:id': `household_id from coop_members, me where coop_id = party order by household_id`,
  '/app/xin-phep/:id/du-lieu': `household_id from coop_members, me where coop_id = party order by household_id`,
  '/app/xin-phep/:id/xoa': `household_id from coop_members, me where coop_id = party order by household_id`,
  '/app/tra-gia/:id': `id from lots where state = 'PUBLISHED' order by created_at desc`,
  '/app/chuyen/:id': `id from trips order by created_at desc`,
  '/app/chuyen/:id/du-phong': `id from trips order by created_at desc`,
  '/app/chuyen/:id/giay': `id from trips order by created_at desc`,
  '/app/giay/:id': `p.id from permits p, me order by requester_id = party desc, created_at desc`,
  '/app/can-hang/:dealId': `id from deals where order_id in (select order_id from trips) order by created_at desc`,
};

/** The path with the id of something this person can open for this party; `object` when it must be another one. */
export async function openable(
  db: Client,
  path: string,
  { partyId, personId }: Session | { partyId: null; personId: null },
  object = OBJECTS[path],
): Promise<string> {
  if (!path.includes(':')) return path;
  if (object === undefined) throw new Error(`say where the object of ${path} is found`);
  const { rows } = await db.query<Record<string, string>>(`${ASKED} select ${object} limit 1`, [
    partyId,
    personId,
  ]);
  const [id] = Object.values(rows[0] ?? {});
  if (id === undefined) throw new Error(`nothing to open on ${path}`);
  return path.replace(/:\w+/, id);
}
