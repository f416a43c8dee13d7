import { Forget } from '../../src/privacy/use-cases/forget.js';
import { COUNTER, CounterScene } from '../support/counter-scene.js';
import type { Given, Someone } from '../support/given.js';
import { stateLook } from '../support/look-purposes.js';
import { MY_NOTICES } from '../support/lot-documents.js';
import type { SmsProvider } from '../support/sms-provider.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const EXPORT = `mutation ($input: DataSubjectInput!) { exportPersonData(input: $input) {
  ... on PersonDataExport { tables { name } json } ... on Refused { code } } }`;
const ERASE = `mutation ($input: DataSubjectInput!) { anonymisePerson(input: $input) { __typename } }`;
const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('ID-06 a household’s word, put on record across the counter', () => {
  const scene = new CounterScene();
  const { does, ask, record, asked, join, standing, offerFor, photograph, shown } = scene;
  let sms: SmsProvider;
  let world: World;
  let make: Given;
  let lan: Someone;
  let coop: Someone;
  let officer: Someone;

  beforeAll(async () => {
    ({ sms, world, make } = await scene.open());
  }, 30_000);
  afterAll(() => scene.close());
  beforeEach(async () => {
    ({ lan, coop, officer } = await scene.settle());
  });

  describe('with a code the household reads out', () => {
    it.each(['coop', 'officer'] as const)(
      'ID-06: lets the %s act for it at once, tells the household, and stands on its own page until it is taken back',
      async (role) => {
        const asker = role === 'coop' ? coop : officer;
        const code = await asked(asker);
        await world.deliverEvents();
        const question = sms.sent.findLast(({ to }) => to === lan.person.phone)?.text;
        expect(question).toContain(`doc ma ${code} cho ho`);
        expect(question).toContain(role === 'coop' ? 'HTX Na' : 'UBND xa');
        expect(await offerFor(asker)).toHaveProperty('code');

        const told = await record(asker, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
        expect(told).toMatchObject({ consent: 'SPOKEN_CODE', paper: null });
        expect(await offerFor(asker)).toMatchObject({ state: 'PUBLISHED' });
        await world.deliverEvents();
        const { nodes } = await lan.voice.ask<{ nodes: object[] }>(MY_NOTICES);
        expect(nodes).toContainEqual({
          kind: 'GRANT_RECORDED',
          text: `${asker.party.name} ghi nhà mình đồng ý nhờ họ bán thay. Không đúng thì bấm vào đây để thôi.`,
          path: '/app/uy-quyen',
        });
        expect(await lan.voice.ask(COUNTER.mine)).toMatchObject({
          nodes: [{ id: told.id, consent: 'SPOKEN_CODE', grantee: { name: asker.party.name } }],
        });
        await does(lan, COUNTER.revoke, { grantId: told.id });
        expect(await offerFor(asker)).toHaveProperty('code');
      },
    );

    it('ID-06: keeps no code, only enough to know it again', async () => {
      const code = await asked(coop);
      const [kept] = await world.db.query(`select * from grant_codes where household_id = $1`, [
        lan.party.id,
      ]);
      expect(Object.values(kept as object)).not.toContain(code);
    });

    it('ID-06: takes a code once, five tries long, for ten minutes, and only the newest', async () => {
      const first = await asked(coop);
      world.clock.pass(1);
      const second = await asked(coop);
      if (first !== second)
        expect(await record(coop, { code: first })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
      world.clock.pass(10);
      expect(await record(coop, { code: second })).toMatchObject({
        code: 'GRANT_CODE_WRONG',
        field: 'code',
      });

      const third = await asked(coop);
      for (let tried = 0; tried < 5; tried += 1)
        expect(await record(coop, { code: wrongOf(third) })).toMatchObject({
          code: 'GRANT_CODE_WRONG',
        });
      expect(await record(coop, { code: third })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
      expect(await standing()).toBe(0);
    });

    it('ID-06: costs a try and nothing else when the process dies before the word is on record', async () => {
      const code = await asked(coop);
      await world.db.query(`update grant_codes set tries = tries + 1 where household_id = $1`, [
        lan.party.id,
      ]);
      expect(await record(coop, { code })).toMatchObject({ consent: 'SPOKEN_CODE' });
      const [kept] = await world.db.query(
        `select tries, used_at is not null as used from grant_codes where household_id = $1`,
        [lan.party.id],
      );
      expect(kept).toEqual({ tries: 2, used: true });
    });

    it('ID-06: is worth nothing to another party, for another household or another power', async () => {
      const hoa = await make.grower({ name: 'Trần Thị Hoa' });
      await make.joinCoop(coop, hoa);
      await world.db.query(
        `update party_grants set revoked_at = now(), revoked_by = $2 where grantor_id = $1`,
        [hoa.party.id, hoa.person.id],
      );
      const code = await asked(coop);
      const before = await fingerprint(world, ['party_grants']);
      expect(await record(officer, { code })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
      expect(await record(coop, { code }, hoa)).toMatchObject({ code: 'GRANT_CODE_WRONG' });
      expect(await record(coop, { code }, lan, 'RECEIVE_PAYMENT')).toMatchObject({
        code: 'GRANT_CODE_WRONG',
      });
      expect(await fingerprint(world, ['party_grants'])).toEqual(before);
      expect(await record(coop, { code })).toMatchObject({ consent: 'SPOKEN_CODE' });
    });

    it('ID-06: is one word however often the clerk taps, and from whichever of two clerks', async () => {
      const colleague = { ...coop, voice: await make.colleagueOf(coop, 'COOP_CLERK') };
      const code = await asked(coop);
      expect(await ask(colleague)).toMatchObject({ code: 'GRANT_CODE_WAIT' });
      const once = { clientMutationId: world.id(), code };
      const taps = await Promise.all([
        record(coop, once),
        record(coop, once),
        record(colleague, { code }),
      ]);
      const granted = taps.filter(({ __typename }) => __typename === 'Grant');
      expect(new Set(granted.map(({ id }) => id)).size).toBe(1);
      // Whichever of the two was quicker, a tap told again is answered as it was.
      const [tap] = taps;
      expect(await record(coop, once)).toMatchObject(
        tap?.__typename === 'Grant' ? { id: tap.id } : { code: 'GRANT_STANDS' },
      );
      expect(await standing()).toBe(1);
      expect(await ask(coop)).toMatchObject({ code: 'GRANT_STANDS' });
      expect(await record(coop, { code })).toMatchObject({ code: 'GRANT_STANDS' });
    });

    it('ID-06: is sent to a household three times a day whoever asks, and no asker spends more than its own day', async () => {
      for (let sent = 0; sent < 2; sent += 1) {
        await asked(coop);
        world.clock.pass(1);
      }
      await asked(officer);
      world.clock.pass(1);
      expect(await ask(coop)).toMatchObject({ code: 'GRANT_CODES_TOO_MANY' });
      expect(await ask(officer)).toMatchObject({ code: 'GRANT_CODES_TOO_MANY' });
      await world.deliverEvents();
      expect(sms.sent.filter(({ to }) => to === lan.person.phone)).toHaveLength(3);

      await world.db.query(`update rate_counters set count = 60 where bucket = $1`, [
        `grant-code-by:${coop.party.id}`,
      ]);
      const hoa = await make.grower({});
      await make.joinCoop(coop, hoa);
      expect(await ask(coop, hoa, 'SELL_FOR')).toMatchObject({ code: 'GRANT_STANDS' });
      const bay = await make.grower({});
      await join(bay);
      expect(await ask(coop, bay)).toMatchObject({ code: 'GRANT_CODES_SPENT' });
      await asked(officer, bay);
    });

    it('ID-06: is paid for by the cooperative that asks, and no more once its month is spent; the answer stays the same', async () => {
      await asked(coop);
      await world.deliverEvents();
      const [spent] = await world.db.query(
        `select sms, spent_vnd from message_spend where payer_id = $1`,
        [coop.party.id],
      );
      expect(spent).toEqual({ sms: 1, spent_vnd: '1000' });
      await world.db.query(`insert into message_caps (payer_id, cap_vnd) values ($1, 1000)`, [
        coop.party.id,
      ]);
      world.clock.pass(1);
      const before = sms.sent.length;
      await asked(coop);
      await world.deliverEvents();
      expect(sms.sent.slice(before).filter(({ to }) => to === lan.person.phone)).toEqual([]);
    });
  });

  describe('with the photograph of a paper it signed', () => {
    it('ID-06: stands on the paper, which only the household, who photographed it and an officer with a purpose are shown', async () => {
      const { status, id: paperId } = await photograph(coop);
      expect(status).toBe(201);
      expect(await shown(coop, paperId)).toBe(200);
      expect(await shown(lan, paperId)).toBe(404);
      const told = await record(coop, { paperId });
      const url = `/grant-papers/${paperId}/full.webp`;
      expect(told).toMatchObject({ consent: 'SIGNED_PAPER', paper: { id: paperId, url } });
      expect(await lan.voice.ask(COUNTER.mine)).toMatchObject({ nodes: [{ paper: { url } }] });
      expect(await shown(lan, paperId)).toBe(200);

      const otherCoop = await make.coopClerk({});
      const hoa = await make.grower({});
      const afar = await make.communeOfficer({ commune: 'Lục Sơn' });
      const trader = await make.trader({});
      for (const stranger of [otherCoop, hoa, afar, officer])
        expect(await shown(stranger, paperId)).toBe(404);
      expect(await shown(trader, paperId)).toBe(403);
      expect((await fetch(`${world.url}${url}`)).status).toBe(401);
      expect(await stateLook(world, afar, lan.party.id)).toMatchObject({ code: 'PARTY_NOT_FOUND' });
      expect(await shown(afar, paperId)).toBe(404);
      await stateLook(world, officer, lan.party.id);
      expect(await shown(officer, paperId)).toBe(200);
      const [look] = await world.db.query(
        `select purpose from contact_views where viewer_party_id = $1 and subject_party_id = $2`,
        [officer.party.id, lan.party.id],
      );
      expect(look).toEqual({ purpose: 'DISPUTE' });
    });

    it('ID-06: refuses no proof, a paper of another party, of another household, of a list, and one whose word was taken back', async () => {
      const hoa = await make.grower({});
      await make.grant(hoa, coop, 'SEE_LOTS');
      const before = await fingerprint(world, ['party_grants', 'grant_papers']);
      expect(await record(coop, {})).toMatchObject({ code: 'GRANT_PROOF_MISSING', field: 'code' });
      for (const paperId of ['x', world.id()])
        expect(await record(coop, { paperId })).toMatchObject({ code: 'GRANT_PAPER_NOT_FOUND' });
      expect(await fingerprint(world, ['party_grants', 'grant_papers'])).toEqual(before);
      const foreign = await make.grantPaper(officer);
      expect(await record(coop, { paperId: foreign })).toMatchObject({
        code: 'GRANT_PAPER_NOT_FOUND',
        field: 'paperId',
      });
      const list = await make.grantPaper(coop);
      await world.db.query(`update grant_papers set is_list = true where id = $1`, [list]);
      expect(await record(coop, { paperId: list })).toMatchObject({
        code: 'GRANT_PAPER_NOT_FOUND',
      });

      const paperId = await make.grantPaper(coop);
      const { id: grantId } = await record(coop, { paperId });
      expect(await record(coop, { paperId }, hoa)).toMatchObject({ code: 'GRANT_PAPER_NOT_FOUND' });
      expect(await record(coop, { paperId }, lan, 'SEE_LOTS')).toMatchObject({
        consent: 'SIGNED_PAPER',
      });
      await does(lan, COUNTER.revoke, { grantId });
      expect(await record(coop, { paperId })).toMatchObject({ code: 'GRANT_PAPER_NOT_FOUND' });
      expect(await record(coop, { paperId: await make.grantPaper(coop) })).toMatchObject({
        consent: 'SIGNED_PAPER',
      });
    });

    it('ID-06: is in what the household takes home, goes when it is forgotten, and is kept nowhere unused', async () => {
      const { id: paperId } = await photograph(coop);
      const { id: unused } = await photograph(coop);
      await record(coop, { paperId });
      const home = await does<{ json: string }>(lan, EXPORT, { personId: null });
      const { tables } = JSON.parse(home.json) as {
        tables: { grant_papers: { id: string; picture: string }[] };
      };
      const papers = tables.grant_papers;
      expect(papers).toMatchObject([{ id: paperId }]);
      expect(papers[0]?.picture).toMatch(/^\\x52494646/);

      await does(lan, ERASE, { personId: null });
      world.clock.pass(24 * 60 + 1);
      const forget = world.app.get(Forget);
      await forget.erase();
      expect(await shown(coop, paperId)).toBe(404);
      await forget.forgetOld();
      const left = await world.db.query(
        `select id, picture, erased_at is not null as erased from grant_papers where id = any($1)`,
        [[paperId, unused]],
      );
      expect(left).toEqual([{ id: paperId, picture: null, erased: true }]);
    });

    it('ID-06: a list is shown to none of its households, and its picture goes with the first that is forgotten', async () => {
      const { id: paperId } = await photograph(coop);
      const hoa = await make.grower({});
      await world.db.query(`update grant_papers set is_list = true where id = $1`, [paperId]);
      for (const household of [lan, hoa])
        await world.db.query(
          `insert into party_grants (id, grantor_id, grantee_id, power, consent, paper_id, granted_at, granted_by)
           values (gen_random_uuid(), $1, $2, 'SELL_FOR', 'SIGNED_PAPER', $3, now(), $4)`,
          [household.party.id, coop.party.id, paperId, coop.person.id],
        );
      expect(await lan.voice.ask(COUNTER.mine)).toMatchObject({
        nodes: [{ paper: { isList: true, url: null } }],
      });
      expect(await shown(lan, paperId)).toBe(404);
      await stateLook(world, officer, hoa.party.id);
      expect(await shown(officer, paperId)).toBe(200);

      await does(lan, ERASE, { personId: null });
      world.clock.pass(24 * 60 + 1);
      await world.app.get(Forget).erase();
      expect(await shown(coop, paperId)).toBe(404);
      expect(await offerFor(coop, hoa)).toMatchObject({ __typename: 'Lot' });
    });
  });
});
