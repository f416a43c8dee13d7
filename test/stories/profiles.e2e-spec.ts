import { refuse } from '../../src/kernel/refusal.js';
import { guest } from '../../src/platform/access/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

const SET = `mutation ($input: SetPinInput!) { setPin(input: $input) {
  __typename ... on PinSet { partyId } ... on Refused { code field } } }`;
const RESET = `mutation ($input: ResetPinInput!) { resetPin(input: $input) {
  __typename ... on PinSet { partyId } ... on Refused { code } } }`;
const SWITCH = `mutation ($input: SwitchPartyInput!) { switchParty(input: $input) {
  __typename ... on Me { party { name } memberships { party { name } hasPin } } ... on Refused { code facts { name value } } } }`;
const LEAVE = `mutation { leaveProfile }`;
const ME = `{ me { role party { name } } }`;
const NOTICES = `{ myNotices { nodes { text } } }`;
const UNREAD = `{ unreadNotices }`;
const MY_PLOTS = `{ myPlots { id } }`;
const REQUEST = `mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`;
const VERIFY = `mutation ($phone: String!, $code: String!) {
  verifyOtp(input: { phone: $phone, code: $code }) { __typename ... on Me { role party { name } } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
}

describe('several households on one phone', () => {
  let world: World;
  let make: Given;
  let mother: Someone;
  let son: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
  }, 120_000);
  afterAll(() => world?.close());
  beforeEach(async () => {
    world.clock.pass(24 * 60);
    mother = await make.grower({ name: 'Nguyễn Thị Lan' });
    son = await make.grower({ name: 'Nguyễn Văn Út', person: mother.person });
  });

  const setPin = (pin: string | null, currentPin?: string): Promise<Answer> =>
    mother.voice.ask(SET, { input: { clientMutationId: world.id(), pin, currentPin } });
  const come = (voice: Voice, to: Someone, pin?: string): Promise<Answer> =>
    voice.ask(SWITCH, { input: { partyId: to.party.id, role: 'GROWER', pin } });

  it('UX-12 does nothing as another household than the one an act was written as', async () => {
    const setPinAs = (writtenAs: Someone, by: string | undefined) =>
      new Voice(world, by, {
        'x-profile': `${writtenAs.person.id}.${writtenAs.party.id}.GROWER`,
      }).send<{ setPin: Answer }>(SET, { input: { clientMutationId: world.id(), pin: '2580' } });

    // The phone asked for the son's household and never heard the answer.
    expect(await come(mother.voice, son)).toMatchObject({ __typename: 'Me' });
    const refused = await setPinAs(mother, mother.voice.session);
    expect(refused.errors[0]?.extensions.code).toBe('OTHER_PROFILE');
    expect((await setPinAs(mother, undefined)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await mother.voice.ask('{ me { memberships { hasPin } } }')).toEqual({
      memberships: [{ hasPin: false }, { hasPin: false }],
    });
    expect((await setPinAs(son, mother.voice.session)).data?.setPin).toMatchObject({
      partyId: son.party.id,
    });
  });

  it('ID-05 UX-12 asks a profile’s own number of whoever comes to it, and shows which profiles have one', async () => {
    expect(await setPin('2580')).toMatchObject({ partyId: mother.party.id });
    expect(await come(mother.voice, son)).toMatchObject({
      party: { name: 'Nguyễn Văn Út' },
      memberships: expect.arrayContaining([
        { party: { name: 'Nguyễn Thị Lan' }, hasPin: true },
        { party: { name: 'Nguyễn Văn Út' }, hasPin: false },
      ]),
    });
    expect(await come(mother.voice, mother)).toMatchObject({ code: 'PIN_NEEDED' });
    expect(await mother.voice.ask(ME)).toMatchObject({ party: { name: 'Nguyễn Văn Út' } });
    expect(await come(mother.voice, mother, '2580')).toMatchObject({
      party: { name: 'Nguyễn Thị Lan' },
    });
  });

  it('UX-12 locks after five wrong tries, also when they come at once, and opens with a code alone', async () => {
    await setPin('2580');
    await mother.voice.ask(LEAVE);
    expect(await mother.voice.ask(ME)).toEqual({ role: 'NEWCOMER', party: null });
    expect(await come(mother.voice, mother, '1111')).toMatchObject({
      code: 'PIN_WRONG',
      facts: [{ name: 'left', value: '4' }],
    });
    const wrong = ['1112', '1113', '1114', '1115', '1116', '1117'];
    const answers = await Promise.all(wrong.map((pin) => come(mother.voice, mother, pin)));
    expect(answers.filter(({ code }) => code === 'PIN_WRONG')).toHaveLength(3);
    expect(answers.filter(({ code }) => code === 'PIN_LOCKED')).toHaveLength(3);
    expect(await come(mother.voice, mother, '2580')).toMatchObject({ code: 'PIN_LOCKED' });

    const reset = (code: string): Promise<Answer> =>
      mother.voice.ask(RESET, {
        input: { clientMutationId: world.id(), partyId: mother.party.id, code },
      });
    const phone = mother.person.phone;
    await mother.voice.ask(REQUEST, { phone });
    const code = await make.codeFor(phone);
    expect(await reset(code === '000000' ? '111111' : '000000')).toMatchObject({
      code: 'OTP_WRONG',
    });
    expect(await reset(code)).toMatchObject({ partyId: mother.party.id });
    expect(await come(mother.voice, mother)).toMatchObject({ __typename: 'Me' });
  });

  it('UX-12 never opens such a profile by signing in alone, nor takes the number away without it', async () => {
    await setPin('2580');
    expect(await setPin(null)).toMatchObject({ code: 'PIN_NEEDED', field: 'currentPin' });
    expect(await setPin('1357', '0001')).toMatchObject({ code: 'PIN_WRONG', field: 'currentPin' });
    expect(await setPin('1234', '2580')).toMatchObject({ code: 'PIN_EASY', field: 'pin' });
    await world.db.query(`update parties set state = 'CLOSED' where id = $1`, [son.party.id]);
    await world.db.query(`delete from memberships where party_id = $1`, [son.party.id]);
    const browser = make.guest();
    const phone = mother.person.phone;
    await browser.ask(REQUEST, { phone });
    const code = await make.codeFor(phone);
    expect(await browser.ask(VERIFY, { phone, code })).toMatchObject({
      role: 'NEWCOMER',
      party: null,
    });
    expect(await setPin(null, '2580')).toMatchObject({ partyId: mother.party.id });
  });

  it('A5 UX-12 told again, an act is answered as the first time: its number and its code are spent by then', async () => {
    await setPin('2580');
    const wish = { clientMutationId: world.id(), pin: '1357', currentPin: '2580' };
    const change = (more: object = {}): Promise<Answer> =>
      mother.voice.ask(SET, { input: { ...wish, ...more } });
    const done = await change();
    expect(done).toMatchObject({ partyId: mother.party.id });
    expect(await change()).toEqual(done);
    expect(await change({ pin: '2468' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });

    const phone = mother.person.phone;
    await mother.voice.ask(REQUEST, { phone });
    const code = await make.codeFor(phone);
    const forgotten = { clientMutationId: world.id(), partyId: mother.party.id, code };
    const reset = (who: Someone, more: object = {}): Promise<Answer> =>
      who.voice.ask(RESET, { input: { ...forgotten, ...more } });
    const [first, second] = await Promise.all([reset(mother), reset(mother)]);
    expect(first).toMatchObject({ partyId: mother.party.id });
    expect(second).toEqual(first);
    expect(await reset(mother)).toEqual(first);
    const other = code === '000000' ? '111111' : '000000';
    expect(await reset(mother, { code: other })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    // The key is a person's own: to anybody else it says nothing, and the code is no good.
    const stranger = await make.grower({});
    const theirs = { partyId: stranger.party.id };
    expect(await reset(stranger, theirs)).toMatchObject({ code: 'OTP_WRONG' });
    expect(await reset(mother, { clientMutationId: world.id() })).toMatchObject({
      code: 'OTP_WRONG',
    });
  });

  it('A5 an act whose code its twin spent a moment before is answered as the twin was', async () => {
    const units = world.app.get(UnitOfWork);
    const { person, party } = mother;
    const actor = {
      ...guest('vi'),
      personId: person.id,
      partyId: party.id,
      role: 'GROWER' as const,
    };
    const act = { actor, operation: 'resetPin', key: world.id(), request: {} };
    const spentByTheTwin = async () => {
      await units.once(act, async () => ({ partyId: party.id }));
      return refuse('OTP_WRONG');
    };
    const work = () => Promise.reject(new Error('the work of an unproved act was done'));
    expect(await units.onceProved(act, spentByTheTwin, work)).toEqual({ partyId: party.id });
    const another = { ...act, key: world.id() };
    const wrong = async () => refuse('OTP_WRONG');
    expect(await units.onceProved(another, wrong, work)).toEqual(refuse('OTP_WRONG'));
  });

  it('UX-12 keeps what is told to one profile from the other', async () => {
    await world.db.query(
      `insert into notices (id, person_id, party_id, event_id, kind, facts, path, due_at, created_at)
       select gen_random_uuid(), $1, unnest($2::uuid[]), gen_random_uuid(), 'HOUSEHOLD_ENTERED',
              '{"by": "HTX"}', '/app', null, $3`,
      [mother.person.id, [mother.party.id, son.party.id], world.clock.now()],
    );
    const heard = async (): Promise<[number, number]> => {
      const { nodes } = await mother.voice.ask<{ nodes: unknown[] }>(NOTICES);
      return [nodes.length, await mother.voice.ask<number>(UNREAD)];
    };
    await setPin('2580');
    expect(await heard()).toEqual([2, 2]);
    await come(mother.voice, son);
    expect(await heard()).toEqual([1, 1]);
    expect(await mother.voice.ask(MY_PLOTS)).toEqual([]);
  });

  it('keeps no number that can be read, and asks none of whoever has another household', async () => {
    await setPin('2580');
    const [kept] = await world.db.query(`select pin_hash from profile_pins where party_id = $1`, [
      mother.party.id,
    ]);
    expect(kept.pin_hash).toMatch(/^scrypt\$/);
    const stranger = await make.grower({});
    expect(await come(stranger.voice, mother, '2580')).toMatchObject({ code: 'PARTY_NOT_YOURS' });
    const officer = await make.communeOfficer({});
    const refused = await officer.voice.send(SET, {
      input: { clientMutationId: world.id(), pin: '2580' },
    });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
