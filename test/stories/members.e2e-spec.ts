import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { stateLook } from '../support/look-purposes.js';
import { MY_NOTICES } from '../support/lot-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const ADD_PLOT = `mutation ($input: AddPlotInput!) { addPlot(input: $input) {
  __typename ... on Plot { id cropCode areaM2 plantedYear } ... on Refused { code field } } }`;
const MY_PLOTS = `{ myPlots { id areaM2 } }`;
const INVITE = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  __typename ... on Invitation { id phone state household { name } } ... on Refused { code field } } }`;
const INVITED = `{ coopInvitations { nodes { phone state household { name phone } } } }`;
const MY_INVITATIONS = `{ myInvitations { id coop { name phone } } }`;
const ANSWER = `mutation ($input: AnswerInvitationInput!) { answerInvitation(input: $input) {
  __typename ... on Invitation { state } ... on Refused { code } } }`;
const ASK_HELP = `mutation ($input: RequestHelpCallInput!) { requestHelpCall(input: $input) {
  __typename ... on HelpRequest { id endedAt } ... on Refused { code field } } }`;
const HELP_CALLS = `{ helpCalls { nodes { id householdName phone screen note tries } } }`;
const RECORD_HELP = `mutation ($input: RecordHelpCallInput!) { recordHelpCall(input: $input) {
  __typename ... on HelpCallRecorded { helpCallId } ... on Refused { code } } }`;
const VIEWS = `{ whoSawMyNumber { nodes { viewer viewerRole purpose times } } }`;

interface Answered {
  readonly __typename: string;
  readonly id: string;
  readonly code?: string;
  readonly phone?: string | null;
}

describe('land, members and calls for help', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let coop: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
  }, 30_000);
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-25T08:00:00+07:00');
    await world.db.query(`delete from help_calls`);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    coop = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
  });

  const act = (voice: Voice, document: string, wish: object, key = world.id()): Promise<Answered> =>
    voice.ask(document, { input: { clientMutationId: key, ...wish } });
  const noticesOf = async (who: Someone): Promise<{ kind: string; text: string; path: string }[]> =>
    (await who.voice.ask<{ nodes: { kind: string; text: string; path: string }[] }>(MY_NOTICES))
      .nodes;

  describe('addPlot', () => {
    const na = (over: object = {}): object => ({
      unitId: make.commune('Nghĩa Phương'),
      cropCode: 'NA',
      areaM2: 720,
      plantedYear: 2018,
      ...over,
    });

    it('ID-11 adds land to the household acted for, once per key, and shows it to no other', async () => {
      const key = world.id();
      const added = await act(lan.voice, ADD_PLOT, na(), key);
      expect(added).toMatchObject({ __typename: 'Plot', areaM2: 720, plantedYear: 2018 });
      expect(await act(lan.voice, ADD_PLOT, na(), key)).toMatchObject({ id: added.id });
      expect(await lan.voice.ask(MY_PLOTS)).toEqual([{ id: added.id, areaM2: 720 }]);
      const tam = await make.grower({ name: 'Trần Thị Tám' });
      expect(await tam.voice.ask(MY_PLOTS)).toEqual([]);
    });

    it.each([
      ['AREA_IMPLAUSIBLE', { areaM2: 5 }],
      ['UNIT_UNKNOWN', { unitId: '00000000-0000-4000-8000-000000000000' }],
      ['CROP_UNKNOWN', { cropCode: 'CHUOI' }],
      ['VARIETY_UNKNOWN', { varietyCode: 'X' }],
      ['PLANTED_YEAR_WRONG', { plantedYear: 2027 }],
    ])('refuses %s and writes nothing', async (code, over) => {
      const before = await fingerprint(world, ['plots']);
      expect(await act(lan.voice, ADD_PLOT, na(over))).toMatchObject({ code });
      expect(await fingerprint(world, ['plots'])).toEqual(before);
    });

    it('refuses the fifty-first plot', async () => {
      await world.db.query(
        `insert into plots (id, household_id, unit_id, crop_code, area_m2)
         select gen_random_uuid(), $1, $2, 'NA', 360 from generate_series(1, 50)`,
        [lan.party.id, make.commune('Nghĩa Phương')],
      );
      expect(await act(lan.voice, ADD_PLOT, na())).toMatchObject({ code: 'PLOTS_TOO_MANY' });
    });
  });

  describe('inviteMember', () => {
    const invite = (phone: string, key = world.id()): Promise<Answered> =>
      act(coop.voice, INVITE, { phone }, key);
    const invitationsOf = (who: Someone): Promise<{ id: string }[]> =>
      who.voice.ask(MY_INVITATIONS);

    it('ID-07 makes a member of who accepts, and lets the cooperative do nothing for it yet', async () => {
      expect(await invite(lan.person.phone)).toMatchObject({ state: 'WAITING', household: null });
      await world.deliverEvents();
      expect(await noticesOf(lan)).toMatchObject([{ kind: 'COOP_INVITED' }]);
      const [waiting] = await invitationsOf(lan);
      expect(waiting).toMatchObject({ coop: { name: 'HTX Na Nghĩa Phương', phone: null } });
      const wish = { invitationId: waiting?.id, accept: true };
      const key = world.id();
      expect(await act(lan.voice, ANSWER, wish, key)).toMatchObject({ state: 'ACCEPTED' });
      expect(await act(lan.voice, ANSWER, wish, key)).toMatchObject({ state: 'ACCEPTED' });
      expect(await act(lan.voice, ANSWER, wish)).toMatchObject({ code: 'INVITATION_NOT_FOUND' });

      const members = await world.db.query(
        `select household_id from coop_members where coop_id = $1`,
        [coop.party.id],
      );
      expect(members).toEqual([{ household_id: lan.party.id }]);
      const grants = await world.db.query(`select 1 from party_grants where grantor_id = $1`, [
        lan.party.id,
      ]);
      expect(grants).toEqual([]);
      await world.deliverEvents();
      expect(await noticesOf(coop)).toMatchObject([
        { kind: 'INVITATION_ANSWERED', text: 'Nguyễn Thị Lan đã vào hợp tác xã.' },
      ]);
      expect(await coop.voice.ask(INVITED)).toMatchObject({
        nodes: [{ state: 'ACCEPTED', household: { name: 'Nguyễn Thị Lan', phone: null } }],
      });
      expect(await invite(lan.person.phone)).toMatchObject({ code: 'INVITED_IS_MEMBER' });
    });

    it('asks a number once, says the same of numbers nobody has, and tells who declined nothing more', async () => {
      const key = world.id();
      const first = await invite(lan.person.phone, key);
      expect(await invite(lan.person.phone, key)).toMatchObject({ id: first.id });
      expect(await invite(lan.person.phone)).toMatchObject({ id: first.id });
      const unknown = await invite('0987 000 111');
      expect({ ...unknown, id: '' }).toEqual({ ...first, id: '', phone: '+84987000111' });
      expect(await invite('123')).toMatchObject({ code: 'PHONE_INVALID', field: 'phone' });

      await act(lan.voice, ANSWER, { invitationId: first.id, accept: false });
      expect(await invitationsOf(lan)).toEqual([]);
      expect(await coop.voice.ask(INVITED)).toMatchObject({
        nodes: [{ state: 'WAITING' }, { state: 'DECLINED', household: null }],
      });
    });

    it('is answered by nobody but the number invited, and for thirty days', async () => {
      const { id } = await invite(lan.person.phone);
      const tam = await make.grower({ name: 'Trần Thị Tám' });
      expect(await act(tam.voice, ANSWER, { invitationId: id, accept: true })).toMatchObject({
        code: 'INVITATION_NOT_FOUND',
      });
      expect(await invitationsOf(tam)).toEqual([]);
      const other = await make.coopClerk({ name: 'HTX khác' });
      expect(await other.voice.ask(INVITED)).toEqual({ nodes: [] });
      world.clock.moveTo('2026-09-25T08:00:00+07:00');
      expect(await invitationsOf(lan)).toEqual([]);
      expect(await act(lan.voice, ANSWER, { invitationId: id, accept: true })).toMatchObject({
        code: 'INVITATION_NOT_FOUND',
      });
    });

    it('stops after a hundred numbers a day', async () => {
      await world.db.query(
        `insert into rate_counters (bucket, window_start, count) values ($1, '2026-08-25T00:00:00Z', 100)`,
        [`invite:${coop.party.id}`],
      );
      expect(await invite(lan.person.phone)).toMatchObject({ code: 'INVITED_TOO_MANY' });
    });
  });

  describe('requestHelpCall', () => {
    const helpCalls = async (who: Someone): Promise<Answered[]> =>
      (await who.voice.ask<{ nodes: Answered[] }>(HELP_CALLS)).nodes;

    it('UX-15 reaches the cooperative it trusts and its commune, with the sign of the screen', async () => {
      await make.grant(lan, coop, 'SEE_LOTS');
      const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      const elsewhere = await make.communeOfficer({ commune: 'Chu Điện' });
      const stranger = await make.coopClerk({ name: 'HTX khác' });
      const asked = await act(lan.voice, ASK_HELP, { screen: ' a3', note: 'không bấm được' });
      const again = await act(lan.voice, ASK_HELP, { screen: 'A4' });
      expect(again).toMatchObject({ id: asked.id, endedAt: null });
      const shown = {
        id: asked.id,
        householdName: 'Nguyễn Thị Lan',
        phone: lan.person.phone,
        screen: 'A4',
        note: 'không bấm được',
        tries: 0,
      };
      expect(await helpCalls(coop)).toEqual([shown]);
      expect(await helpCalls(officer)).toEqual([{ ...shown, phone: null }]);
      expect(await helpCalls(elsewhere)).toEqual([]);
      expect(await helpCalls(stranger)).toEqual([]);
      await world.deliverEvents();
      expect(await noticesOf(coop)).toMatchObject([
        {
          kind: 'HELP_ASKED',
          text: 'Nguyễn Thị Lan nhờ gọi lại, đang ở màn hình A4.',
          path: '/app/nho-goi',
        },
      ]);
      expect((await noticesOf(officer)).map(({ kind }) => kind)).toEqual(['HELP_ASKED']);
      expect(await noticesOf(stranger)).toEqual([]);
    });

    it('H1 shows an officer the number once she says that she calls back, and the household reads so', async () => {
      const officer = await make.communeOfficer({ name: 'UBND xã', commune: 'Nghĩa Phương' });
      const elsewhere = await make.communeOfficer({ commune: 'Chu Điện' });
      await act(lan.voice, ASK_HELP, {});
      const phones = async (): Promise<unknown[]> =>
        (await helpCalls(officer)).map(({ phone }) => phone);
      expect(await phones()).toEqual([null]);
      expect(await lan.voice.ask(VIEWS)).toEqual({ nodes: [] });

      const look = { purpose: 'HELP_CALL' };
      expect(await stateLook(world, elsewhere, lan.party.id, look)).toMatchObject({
        code: 'PARTY_NOT_FOUND',
      });
      await stateLook(world, officer, lan.party.id, look);
      expect([await phones(), await phones()]).toEqual([[lan.person.phone], [lan.person.phone]]);
      expect(await lan.voice.ask(VIEWS)).toEqual({
        nodes: [
          { viewer: 'UBND xã', viewerRole: 'COMMUNE_OFFICER', purpose: 'HELP_CALL', times: 2 },
        ],
      });
    });

    it('stays on the list while nobody picks up, and is done once they talked', async () => {
      await make.grant(lan, coop, 'SELL_FOR');
      const { id } = await act(lan.voice, ASK_HELP, {});
      const stranger = await make.coopClerk({ name: 'HTX khác' });
      const record = (who: Someone, outcome: string): Promise<Answered> =>
        act(who.voice, RECORD_HELP, { helpCallId: id, outcome });
      expect(await record(stranger, 'TALKED')).toMatchObject({ code: 'HELP_CALL_NOT_FOUND' });
      expect(await record(coop, 'NO_ANSWER')).toMatchObject({ helpCallId: id });
      expect(await helpCalls(coop)).toMatchObject([{ tries: 1 }]);
      expect(await record(coop, 'TALKED')).toMatchObject({ helpCallId: id });
      expect(await helpCalls(coop)).toEqual([]);
      expect(await record(coop, 'TALKED')).toMatchObject({ code: 'HELP_CALL_NOT_FOUND' });
      expect((await act(lan.voice, ASK_HELP, {})).id).not.toBe(id);
    });

    it.each([
      ['HELP_SCREEN_WRONG', { screen: 'màn hình' }],
      ['HELP_NOTE_TOO_LONG', { note: 'a'.repeat(301) }],
    ])('refuses %s', async (code, wish) => {
      expect(await act(lan.voice, ASK_HELP, wish)).toMatchObject({ code });
      expect(await world.db.query(`select 1 from help_calls`)).toEqual([]);
    });
  });
});
