import { randomUUID } from 'node:crypto';
import type { Power } from '../../src/accounts/index.js';
import type { Role } from '../../src/platform/access/actor.js';
import { Authenticator } from '../../src/platform/access/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Sealer } from '../../src/platform/secrets/sealer.js';
import { Sessions } from '../../src/accounts/sessions.js';
import { Voice } from './ask.js';
import { referenceData } from './reference-data.js';
import type { World } from './world.js';

export interface Someone {
  readonly person: { readonly id: string; readonly phone: string };
  readonly party: { readonly id: string; readonly name: string };
  readonly voice: Voice;
}

interface Wish {
  readonly name?: string;
  readonly phone?: string;
  readonly commune?: string;
  readonly person?: Someone['person'];
}

type PartyKind =
  'HOUSEHOLD' | 'COOPERATIVE' | 'TRADER' | 'TRANSPORTER' | 'OFFICE' | 'CHECKPOINT' | 'PLATFORM';

/** Builders of what a test takes for granted: only what matters to it is said. */
export async function given(world: World): Promise<Given> {
  const reference = await referenceData(world);
  return new Given(world, reference.communes, reference.places);
}

export class Given {
  #phones = 0;

  constructor(
    readonly world: World,
    private readonly communes: ReadonlyMap<string, string>,
    private readonly places: ReadonlyMap<string, string>,
  ) {}

  commune(name: string): string {
    return found(this.communes, name);
  }

  /** Code of a market or checkpoint to its id. */
  place(code: string): string {
    return found(this.places, code);
  }

  guest(headers: Readonly<Record<string, string>> = {}): Voice {
    return new Voice(this.world, undefined, headers);
  }

  async newcomer(phone: string): Promise<Voice> {
    const person = await this.#person({ phone });
    return this.#voiceOf(person.id, null, 'NEWCOMER');
  }

  grower(wish: Wish): Promise<Someone> {
    return this.#someone(wish, 'HOUSEHOLD', 'GROWER');
  }
  trader(wish: Wish): Promise<Someone> {
    return this.#someone(wish, 'TRADER', 'TRADER');
  }
  coopClerk(wish: Wish): Promise<Someone> {
    return this.#someone(wish, 'COOPERATIVE', 'COOP_CLERK');
  }
  transporter(wish: Wish): Promise<Someone> {
    return this.#someone(wish, 'TRANSPORTER', 'TRANSPORTER');
  }
  checkpointOfficer(wish: Wish): Promise<Someone> {
    return this.#someone(wish, 'CHECKPOINT', 'CHECKPOINT_OFFICER');
  }
  communeOfficer(wish: Wish): Promise<Someone> {
    return this.#withTerritory(wish, 'COMMUNE_OFFICER', [wish.commune ?? 'Nghĩa Phương']);
  }
  officeStaff(wish: Wish): Promise<Someone> {
    return this.#withTerritory(wish, 'OFFICE_STAFF', [...this.communes.keys()]);
  }
  /** Somebody else who works for that party. */
  async colleagueOf({ party }: Someone, role: Role): Promise<Voice> {
    const { id } = await this.#person({});
    await this.#join(id, party.id, role);
    return this.#voiceOf(id, party.id, role);
  }
  admin(wish: Wish): Promise<Someone> {
    return this.#someone(wish, 'PLATFORM', 'ADMIN');
  }

  /** A driver of that transporter. */
  async driver(wish: Wish & { transporter: Someone }): Promise<Someone> {
    const person = wish.person ?? (await this.#person(wish));
    const { party } = wish.transporter;
    await this.#join(person.id, party.id, 'DRIVER');
    return { person, party, voice: await this.#voiceOf(person.id, party.id, 'DRIVER') };
  }

  /** A member that lets its cooperative do everything for it. */
  async joinCoop(coop: Someone, household: Someone): Promise<void> {
    await this.world.db.query(
      `insert into coop_members (coop_id, household_id, joined_on) values ($1, $2, '2020-01-01')`,
      [coop.party.id, household.party.id],
    );
    await this.grant(household, coop, 'SELL_FOR');
    await this.grant(household, coop, 'SEE_LOTS');
    await this.grant(household, coop, 'RECEIVE_PAYMENT');
  }

  /** The household lets that party do this for it. */
  async grant(household: Someone, to: Someone, power: Power): Promise<void> {
    await this.world.db.query(
      `insert into party_grants (id, grantor_id, grantee_id, power, consent, granted_at, granted_by)
       values ($1, $2, $3, $4, 'OWN_PHONE', '2020-01-01', $5)`,
      [randomUUID(), household.party.id, to.party.id, power, household.person.id],
    );
  }

  /** The photograph of a paper that households signed, kept for that party; not on record unless it says whose it is. */
  async grantPaper(by: Someone, of?: Someone): Promise<string> {
    const id = randomUUID();
    await this.world.db.query(
      `insert into grant_papers (id, party_id, recorded_by, household_id, wish, picture, created_at)
       values ($1, $2, $3, $4::uuid, case when $4 is null then null else 'GRANT' end, $5, $6)`,
      [
        id,
        by.party.id,
        by.person.id,
        of?.party.id,
        Buffer.from('a signature'),
        this.world.clock.now(),
      ],
    );
    return id;
  }

  /** The household signed that this party may sell for it. */
  async signed(household: Someone, to: Someone): Promise<void> {
    await this.world.db.query(
      `insert into party_grants (id, grantor_id, grantee_id, power, consent, paper_id, granted_at, granted_by)
       values ($1, $2, $3, 'SELL_FOR', 'SIGNED_PAPER', $4, '2020-01-01', $5)`,
      [
        randomUUID(),
        household.party.id,
        to.party.id,
        await this.grantPaper(to, household),
        to.person.id,
      ],
    );
  }

  /** The code that waits in the outbox for a phone. */
  async codeFor(phone: string): Promise<string> {
    const sealer = this.world.app.get(Sealer);
    const rows: { payload: { payload: { phone: string; sealedCode: string } } }[] =
      await this.world.db.query(
        `select payload from graphile_worker._private_jobs order by id desc`,
      );
    const job = rows.find(({ payload }) => payload.payload.phone === phone);
    if (!job) throw new Error(`no code waits for ${phone}`);
    return sealer.open(job.payload.payload.sealedCode);
  }

  async #withTerritory(wish: Wish, role: Role, communes: readonly string[]): Promise<Someone> {
    const someone = await this.#someone(wish, 'OFFICE', role);
    for (const name of communes) {
      await this.world.db.query(
        `insert into party_territories (party_id, unit_id) values ($1, $2)`,
        [someone.party.id, this.commune(name)],
      );
    }
    return someone;
  }

  async #someone(wish: Wish, kind: PartyKind, role: Role): Promise<Someone> {
    const person = wish.person ?? (await this.#person(wish));
    const party = { id: randomUUID(), name: wish.name ?? `${kind} ${this.#phones}` };
    await this.world.db.query(
      `insert into parties (id, kind, name, commune_id, lat, lon, bank_bin, bank_account, created_at)
       select $1, $2, $3, u.id, u.lat, u.lon, '970436', '0011004567890', $5 from admin_units u where u.id = $4`,
      [
        party.id,
        kind,
        party.name,
        this.commune(wish.commune ?? 'Nghĩa Phương'),
        this.world.clock.now(),
      ],
    );
    await this.#join(person.id, party.id, role);
    return { person, party, voice: await this.#voiceOf(person.id, party.id, role) };
  }

  async #person(wish: Wish): Promise<Someone['person']> {
    this.#phones += 1;
    const phone = wish.phone ?? `+8490${String(this.#phones).padStart(7, '0')}`;
    const id = randomUUID();
    await this.world.db.query(
      `insert into people (id, phone, name, created_at) values ($1, $2, $3, $4)`,
      [id, phone, wish.name ?? '', this.world.clock.now()],
    );
    return { id, phone };
  }

  async #join(personId: string, partyId: string, role: Role): Promise<void> {
    await this.world.db.query(
      `insert into memberships (person_id, party_id, role) values ($1, $2, $3)`,
      [personId, partyId, role],
    );
  }

  async #voiceOf(personId: string, partyId: string | null, role: Role): Promise<Voice> {
    const sessions = this.world.app.get<Sessions>(Authenticator);
    const uow = this.world.app.get(UnitOfWork);
    const token = await uow.run((tx) =>
      sessions.open(tx, personId, { partyId, role }, { device: 'test', deviceHash: null }),
    );
    return new Voice(this.world, token);
  }
}

function found(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`not in the reference data: ${name}`);
  return id;
}
