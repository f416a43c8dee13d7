import type { Role } from '../../../src/platform/access/actor.js';
import type { Voice } from '../ask.js';
import { drillInForce, testedHoursAgo } from '../given-permits.js';
import { vehicleWithDriver } from '../given-runs.js';
import { given, type Given, type Someone } from '../given.js';
import { World } from '../world.js';
import { Trade, type Folk } from './trade.js';

/** How what is asked about belongs to who asks. */
export const RELATIONS = ['own', 'granted', 'territory', 'foreign'] as const;
export type Relation = (typeof RELATIONS)[number];

/**
 * Five parts of one market. `first`: the grower, trader, driver and transporter who ask. `trusting`: lets that grower
 * and the asking cooperative do everything for it, and its commune sell. `near`: of the same commune. `far`: of another. `coop`: what is the
 * asking cooperative's own.
 */
const PARTS = ['first', 'trusting', 'near', 'far', 'coop'] as const;
export type Part = (typeof PARTS)[number];

type Standing = Partial<Record<Relation, Part>>;
const GROWER: Standing = { own: 'first', granted: 'trusting', territory: 'near', foreign: 'far' };
const BUSINESS: Standing = { own: 'first', territory: 'near', foreign: 'far' };
const STANDING: Readonly<Partial<Record<Role, Standing>>> = {
  GROWER,
  COOP_CLERK: { ...GROWER, own: 'coop' },
  TRADER: BUSINESS,
  DRIVER: BUSINESS,
  TRANSPORTER: BUSINESS,
  COMMUNE_OFFICER: { granted: 'trusting', territory: 'near', foreign: 'far' },
};
const OTHERS: Standing = { territory: 'near', foreign: 'far' };

/** The part of the market that stands for a relation, for whoever asks as this role. */
export const partFor = (role: Role, relation: Relation): Part | undefined =>
  (STANDING[role] ?? OTHERS)[relation];

/** What a part of the market is to whoever asks as this role. */
export const relationTo = (role: Role, part: Part): Relation =>
  RELATIONS.find((relation) => partFor(role, relation) === part) ?? 'territory';

const GRADE: Readonly<Record<Part, string>> = {
  first: 'DB',
  trusting: 'L1',
  near: 'L2',
  far: 'L3',
  coop: 'L1',
};
export const gradeOf = (part: Part | undefined): string => GRADE[part ?? 'far'];

export const COMMUNE = 'Nghĩa Phương';
const FAR = 'Bảo Sơn';

interface PartWish {
  readonly officer: Someone;
  readonly coop?: Someone;
  readonly trusts?: Someone;
  readonly invitedBy?: Someone;
  readonly commune?: string;
}

/** A value that only one person's data has, to be looked for in what others are answered. */
export interface Fact {
  readonly kind: string;
  readonly part: Part;
  readonly value: string;
}

/** One market in which each role has something of its own, of one who trusts it, of a neighbour and of a stranger. */
export class Neighbourhood {
  readonly voices = new Map<Role, Voice>();
  readonly facts: Fact[] = [];
  readonly #folk = new Map<Part, Folk>();
  readonly #ids = new Map<string, { readonly table: string; readonly part: Part | undefined }>();
  readonly #asked = new Map<string, readonly string[]>();
  readonly #trade: Trade;
  #mai: Someone | undefined;
  #tables: readonly string[] = [];

  private constructor(
    readonly world: World,
    readonly make: Given,
  ) {
    this.#trade = new Trade(make);
  }

  static async open(): Promise<Neighbourhood> {
    const world = await World.open('2026-08-24T18:00:00+07:00');
    try {
      const here = new Neighbourhood(world, await given(world));
      await here.#settle();
      return here;
    } catch (fault) {
      await world.close();
      throw fault;
    }
  }

  partOf(id: string): Part | undefined {
    return this.#ids.get(id)?.part;
  }

  /** Ids of a table that came with a part; of people and parties those who stand in this role's place there. */
  async idsOf(table: string, part: Part, role: Role, which = 'true'): Promise<string[]> {
    const someone = this.#whoIs(role, part);
    if (table === 'people' && which === 'true') return [someone.person.id];
    if (table === 'parties' && which === 'true') return this.#partiesOf(part);
    if (table === 'sessions')
      return this.#rows(`select id from sessions where person_id = $1`, someone.person.id);
    const statement = `select x.id from ${table} x where ${which} order by x.ctid`;
    const rows = this.#asked.get(statement) ?? (await this.#rows(statement));
    this.#asked.set(statement, rows);
    return rows.filter((id) => this.partOf(id) === part);
  }

  /** Columns of the first such row that came with a part, by name; nothing where there is none. */
  async keys(
    table: string,
    part: Part,
    columns: Readonly<Record<string, string>>,
    which: string,
  ): Promise<object> {
    const named = Object.entries(columns).map(([name, column]) => `${column} as "${name}"`);
    const rows: ({ id: string } & object)[] = await this.world.db.query(
      `select x.id, ${named.join(', ')} from ${table} x where ${which} order by x.ctid`,
    );
    const { id: _, ...keys } = rows.find(({ id }) => this.partOf(id) === part) ?? { id: '' };
    return keys;
  }

  /** The number of a trader that deals with a part. */
  traderPhone(part: Part): string {
    return this.#folkOf(part).trader.person.phone;
  }

  /** The party of a trader that deals with a part. */
  traderOf(part: Part): string {
    return this.#folkOf(part).trader.party.id;
  }

  #partiesOf(part: Part): string[] {
    const { household, helper } = this.#folkOf(part);
    const own = part === 'coop' && this.#mai ? this.#mai : household;
    return [own.party.id, helper.party.id];
  }

  #whoIs(role: Role, part: Part): Someone {
    const folk = this.#folkOf(part);
    if (part === 'coop' && this.#mai) return this.#mai;
    if (role === 'TRADER') return folk.trader;
    if (role === 'DRIVER') return folk.driver;
    return role === 'TRANSPORTER' ? folk.transporter : folk.household;
  }

  #folkOf(part: Part): Folk {
    const folk = this.#folk.get(part === 'coop' ? 'trusting' : part);
    if (!folk) throw new Error(`nobody lives in ${part}`);
    return folk;
  }

  async #rows(statement: string, ...values: string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.world.db.query(statement, values);
    return rows.map(({ id }) => id);
  }

  async #settle(): Promise<void> {
    const { make } = this;
    this.#tables = await this.#rows(
      `select table_name as id from information_schema.columns
        where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' order by 1`,
    );
    await drillInForce(make);
    const officer = await make.communeOfficer({ commune: COMMUNE });
    const away = await make.communeOfficer({ commune: FAR });
    await this.#belongsTo(undefined);
    this.#mai = await make.coopClerk({ name: 'Hợp tác xã của Mai', commune: COMMUNE });
    await this.#belongsTo('coop');
    const first = await this.#part('first', { officer, invitedBy: this.#mai });
    await this.#trade.rarities.sold();
    await this.#belongsTo('first');
    await this.#part('trusting', { officer, coop: this.#mai, trusts: first.household });
    const other = await make.coopClerk({ name: 'Hợp tác xã hàng xóm', commune: COMMUNE });
    await this.#part('near', { officer, coop: other });
    const stranger = await make.coopClerk({ name: 'Hợp tác xã phương xa', commune: FAR });
    await this.#part('far', { officer: away, coop: stranger, commune: FAR });
    await this.#askers(first, officer);
  }

  async #askers(first: Folk, officer: Someone): Promise<void> {
    const { make } = this;
    const office = await make.officeStaff({});
    await this.world.db.query(
      `delete from party_territories where party_id = $1 and unit_id <> $2`,
      [office.party.id, make.commune(COMMUNE)],
    );
    const here = { commune: COMMUNE };
    const admin = await make.admin(here);
    await make.checkpointOfficer({ ...here, phone: '+84977000004' });
    const post = await make.checkpointOfficer({ ...here, phone: '+84977000003' });
    this.voices
      .set('GUEST', make.guest())
      .set('NEWCOMER', await make.newcomer('+84977000001'))
      .set('GROWER', first.household.voice)
      .set('TRADER', first.trader.voice)
      .set('DRIVER', first.driver.voice)
      .set('TRANSPORTER', first.transporter.voice)
      .set('CHECKPOINT_OFFICER', post.voice)
      .set('COMMUNE_OFFICER', officer.voice)
      .set('OFFICE_STAFF', office.voice)
      .set('ADMIN', admin.voice);
    const [keep, merge] = [await make.grower(here), await make.grower(here)];
    await this.#trade.merge(admin, keep, merge);
    await this.#trade.farm.twins(here.commune);
    await this.#trade.closed(admin, make.commune(COMMUNE));
    await this.#trade.rarities.ofNobody(post);
    await this.#trade.rarities.lostBy(post, office);
    await this.#belongsTo('near');
    if (this.#mai) this.voices.set('COOP_CLERK', this.#mai.voice);
  }

  /** A household with everything a household can have, and everybody who deals with it. */
  async #part(part: Exclude<Part, 'coop'>, wish: PartWish): Promise<Folk> {
    const { make } = this;
    const { commune = COMMUNE, coop, officer, trusts } = wish;
    const household = await make.grower({ name: `Hộ nhà ${part}`, commune });
    const trader = await make.trader({ name: `Vựa của ${part}`, commune });
    const transporter = await make.transporter({ name: `Nhà xe ${part}`, commune });
    const helper = await make.grower({ commune });
    await make.grant(household, helper, 'SELL_FOR');
    if (coop) await make.joinCoop(coop, household);
    if (coop && trusts) await make.signed(household, officer);
    await make.grantPaper(officer, part === 'first' ? household : undefined);
    for (const power of ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'] as const) {
      if (trusts) await make.grant(household, trusts, power);
    }
    const plate = `98C-${111 * (1 + PARTS.indexOf(part))}.11`;
    const driver = await vehicleWithDriver(make, {
      payloadKg: 3_000,
      plate,
      transporter,
      driverName: `Tài xế ${part}`,
    });
    await testedHoursAgo(make, driver, 5);
    if (wish.invitedBy) await this.#trade.invite(wish.invitedBy, household.person.phone);
    const folk = { household, helper, trader, transporter, driver };
    this.#folk.set(part, folk);
    await this.#markHome(part, folk, plate);
    const lot = await this.#trade.everything(folk, officer, GRADE[part]);
    await this.world.deliverEvents();
    await this.#trade.heard(folk, officer);
    await this.#belongsTo(part);
    if (coop) await this.#trade.pool(coop, lot);
    if (part === 'trusting' && coop) await make.grantPaper(coop);
    await this.#belongsTo(part === 'trusting' ? 'coop' : part);
    return folk;
  }

  /** Gives this part's people a point and an account nobody else has, and remembers what is theirs alone. */
  async #markHome(part: Part, folk: Folk, plate: string): Promise<void> {
    const index = PARTS.indexOf(part);
    const account = `00330044${index}`;
    const lat = 21.3010101 + index / 1_000;
    await this.world.db.query(`update parties set lat = $2, bank_account = $3 where id = $1`, [
      folk.household.party.id,
      lat,
      account,
    ]);
    // No two trucks cost the same, so that it is not left to chance which one is sent.
    await this.world.db.query(`update vehicles set base_vnd = base_vnd + $2 where plate = $1`, [
      plate,
      index * 10_000,
    ]);
    const about = (kind: string, value: string): number => this.facts.push({ kind, part, value });
    about('name of a household', folk.household.party.name);
    about('number of a household', folk.household.person.phone);
    about('where a household lives', String(lat));
    about('account of a household', account);
    about('name of a trader', folk.trader.party.name);
    about('number of a trader', folk.trader.person.phone);
    about('number of a driver', folk.driver.person.phone);
    about('number of a transporter', folk.transporter.person.phone);
    about('plate of a truck', plate);
    about('what a household asked help for', `Lời nhắn của ${folk.household.party.name}`);
    about('what was said in a negotiation', `Thư của ${folk.trader.party.name}`);
  }

  /** Whatever appeared since the last call came with this part. */
  async #belongsTo(part: Part | undefined): Promise<void> {
    for (const table of this.#tables) {
      for (const id of await this.#rows(`select id from ${table}`)) {
        if (!this.#ids.has(id)) this.#ids.set(id, { table, part });
      }
    }
  }
}
