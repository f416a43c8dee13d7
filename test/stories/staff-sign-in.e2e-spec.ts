import { codeAt } from '../../src/accounts/second-factor.js';
import { given, type Given, type Someone } from '../support/given.js';
import {
  FINISH,
  PASSWORD,
  SET_UP,
  setUpStaff,
  signInByCode,
  STAFF_SIGN_IN,
} from '../support/staff-sign-in.js';
import { World } from '../support/world.js';

const STAFF_ONLY = '{ staffRecoveries { id name reason isForYou } }';
const SWITCH = `mutation ($partyId: ID!, $role: Role!) {
  switchParty(input: { partyId: $partyId, role: $role }) { __typename ... on Me { role } ... on Refused { code } }
}`;
const REQUEST = `mutation ($input: RequestStaffRecoveryInput!) {
  requestStaffRecovery(input: $input) { __typename ... on StaffRecoveryAsked { id } ... on Refused { code field } }
}`;
const APPROVE = `mutation ($input: ApproveStaffRecoveryInput!) {
  approveStaffRecovery(input: $input) { __typename ... on StaffRecoveryCode { code expiresAt } ... on Refused { code } }
}`;

describe('the staff sign in with a password and a second factor', () => {
  let world: World;
  let make: Given;
  let officer: Someone;
  let secret: string;

  const now = (): Date => world.clock.now();
  const signIn = (more: object = {}, voice = make.guest()) =>
    voice.ask<{ code?: string }>(STAFF_SIGN_IN, {
      input: {
        phone: officer.person.phone,
        password: PASSWORD,
        code: codeAt(secret, now()),
        ...more,
      },
    });

  beforeAll(async () => {
    world = await World.open('2026-11-26T08:00:00+07:00');
    make = await given(world);
    officer = await make.officeStaff({ name: 'Hoàng Thu Hà', phone: '+84912000001' });
    secret = await setUpStaff(make, officer.person.phone);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(60));

  it('ID-03 opens a session of the staff with all three, and ends it after a shift', async () => {
    const voice = make.guest();
    expect(await signIn({}, voice)).toEqual({
      __typename: 'Me',
      role: 'OFFICE_STAFF',
      staffSignIn: 'READY',
      party: { name: 'Hoàng Thu Hà' },
      memberships: [{ role: 'OFFICE_STAFF', audience: 'STAFF' }],
    });
    expect((await voice.send(STAFF_ONLY)).errors).toEqual([]);
    world.clock.pass(12 * 60 + 1);
    expect((await voice.send(STAFF_ONLY)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('ID-03 tells nobody which of the three was wrong, nor whether the phone is known', async () => {
    const wrong = await signIn({ password: 'một mật khẩu khác' });
    expect(wrong).toMatchObject({ code: 'STAFF_SIGN_IN_WRONG', field: null });
    expect(await signIn({ code: '000000' })).toEqual(wrong);
    expect(await signIn({ phone: '0987654321' })).toEqual(wrong);
    const grower = await make.grower({});
    expect(await signIn({ phone: grower.person.phone })).toEqual(wrong);
  });

  it('ID-03 takes a code of the authenticator once', async () => {
    expect(await signIn()).toMatchObject({ __typename: 'Me' });
    expect(await signIn()).toMatchObject({ code: 'STAFF_SIGN_IN_WRONG' });
    world.clock.pass(1);
    expect(await signIn()).toMatchObject({ __typename: 'Me' });
  });

  it('ID-03 rests for a quarter of an hour after five wrong tries, and then lets in', async () => {
    for (let tries = 0; tries < 5; tries += 1) await signIn({ password: `sai lần thứ ${tries}` });
    expect(await signIn()).toMatchObject({ code: 'STAFF_SIGN_IN_WRONG' });
    world.clock.pass(15);
    expect(await signIn()).toMatchObject({ __typename: 'Me' });
  });

  it('ID-03 counts a try before it is judged, so that many at once are no more than one after the other', async () => {
    await signIn({ phone: '0987654321' });
    await world.db.query(
      `update rate_counters set count = 58 where bucket like 'staff-wrong-ip:%'`,
    );
    const atOnce = await Promise.all([1, 2, 3, 4].map((n) => signIn({ phone: `098765432${n}` })));
    expect(atOnce.filter(({ code }) => code === 'STAFF_SIGN_IN_WRONG')).toHaveLength(2);
    expect(atOnce.filter(({ code }) => code === 'STAFF_TOO_MANY_TRIES')).toHaveLength(2);
  });

  it('E3 wrong tries of others shut nobody out of the browser she was signed in with; that browser has five of its own', async () => {
    const own = make.guest();
    expect(await signIn({}, own)).toMatchObject({ __typename: 'Me' });
    world.clock.pass(1);
    const wrong = { password: 'sai' };
    for (let tries = 0; tries < 5; tries += 1) await signIn(wrong);
    await world.db.query(
      `update rate_counters set count = 60 where bucket like 'staff-wrong-ip:%'`,
    );
    expect(await signIn()).toMatchObject({ code: 'STAFF_TOO_MANY_TRIES' });
    for (let tries = 0; tries < 4; tries += 1)
      expect(await signIn(wrong, own)).toMatchObject({ code: 'STAFF_SIGN_IN_WRONG' });
    expect(await signIn({}, own)).toMatchObject({ __typename: 'Me' });
    world.clock.pass(1);

    for (let tries = 0; tries < 5; tries += 1) await signIn(wrong, own);
    expect(await signIn({}, own)).toMatchObject({ code: 'STAFF_SIGN_IN_WRONG' });
    world.clock.pass(14.99);
    expect(await signIn({}, own)).toMatchObject({ code: 'STAFF_SIGN_IN_WRONG' });
    world.clock.pass(0.01);
    expect(await signIn({}, own)).toMatchObject({ __typename: 'Me' });
  });

  it('ID-03 keeps a session opened by a phone code out of the staff, whatever roles its person holds', async () => {
    const both = await make.grower({ person: officer.person });
    const market = await signInByCode(make, officer.person.phone);
    expect(await market.ask('{ me { role staffSignIn } }')).toEqual({
      role: 'GROWER',
      staffSignIn: 'READY',
    });
    expect((await market.send(STAFF_ONLY)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      await market.ask(SWITCH, { partyId: officer.party.id, role: 'OFFICE_STAFF' }),
    ).toMatchObject({ code: 'OTHER_SIGN_IN_NEEDED' });
    // A token that was prolonged is still of the market, and the table itself holds the wall.
    world.clock.pass(24 * 60);
    expect(await market.ask('{ me { role } }')).toEqual({ role: 'GROWER' });
    expect((await market.send(STAFF_ONLY)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    await expect(
      world.db.query(
        `update sessions set party_id = $2, role = 'OFFICE_STAFF' where person_id = $1 and audience = 'MARKET'`,
        [officer.person.id, officer.party.id],
      ),
    ).rejects.toMatchObject({ constraint: 'sessions_audience' });

    const staff = make.guest();
    await signIn({}, staff);
    expect(await staff.ask(SWITCH, { partyId: both.party.id, role: 'GROWER' })).toMatchObject({
      code: 'OTHER_SIGN_IN_NEEDED',
    });
    expect(
      (await staff.send('{ myOffers(waitingOnly: true) { nodes { id } } }')).errors[0],
    ).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
  });

  it('ID-03 ends a session of the staff with the role it stood on', async () => {
    const clerk = await make.communeOfficer({});
    const colleague = await make.communeOfficer({});
    await world.db.query(
      `insert into memberships (person_id, party_id, role) values ($1, $2, 'COMMUNE_OFFICER')`,
      [colleague.person.id, clerk.party.id],
    );
    await world.db.query(`delete from memberships where person_id = $1`, [clerk.person.id]);
    expect((await clerk.voice.send('{ me { role } }')).data).toEqual({ me: null });
  });

  it('sets up minutes after a code to the phone, with a role and a password nobody guesses', async () => {
    const grower = await make.grower({});
    expect(await grower.voice.ask(SET_UP)).toMatchObject({ code: 'STAFF_ROLE_MISSING' });

    const clerk = await make.communeOfficer({ phone: '+84912000007' });
    const voice = await signInByCode(make, clerk.person.phone);
    expect(await voice.ask('{ me { role staffSignIn } }')).toEqual({
      role: 'NEWCOMER',
      staffSignIn: 'TO_SET_UP',
    });
    const started = await voice.ask<{ secret: string; uri: string }>(SET_UP);
    expect(started.uri).toContain(started.secret);
    const finish = (more: object) =>
      voice.ask(FINISH, {
        input: {
          clientMutationId: world.id(),
          password: PASSWORD,
          code: codeAt(started.secret, now()),
          recoveryCode: null,
          ...more,
        },
      });
    expect(await finish({ password: 'ngắn' })).toMatchObject({
      code: 'PASSWORD_SHORT',
      field: 'password',
    });
    expect(await finish({ code: '000000' })).toMatchObject({
      code: 'SECOND_FACTOR_WRONG',
      field: 'code',
    });
    world.clock.pass(16);
    expect(await finish({})).toMatchObject({ code: 'SIGN_IN_TOO_OLD' });

    const again = await signInByCode(make, officer.person.phone);
    expect(await again.ask(SET_UP)).toMatchObject({ code: 'STAFF_ALREADY_SET_UP' });
  });

  it('AD-03 lets a colleague set up anew when two others agree, and ends what was open', async () => {
    const lost = await make.checkpointOfficer({ name: 'Đỗ Quang Minh', phone: '+84912000009' });
    await setUpStaff(make, lost.person.phone);
    const admin = await make.admin({});
    const second = await make.officeStaff({});
    const ask = (who: Someone, more: object = {}) =>
      who.voice.ask<{ id: string }>(REQUEST, {
        input: {
          clientMutationId: world.id(),
          phone: lost.person.phone,
          reason: 'Mất điện thoại',
          ...more,
        },
      });
    const approve = (who: Someone, recoveryId: string) =>
      who.voice.ask<{ code: string }>(APPROVE, {
        input: { clientMutationId: world.id(), recoveryId },
      });

    expect(await ask(admin, { phone: admin.person.phone })).toMatchObject({
      code: 'NOT_FOR_YOURSELF',
    });
    expect(await ask(admin, { reason: ' ' })).toMatchObject({
      code: 'RECOVERY_REASON_MISSING',
      field: 'reason',
    });
    const { id } = await ask(admin);
    expect(await ask(second)).toMatchObject({ code: 'RECOVERY_WAITS', field: 'phone' });
    expect(await approve(admin, id)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect((await lost.voice.send('{ me { role } }')).data).toEqual({
      me: { role: 'CHECKPOINT_OFFICER' },
    });

    const { code } = await approve(second, id);
    expect(code).toMatch(/^[A-Z0-9]{10}$/);
    expect((await lost.voice.send('{ me { role } }')).data).toEqual({ me: null });
    expect(await approve(second, id)).toMatchObject({ code: 'RECOVERY_UNKNOWN' });
    world.clock.pass(20);
    await expect(setUpStaff(make, lost.person.phone)).rejects.toThrow('RECOVERY_CODE_WRONG');
    world.clock.pass(20);
    const renewed = await setUpStaff(make, lost.person.phone, ` ${code.toLowerCase()} `);
    world.clock.pass(1);
    expect(await signIn({ phone: lost.person.phone, code: codeAt(renewed, now()) })).toMatchObject({
      __typename: 'Me',
      role: 'CHECKPOINT_OFFICER',
    });
  });

  it('AD-03 is for the farming office and administrators', async () => {
    for (const voice of [
      (await make.grower({})).voice,
      (await make.communeOfficer({})).voice,
      (await make.checkpointOfficer({})).voice,
    ]) {
      expect((await voice.send(STAFF_ONLY)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await make.guest().send(STAFF_ONLY)).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
