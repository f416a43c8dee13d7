import { haggleOverALot } from '../haggling.js';
import type { Product } from '../product.js';

/** What the demonstration lacks and a form needs before it can be opened. */
export async function makeFormsOpenable(product: Product): Promise<void> {
  await haggleOverALot(product);
  await giveADealUp(product);
  await orderABox(product);
  await payAHousehold(product);
  await weighAMember(product);
  await mixTheRegistryUp(product);
  await keepAPermitGood(product);
}

/** On some days every payment she heard of is answered: one more of her buyers says that he paid. */
async function payAHousehold(product: Product): Promise<void> {
  const { session } = await product.sessionOf('GROWER');
  const { rows } = await product.db.query<{ id: string; payer: string }>(
    `select id, payer_id payer from payables where payee_id = $1 and state = 'DUE' order by created_at limit 1`,
    [session.partyId],
  );
  const { token } = await product.sessionOf('TRADER', rows[0]?.payer);
  await product.act(token, 'declarePaid', { payableIds: [rows[0]?.id], method: 'CASH' });
}

/** On some mornings no member waits with a ticket: a household that does becomes one. */
async function weighAMember(product: Product): Promise<void> {
  const { session } = await product.sessionOf('COOP_CLERK');
  await product.db.query(
    `with weighed as (select household_id id from weigh_tickets where state = 'SUBMITTED' order by id limit 1),
          member as (insert into coop_members (coop_id, household_id, joined_on) select $1, id, current_date from weighed
                     on conflict do nothing)
     insert into party_grants (id, grantor_id, grantee_id, power, consent, granted_at)
     select gen_random_uuid(), id, $1, 'SELL_FOR', 'MEMBERSHIP', now() from weighed on conflict do nothing`,
    [session.partyId],
  );
}

/** Late in the afternoon the last trucks are home, and no permit is left to be taken back: one of them is on its way yet. */
async function keepAPermitGood({ db }: Product): Promise<void> {
  await db.query(
    `update permits set valid_to = greatest(valid_to, now() + interval '1 hour')
      where id = (select id from permits where state = 'ISSUED' order by valid_to desc limit 1)`,
  );
}

/** A buyer whom the storm kept away may reply, and the office judges it. */
async function giveADealUp(product: Product): Promise<void> {
  const { token, session } = await product.sessionOf('TRADER');
  const { rows } = await product.db.query<{ id: string }>(
    `select id from deals where buyer_id = $1 and state = 'COMMITTED' order by created_at limit 1`,
    [session.partyId],
  );
  const cause = { dealId: rows[0]?.id, cause: 'STORM', note: 'Ngầm ngập, xe không qua được.' };
  await product.act(token, 'cancelDeal', { ...cause, damagesVnd: 0, toPayVnd: 0 });
}

async function orderABox(product: Product): Promise<void> {
  const { token } = await product.sessionOf('TRADER');
  const { rows } = await product.db.query<{ id: string }>(
    'select id from box_sales where closed_at is null order by created_at desc limit 1',
  );
  await product.act(token, 'placeBoxOrder', { saleId: rows[0]?.id, boxes: 1, address: null });
}

/** A household registered twice, one that nobody speaks for, one behind a number, and an officer who is new. */
async function mixTheRegistryUp(product: Product): Promise<void> {
  const { db } = product;
  const { rows } = await db.query<{ id: string }>(
    `select party_id id from memberships join people on people.id = person_id
      where role = 'GROWER' group by party_id order by min(phone) desc limit 3`,
  );
  const [first, again, locked] = rows.map(({ id }) => id);
  await db.query(
    `update parties set (name, commune_id, hamlet_id) = (select name, commune_id, hamlet_id from parties where id = $1)
      where id = $2`,
    [first, again],
  );
  // Of the time before a party kept its last one.
  await db.query(
    `insert into parties (id, kind, name, created_at) values (gen_random_uuid(), 'HOUSEHOLD', 'Hộ Không Còn Ai', now())`,
  );
  const trader = await product.sessionOf('TRADER');
  await db.query(
    `with profile as (insert into memberships (person_id, party_id, role) values ($1, $2, 'GROWER') returning *)
     insert into profile_pins (person_id, party_id, pin_hash, set_at) select person_id, party_id, '', now() from profile`,
    [trader.session.personId, locked],
  );
  const transporter = await product.sessionOf('TRANSPORTER');
  await db.query(
    `insert into memberships (person_id, party_id, role)
     select $1, party_id, role from memberships where role = 'OFFICE_STAFF' limit 1`,
    [transporter.session.personId],
  );
}
