import sharp from 'sharp';
import type { Power } from '../../src/accounts/index.js';
import { given, type Given, type Someone } from './given.js';
import { CREATE_LOT, type ShownLot } from './lot-documents.js';
import { SmsProvider } from './sms-provider.js';
import { World } from './world.js';

const GRANT = `id power consent revokedAt grantee { name } paper { id isList erasedAt url }`;

/** What is asked across the counter, and of what was said there. */
export const COUNTER = {
  ask: `mutation ($input: AskForGrantInput!) { askForGrant(input: $input) {
    __typename ... on GrantAsked { householdId expiresAt } ... on Refused { code field message nextStep } } }`,
  record: `mutation ($input: RecordGrantInput!) { recordGrant(input: $input) {
    __typename ... on Grant { ${GRANT} } ... on Refused { code field } } }`,
  revoke: `mutation ($input: RevokeGrantInput!) { revokeGrant(input: $input) {
    __typename ... on GrantRevoked { consequences { kind count } } ... on Refused { code } } }`,
  preview: `query ($grantId: ID!) { previewRevoke(grantId: $grantId) { kind count } }`,
  trust: `mutation ($input: GrantPartyInput!) { grantParty(input: $input) {
    __typename ... on Grant { ${GRANT} } ... on Refused { code } } }`,
  mine: `{ myGrants { nodes { ${GRANT} } } }`,
  one: `query ($householdId: ID!) { householdAtCounter(householdId: $householdId) {
    name hasPhone grants { ${GRANT} } } }`,
  find: `query ($words: String!, $first: Int!, $after: String) {
    householdsAtCounter(words: $words, first: $first, after: $after) {
      nodes { id name hasPhone grants { power } } pageInfo { endCursor hasNextPage } } }`,
};

export interface Answered {
  readonly __typename: string;
  readonly code?: string;
  readonly id: string;
  readonly consent?: string;
  readonly paper?: { readonly id: string; readonly url: string | null } | null;
}

/** A member, the clerk of its cooperative and the officer of its commune, who ask it across a table. */
export class CounterScene {
  world!: World;
  make!: Given;
  sms!: SmsProvider;
  lan!: Someone;
  coop!: Someone;
  officer!: Someone;
  #picture!: Buffer;

  async open(): Promise<this> {
    this.sms = await SmsProvider.open();
    this.world = await World.open('2026-08-25T08:00:00+07:00', {
      ...this.sms.env,
      SMS_VND: '1000',
    });
    this.make = await given(this.world);
    const paper = { width: 1240, height: 1754, channels: 3 as const, background: '#fff' };
    this.#picture = await sharp({ create: paper }).jpeg().toBuffer();
    return this;
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.sms.close();
  }

  /** Three people nobody met before, at the same hour. */
  async settle(): Promise<this> {
    const { world, make } = this;
    world.clock.moveTo('2026-08-25T08:00:00+07:00');
    this.lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    this.coop = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    this.officer = await make.communeOfficer({ name: 'UBND xã Nghĩa Phương' });
    await this.join(this.lan);
    return this;
  }

  /** As `settle`, and the member's telephone is with nobody: it can ask for nothing by itself. */
  async settleSignedOut(): Promise<this> {
    await this.settle();
    await this.signedOut();
    return this;
  }

  signedOut = (): Promise<unknown> =>
    this.world.db.query(`update sessions set revoked_at = $2 where person_id = $1`, [
      this.lan.person.id,
      this.world.clock.now(),
    ]);

  signedIn = (): Promise<unknown> =>
    this.world.db.query(`update sessions set revoked_at = null where person_id = $1`, [
      this.lan.person.id,
    ]);

  /** A neighbour as it is entered from a list: without a number, merged into nothing. */
  unreachable = async (name: string): Promise<Someone> => {
    const bay = { ...this.lan, party: { id: this.world.id(), name } };
    await this.world.db.query(
      `insert into parties (id, kind, name, commune_id, hamlet_id, lat, lon, created_at)
       select $1, kind, $2, commune_id, hamlet_id, 21.3, 106.4, created_at from parties where id = $3`,
      [bay.party.id, name, this.lan.party.id],
    );
    return bay;
  };

  /** What the member was sent as text messages. */
  texts = (): string[] =>
    this.sms.sent.filter(({ to }) => to === this.lan.person.phone).map(({ text }) => text);

  /** @returns the code the member was sent for this wish */
  codeFor = async (who: Someone, wish: string): Promise<string> => {
    const sent = await this.does(who, wish, { householdId: this.lan.party.id });
    if (sent.code) throw new Error(`not asked: ${sent.code}`);
    return this.make.codeFor(this.lan.person.phone);
  };

  /** A member that lets its cooperative do nothing. */
  join = (household: Someone): Promise<unknown> =>
    this.world.db.query(`insert into coop_members values ($1, $2, '2026-01-01')`, [
      this.coop.party.id,
      household.party.id,
    ]);

  does = <Done = Answered>(who: Someone, document: string, input: object): Promise<Done> =>
    who.voice.ask(document, { input: { clientMutationId: this.world.id(), ...input } });

  ask = (who: Someone, household = this.lan, power: Power = 'SELL_FOR'): Promise<Answered> =>
    this.does(who, COUNTER.ask, { householdId: household.party.id, power });

  record = (
    who: Someone,
    proof: object,
    household = this.lan,
    power: Power = 'SELL_FOR',
  ): Promise<Answered> =>
    this.does(who, COUNTER.record, { householdId: household.party.id, power, ...proof });

  /** @returns the code the household was sent */
  asked = async (who: Someone, household = this.lan): Promise<string> => {
    const sent = await this.ask(who, household);
    if (sent.code) throw new Error(`not asked: ${sent.code}`);
    return this.make.codeFor(household.person.phone);
  };

  standing = async (): Promise<number> => {
    const rows: unknown[] = await this.world.db.query(
      `select 1 from standing_grants where household_id = $1`,
      [this.lan.party.id],
    );
    return rows.length;
  };

  offerFor = (
    who: Someone,
    household = this.lan,
    lotId = this.world.id(),
  ): Promise<ShownLot & { code?: string }> =>
    this.does(who, CREATE_LOT, {
      lotId,
      householdId: household.party.id,
      cropCode: 'NA',
      grades: [{ gradeCode: 'L1', grams: 100_000, askVndPerKg: null }],
      readyFrom: '2026-08-25T09:00:00+07:00',
      readyTo: '2026-08-27T09:00:00+07:00',
      minTakeGrams: 0,
      publish: true,
    });

  photograph = async (who: Someone): Promise<{ status: number; id: string }> => {
    const form = new FormData();
    const file = new Blob([new Uint8Array(this.#picture)], { type: 'image/jpeg' });
    form.append('file', file, 'giay.jpg');
    const init = { method: 'POST', headers: cookieOf(who), body: form };
    const response = await fetch(`${this.world.url}/grant-papers`, init);
    return { status: response.status, ...((await response.json()) as { id: string }) };
  };

  /** What somebody is answered who asks for the picture of a paper. */
  shown = async (who: Someone, paperId: string): Promise<number> => {
    const url = `${this.world.url}/grant-papers/${paperId}/full.webp`;
    return (await fetch(url, { headers: cookieOf(who) })).status;
  };
}

const cookieOf = (who: Someone): Record<string, string> => ({
  cookie: `clns=${who.voice.session}`,
  'x-requested-with': 'cho-luc-nam',
});
