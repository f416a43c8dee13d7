import sharp from 'sharp';
import type { GivenLot } from '../given-lots.js';
import type { Given, Someone } from '../given.js';
import { takenBack } from './taken-back.js';
import type { Folk } from './trade.js';

// As many tickets as a buyer must have before its conduct is told.
const OFTEN = 20;

/** A copy of one row with some columns of its own. */
const copyOf = (table: string, which: string): string =>
  `insert into ${table} select (jsonb_populate_record(x, $1::jsonb)).* from ${table} x where ${which} limit 1`;

/** What takes days, a job of the clock or bad luck to come about, written straight into the tables. */
export class Rarities {
  constructor(private readonly make: Given) {}

  /** Of a household and who deals with it, once their season is there. */
  async of({ household, trader, transporter }: Folk, dealt: Dealt): Promise<void> {
    await this.#waited(household, trader);
    await this.#broken(household, trader);
    await takenBack(this.make.world, household);
    await this.#driven(dealt);
    await this.#keptStanding(trader, dealt.changed.orderId);
    for (const [party, taxCode, plate] of [
      [trader, '2400111222', null],
      [transporter, '2400333444', '98C-555.55'],
    ] as const)
      await this.#write(
        `update parties set tax_code = $2, plate = $3 where id = $1`,
        party.party.id,
        taxCode,
        plate,
      );
  }

  /** A lot has been sprayed and photographed, and the household said what its basket holds. */
  async cared(household: Someone, lot: GivenLot): Promise<void> {
    await this.#write(
      `insert into container_weights (id, household_id, container, grams, source, set_by, created_at)
       values (gen_random_uuid(), $1, 'SOT', 25000, 'GROWER', $2, $3)`,
      household.party.id,
      household.person.id,
      this.#now,
    );
    const photo = this.make.world.id();
    await this.#write(
      `insert into photos (id, party_id, taken_at, width, height, card, full_size, created_at)
       values ($1, $2, $3, 1, 1, $4, $4, $3)`,
      photo,
      household.party.id,
      this.#now,
      await sharp({ create: { width: 1, height: 1, channels: 3, background: '#7a9a3c' } })
        .webp()
        .toBuffer(),
    );
    await this.#write(
      `update lots set photo_id = $2, sprayed_on = '2026-08-01', interval_days = 7, variety_code = 'NA_DAI' where id = $1`,
      lot.id,
      photo,
    );
  }

  /** What belongs to nobody: an old key of the signer, the road a post stands on. */
  async ofNobody(post: Someone): Promise<void> {
    await this.#write(
      `insert into scans (id, token_hash, checkpoint_id, officer_id, verdict, reason, decision, data_age_s, handling_s,
         scanned_at, received_at) values ($1, 'x', $2, $3, 'GREEN', 'OK', 'LET_PASS', 0, 20, $4, $4)`,
      this.make.world.id(),
      this.make.place('CHOT-QL31-TAY'),
      post.person.id,
      this.#now,
    );
    await this.#write(copyOf('permit_keys', 'true'), {
      kid: '0badcafe',
      valid_from: '2026-01-01T00:00:00+07:00',
      valid_to: this.#now,
    });
    await this.#write(`update pooled_listings set variety_code = 'NA_DAI'`);
    await this.#write(`update places set road = 'Quốc lộ 31'`);
  }

  /** So many have bought one grade that it has a price, and one of them so often that her conduct is counted. */
  async sold(): Promise<void> {
    const [ticket]: { id: string; dealId: string; orderId: string }[] =
      await this.make.world.db.query(
        `select t.id, t.deal_id as "dealId", t.order_id as "orderId" from weigh_tickets t join payables p on p.ticket_id = t.id
        where t.state = 'CONFIRMED' order by t.ctid limit 1`,
      );
    if (!ticket) throw new Error('nothing was weighed');
    const named = (name: string): Promise<Someone> => this.make.trader({ name });
    const often = await named('Vựa đông khách');
    const others = [await named('Vựa thứ hai'), await named('Vựa thứ ba')];
    for (const trader of [...others, ...Array.from({ length: OFTEN }, () => often)]) {
      const [orderId, dealId, id] = ['', '', ''].map(() => this.make.world.id());
      const bought = { buyer_id: trader.party.id, order_id: orderId };
      await this.#write(copyOf('orders', `x.id = '${ticket.orderId}'`), {
        ...bought,
        id: orderId,
        number: `LN-${orderId}`,
        variety_code: 'NA_DAI',
      });
      await this.#write(copyOf('deals', `x.id = '${ticket.dealId}'`), {
        ...bought,
        id: dealId,
        number: `TT-${dealId}`,
      });
      await this.#write(copyOf('order_lines', `x.order_id = '${ticket.orderId}'`), {
        id: this.make.world.id(),
        order_id: orderId,
      });
      const hold_id = this.make.world.id();
      const ofLine = `(select hold_id from deal_lines where deal_id = '${ticket.dealId}')`;
      await this.#write(copyOf('lot_holds', `x.id = ${ofLine}`), { id: hold_id });
      await this.#write(copyOf('deal_lines', `x.deal_id = '${ticket.dealId}'`), {
        id: this.make.world.id(),
        deal_id: dealId,
        hold_id,
      });
      await this.#write(copyOf('weigh_tickets', `x.id = '${ticket.id}'`), {
        ...bought,
        id,
        number: `PC-${id}`,
        deal_id: dealId,
      });
      await this.#write(copyOf('ticket_lines', `x.ticket_id = '${ticket.id}'`), { ticket_id: id });
      await this.#write(copyOf('payables', `x.ticket_id = '${ticket.id}'`), {
        id: this.make.world.id(),
        ticket_id: id,
        order_id: orderId,
        payer_id: trader.party.id,
        state: 'CONFIRMED',
        method: 'CASH',
        declared_at: this.#now,
        confirmed_at: this.#now,
      });
    }
  }

  /** Two of the staff have lost their phone, and one of them was seen. */
  async lostBy(officer: Someone, seenBy: Someone): Promise<void> {
    await this.#write(
      `insert into staff_recoveries (id, person_id, reason, requested_by, requested_at) values ($1, $2, 'Mất máy', $3, $4)`,
      this.make.world.id(),
      officer.person.id,
      seenBy.person.id,
      this.#now,
    );
  }

  /** A call that was not taken, a word that was given, a phone with a name. */
  async #waited(household: Someone, trader: Someone): Promise<void> {
    await this.#write(
      `insert into call_answers (id, order_id, household_id, caller_id, outcome, at)
       select $1, l.order_id, l.household_id, $3, 'NO_ANSWER', $4 from allocation_lines l
        where l.household_id = $2 and l.state = 'OFFERED' limit 1`,
      this.make.world.id(),
      household.party.id,
      household.person.id,
      this.#now,
    );
    for (const { person } of [household, trader]) {
      await this.#write(
        `insert into consents (id, person_id, purpose, version, is_given, at) values ($1, $2, 'NEWS', 1, true, $3)`,
        this.make.world.id(),
        person.id,
        this.#now,
      );
      await this.#write(
        `update sessions set device = 'Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile' where person_id = $1`,
        person.id,
      );
    }
  }

  /** A deposit that went back, and a storm the office believed in. */
  async #broken(household: Someone, office: Someone): Promise<void> {
    const ofHousehold = `deal_id in (select id from deals where household_id = $1)`;
    await this.#write(
      `update deposits set state = 'REFUNDED', reference = 'FT-2', confirmed_at = $2, ended_at = $2,
         to_return_vnd = amount_vnd, returned_at = $2, returned_by = $3 where ${ofHousehold}`,
      household.party.id,
      this.#now,
      office.person.id,
    );
    await this.#write(
      `update deal_endings set force_majeure = 'CONFIRMED', decided_at = $2, decided_by = $3, decision_note = 'Có bão'
        where ${ofHousehold}`,
      household.party.id,
      this.#now,
      office.person.id,
    );
  }

  /** Their notices were read, one went out by SMS, and the number of the household was looked at. */
  async told({ household, trader, transporter, driver }: Folk): Promise<void> {
    await this.#write(
      `insert into contact_views (subject_party_id, viewer_person_id, viewer_party_id, day, viewer_role, first_at, last_at,
         purpose, case_ref)
       values ($1, $2, $3, '2026-08-24', 'TRADER', $4, $4, 'COUNTER', 'PC-1') on conflict do nothing`,
      household.party.id,
      trader.person.id,
      trader.party.id,
      this.#now,
    );
    const folk = [household, trader, transporter, driver];
    for (const { person } of folk) {
      await this.#write(
        `update notices set read_at = created_at where person_id = $1 and kind <> 'ORDER_OFFERED'`,
        person.id,
      );
      await this.#write(
        `insert into deliveries (id, notice_id, channel, state, vnd, tried_at)
         select $1, n.id, 'SMS', 'DELIVERED', 800, n.created_at from notices n where n.person_id = $2 and n.kind <> 'ORDER_OFFERED' limit 1`,
        this.make.world.id(),
        person.id,
      );
    }
  }

  /** The truck stands before one household this afternoon, has delivered in the morning, and goes to another tomorrow. */
  async #driven({ runId, fetched, changed }: Dealt): Promise<void> {
    const at = '2026-08-24T16:30:00+07:00';
    const arrived = { arrived_at: at, arrived_heard_at: at };
    await this.#run(runId, fetched, ['2026-08-24T16:00:00+07:00', '2026-08-24T23:00:00+07:00'], {
      run: { state: 'DISPATCHED', started_at: at },
      stop: { state: 'ARRIVED', ...arrived },
    });
    await this.#run(runId, fetched, ['2026-08-24T05:00:00+07:00', '2026-08-24T10:00:00+07:00'], {
      run: { state: 'DELIVERED', started_at: at, delivered_at: at },
      stop: { state: 'FAILED', ...arrived, done_at: at, done_heard_at: at, issue: 'ABSENT' },
    });
    await this.#run(runId, changed, ['2026-08-26T05:00:00+07:00', '2026-08-26T12:00:00+07:00'], {
      run: { state: 'PLANNED', accepted_at: null },
      stop: {},
    });
    await this.#write(
      copyOf(
        'backups',
        `x.household_id = (select household_id from deals where id = '${fetched.dealId}')`,
      ),
      {
        id: this.make.world.id(),
        order_id: fetched.orderId,
        state: 'READY',
        answered_by: await this.#driverOf(runId),
        answered_at: at,
      },
    );
  }

  async #driverOf(runId: string): Promise<string> {
    const [run]: { id: string }[] = await this.make.world.db.query(
      `select driver_id as id from runs where id = $1`,
      [runId],
    );
    return run?.id ?? '';
  }

  /** The same truck and driver on another road. */
  async #run(
    like: string,
    { dealId, orderId }: Agreed,
    [starts_at, ends_at]: readonly [string, string],
    { run, stop }: { run: object; stop: object },
  ): Promise<void> {
    const id = this.make.world.id();
    await this.#write(copyOf('runs', `x.id = '${like}'`), {
      id,
      number: `CH-${id.slice(0, 8)}`,
      order_id: orderId,
      starts_at,
      ends_at,
      ...run,
    });
    await this.#write(copyOf('run_stops', `x.run_id = '${like}' and x.kind = 'PICKUP'`), {
      id: this.make.world.id(),
      run_id: id,
      deal_id: dealId,
      ...stop,
    });
    await this.#write(copyOf('run_stops', `x.run_id = '${like}' and x.kind = 'DROP'`), {
      id: this.make.world.id(),
      run_id: id,
    });
  }

  /** Of an order that comes round, one time found nothing and one has its order. */
  async #keptStanding({ party }: Someone, orderId: string): Promise<void> {
    for (const [day, state, order, reason] of [
      ['2026-08-26', 'EMPTY', null, 'NO_LOT'],
      ['2026-08-27', 'OPENED', orderId, null],
    ] as const)
      await this.#write(
        `insert into standing_occurrences (standing_order_id, day, state, order_id, empty_reason, decided_at)
         select id, $2, $3, $4, $5, $6 from standing_orders where buyer_id = $1`,
        party.id,
        day,
        state,
        order,
        reason,
        this.#now,
      );
  }

  get #now(): string {
    return this.make.world.clock.now().toISOString();
  }

  async #write(statement: string, ...values: readonly unknown[]): Promise<void> {
    await this.make.world.db.query(statement, [...values]);
  }
}

export interface Agreed {
  readonly orderId: string;
  readonly dealId: string;
}

/** A run, a deal of its truck's other roads, and a deal that is to be changed. */
export interface Dealt {
  readonly runId: string;
  readonly fetched: Agreed;
  readonly changed: Agreed;
}
