import { given, type Given, type Someone } from '../support/given.js';
import {
  act,
  answerOffer,
  bulkInput,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import { givenLot } from '../support/given-lots.js';
import { stateLook } from '../support/look-purposes.js';
import { MY_NOTICES } from '../support/lot-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const FILE = `__typename ... on PartyFile { id name kind state stateReason taxCode plate members { phone } }
  ... on Refused { code field }`;
const REGISTER = `mutation ($input: RegisterTraderInput!) { registerTrader(input: $input) { ${FILE} } }`;
const SUBMIT = `mutation ($input: SubmitForApprovalInput!) { submitForApproval(input: $input) { ${FILE} } }`;
const step = (name: string, input = 'PartyStepInput'): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${FILE} } }`;
const APPROVE = step('approveParty');
const REINSTATE = step('reinstateParty');
const REJECT = step('rejectParty', 'PartyReasonInput');
const SUSPEND = step('suspendParty', 'PartyReasonInput');
const QUEUE = `{ approvalQueue { nodes { id } } }`;
const FIND = `query ($words: String!) { findParty(words: $words) { nodes { id name mergedIntoId } } }`;
const FIND_ON = `query ($words: String!, $after: String) { findParty(words: $words, after: $after) { nodes { id } } }`;
const PAPERS = `query ($words: String!) { findParty(words: $words) { nodes {
  name needsPurpose taxCode plate members { name phone } } } }`;
const WHO_SAW = `{ whoSawMyNumber { nodes { viewer purpose caseRef times } } }`;
const MERGED = `__typename ... on PartyMerge { id undoneAt kept { id } merged { id } } ... on Refused { code field }`;
const MERGE = `mutation ($input: MergePartiesInput!) { mergeParties(input: $input) { ${MERGED} } }`;
const UNMERGE = `mutation ($input: UnmergePartiesInput!) { unmergeParties(input: $input) { ${MERGED} } }`;
const PAIRS = `{ likelySameHouseholds { nodes { older { id } newer { id } } } }`;
const HOUSEHOLD = `mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) {
  __typename ... on Me { party { id } memberships { party { id } } } ... on Refused { code field nextStep } } }`;
const ME = `{ me { memberships { party { id } } } }`;
const REPORT = `mutation ($input: ReportForecastInput!) { reportForecast(input: $input) {
  __typename ... on Refused { code } } }`;

interface File {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
}

describe('who may trade, and who is who', () => {
  let world: World;
  let make: Given;
  let admin: Someone;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    admin = await make.admin({ name: 'Quản trị' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  }, 60_000);
  afterAll(() => world.close());

  const send = <Answer = File>(who: Someone, document: string, wish: object): Promise<Answer> =>
    act<Answer>(make, who, document, wish);
  const papers = (): object => ({
    kind: 'TRADER',
    name: 'Vựa Hùng Na',
    unitId: make.commune('Nghĩa Phương'),
    taxCode: '2400 123 456',
    plate: '98c12345',
  });

  it('ID-09 keeps a trader from publishing demand until its papers are approved, and says why not', async () => {
    const voice = await make.newcomer('+84912000222');
    const hung = { voice } as Someone;
    const draft = await send(hung, REGISTER, papers());
    expect(draft).toMatchObject({ state: 'DRAFT', taxCode: '2400123456', plate: '98C-123.45' });
    const order = (): Promise<object> =>
      voice.ask(ORDERS.create, { input: bulkInput(make, { kg: 100 }) });
    expect(await order()).toMatchObject({ code: 'BUYER_NOT_ACTIVE' });
    expect(await send(admin, APPROVE, { partyId: draft.id })).toMatchObject({
      code: 'PARTY_STEP_NOT_ALLOWED',
    });

    expect(await send(hung, SUBMIT, {})).toMatchObject({ state: 'PENDING_APPROVAL' });
    expect(await admin.voice.ask(QUEUE)).toEqual({ nodes: [{ id: draft.id }] });
    expect(await send(admin, REJECT, { partyId: draft.id, reason: ' ' })).toMatchObject({
      code: 'PARTY_REASON_MISSING',
      field: 'reason',
    });
    await send(admin, REJECT, { partyId: draft.id, reason: 'Biển số mờ' });
    const mended = await send(hung, REGISTER, {
      ...papers(),
      partyId: draft.id,
      plate: '98C-999.99',
    });
    expect(mended).toMatchObject({ id: draft.id, stateReason: 'Biển số mờ', plate: '98C-999.99' });
    await send(hung, SUBMIT, {});
    expect(await order()).toMatchObject({ code: 'BUYER_NOT_ACTIVE' });
    expect(await send(admin, APPROVE, { partyId: draft.id })).toMatchObject({
      state: 'ACTIVE',
      stateReason: null,
    });
    expect(await order()).toMatchObject({ __typename: 'BulkOrder', state: 'SOURCING' });
    await world.deliverEvents();
    const told = await voice.ask<{ nodes: { text: string }[] }>(MY_NOTICES);
    expect(told.nodes.map(({ text }) => text)).toEqual([
      'Hồ sơ của bên mình đã được duyệt. Từ nay đăng đơn được rồi.',
      'Hồ sơ của bên mình bị trả lại: Biển số mờ. Sửa rồi nộp lại.',
    ]);
  });

  it('H1 an administrator says why before she is shown whose number it is, once a sign-in, and they read it', async () => {
    const sau = await make.trader({ name: 'Vựa Sáu Kín' });
    await world.db.query(`update parties set tax_code = '2400999888' where id = $1`, [
      sau.party.id,
    ]);
    const seen = async (who = admin): Promise<unknown> =>
      (await who.voice.ask<{ nodes: unknown[] }>(PAPERS, { words: 'Sáu Kín' })).nodes[0];
    const shut = { name: 'Vựa Sáu Kín', taxCode: null, plate: null, members: null };
    expect(await seen()).toEqual({ ...shut, needsPurpose: true });
    expect(await sau.voice.ask(WHO_SAW)).toEqual({ nodes: [] });

    const case41 = 'x'.repeat(41);
    expect(await stateLook(world, admin, sau.party.id, { caseRef: case41 })).toMatchObject({
      code: 'CASE_TOO_LONG',
      field: 'caseRef',
    });
    expect(await stateLook(world, admin, 'nobody')).toMatchObject({ code: 'PARTY_NOT_FOUND' });
    expect(await seen()).toMatchObject({ needsPurpose: true });
    await stateLook(world, admin, sau.party.id, { caseRef: ' PC-12 ' });
    const open = {
      needsPurpose: false,
      taxCode: '2400999888',
      members: [{ phone: sau.person.phone }],
    };
    expect(await seen()).toMatchObject(open);
    expect(await seen()).toMatchObject(open);
    expect(await seen(await make.admin({}))).toMatchObject({ needsPurpose: true, members: null });
    expect(await sau.voice.ask(WHO_SAW)).toEqual({
      nodes: [{ viewer: 'Quản trị', purpose: 'DISPUTE', caseRef: 'PC-12', times: 2 }],
    });

    await stateLook(world, admin, sau.party.id, { purpose: 'COUNTER' });
    await seen();
    expect((await sau.voice.ask<{ nodes: unknown[] }>(WHO_SAW)).nodes).toHaveLength(2);
    await expect(stateLook(world, sau, admin.party.id)).rejects.toThrow('FORBIDDEN');
  });

  it.each([
    [{ name: 'x' }, 'NAME_MISSING', 'name'],
    [{ unitId: 'nowhere' }, 'UNIT_UNKNOWN', 'unitId'],
    [{ taxCode: '123' }, 'TAX_CODE_INVALID', 'taxCode'],
    [{ plate: 'ABC' }, 'PLATE_INVALID', 'plate'],
  ])('ID-09 refuses papers with %j at the field, and writes nothing', async (over, code, field) => {
    const before = await fingerprint(world, ['parties', 'memberships']);
    expect(await send(lan, REGISTER, { ...papers(), ...over })).toMatchObject({ code, field });
    expect(await fingerprint(world, ['parties', 'memberships'])).toEqual(before);
  });

  it('ID-10 stops what a suspended trader has not settled, lets it finish what it has, and gives the right back', async () => {
    const tam = await make.trader({ name: 'Vựa Tám' });
    await givenLot(make, lan, { kg: { L1: 300 } });
    const settled = await givenBulkOrder(make, tam, { kg: 100 });
    await act(make, tam, ORDERS.offer, { orderId: settled.id });
    await answerOffer(make, lan, (await waitingOffers(lan))[0]!.id, true);
    const open = await givenBulkOrder(make, tam, { kg: 50 });
    await act(make, tam, ORDERS.offer, { orderId: open.id });
    const deal = (await act(make, tam, ORDERS.commit, { orderId: settled.id })).deals[0]!;

    const suspended = await send(admin, SUSPEND, {
      partyId: tam.party.id,
      reason: 'Chậm trả ba hộ',
    });
    expect(suspended).toMatchObject({ state: 'SUSPENDED', stateReason: 'Chậm trả ba hộ' });
    await world.deliverEvents();
    expect(await waitingOffers(lan)).toEqual([]);
    const input = bulkInput(make, { kg: 10 });
    expect(await tam.voice.ask(ORDERS.create, { input })).toMatchObject({
      code: 'BUYER_NOT_ACTIVE',
    });
    expect(await act(make, tam, ORDERS.offer, { orderId: open.id })).toMatchObject({
      code: 'BUYER_NOT_ACTIVE',
    });
    expect(await tam.voice.ask(ORDERS.deal, { id: deal.id })).toMatchObject({ state: 'COMMITTED' });
    const opened = await act<object>(
      make,
      tam,
      `mutation ($input: OpenWeighSessionInput!) { openWeighSession(input: $input) { __typename } }`,
      { dealId: deal.id },
    );
    expect(opened).toEqual({ __typename: 'WeighTicket' });

    await send(admin, REINSTATE, { partyId: tam.party.id });
    expect(await tam.voice.ask(ORDERS.create, { input })).toMatchObject({ state: 'SOURCING' });
  });

  it('ID-11 warns of a namesake on the same ground once, and creates the household when told it is another', async () => {
    const voice = await make.newcomer('+84912000333');
    const first = await make.newcomer('+84912000334');
    const input = {
      name: 'Vi Thị Nga',
      unitId: make.commune('Nghĩa Phương'),
      cropCode: 'NA',
      areaM2: 1000,
    };
    await first.ask(HOUSEHOLD, { input: { clientMutationId: world.id(), ...input } });
    const again = { clientMutationId: world.id(), ...input, name: 'hộ vi thi nga' };
    const before = await fingerprint(world, ['parties', 'plots']);
    expect(await voice.ask(HOUSEHOLD, { input: again })).toMatchObject({
      code: 'HOUSEHOLD_LIKELY_THERE',
      field: 'name',
    });
    expect(await fingerprint(world, ['parties', 'plots'])).toEqual(before);
    const elsewhere = { ...again, clientMutationId: world.id(), cropCode: 'KHOAI_SO' };
    expect(await voice.ask(HOUSEHOLD, { input: elsewhere })).toMatchObject({
      __typename: 'Me',
    });
    const sure = { ...again, clientMutationId: world.id(), isReallyNew: true };
    const made = await voice.ask<{ party: { id: string } }>(HOUSEHOLD, { input: sure });
    expect(await voice.ask(HOUSEHOLD, { input: sure })).toMatchObject({
      party: { id: made.party.id },
    });
    const found = await admin.voice.ask<{ nodes: { name: string }[] }>(FIND, { words: 'thi nga' });
    expect(found.nodes).toHaveLength(3);
    for (const keys of [
      ['a\0', admin.party.id],
      ['Nga', 'x'],
    ]) {
      const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
      const { errors } = await admin.voice.send(FIND_ON, { words: 'thi nga', after });
      expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
    }
    const pairs = await admin.voice.ask<{ nodes: { newer: { id: string } }[] }>(PAIRS);
    expect(pairs.nodes.map(({ newer }) => newer.id)).toContain(made.party.id);
    const byPhone = await admin.voice.ask<{ nodes: File[] }>(FIND, { words: '0912 000 333' });
    expect(byPhone.nodes.map(({ id }) => id)).toContain(made.party.id);
  });

  it('ID-11 merges without moving a kilogram or a đồng, and takes the merge back within thirty days', async () => {
    const one = await make.grower({ name: 'Hộ Trần Văn Sáu' });
    const other = await make.grower({ name: 'Trần Văn Sáu' });
    await givenLot(make, other, { kg: { L1: 70 } });
    const tables = [
      'lots',
      'lot_grades',
      'forecasts',
      'deals',
      'weigh_tickets',
      'payables',
      'plots',
    ];
    const sums = await fingerprint(world, tables);
    const all = await fingerprint(world, ['memberships']);
    const wish = { keepId: one.party.id, mergeId: other.party.id, reason: 'Cùng một nhà' };
    const merged = await send(admin, MERGE, wish);
    expect(merged).toMatchObject({ kept: { id: one.party.id }, merged: { id: other.party.id } });
    expect(await fingerprint(world, tables)).toEqual(sums);
    const me = await one.voice.ask<{ memberships: { party: { id: string } }[] }>(ME);
    expect(me.memberships.map(({ party }) => party.id).toSorted()).toEqual(
      [one.party.id, other.party.id].toSorted(),
    );
    const report = { cropCode: 'NA', day: '2026-08-26', grams: 1000 };
    expect(await send(other, REPORT, report)).toMatchObject({ code: 'HOUSEHOLD_MERGED' });
    expect(await send(admin, MERGE, wish)).toMatchObject({ code: 'MERGE_NOT_POSSIBLE' });

    expect(await send(admin, UNMERGE, { mergeId: merged.id })).toMatchObject({
      __typename: 'PartyMerge',
    });
    expect(await fingerprint(world, [...tables, 'memberships'])).toEqual([...sums, ...all]);
    expect(await send(other, REPORT, report)).toMatchObject({ __typename: 'Forecast' });
    expect(await send(admin, UNMERGE, { mergeId: merged.id })).toMatchObject({
      code: 'MERGE_NOT_FOUND',
    });

    const late = await send(admin, MERGE, wish);
    await world.db.query(`update party_merges set created_at = created_at - interval '31 days'`);
    expect(await send(admin, UNMERGE, { mergeId: late.id })).toMatchObject({
      code: 'MERGE_TOO_OLD',
    });
  });

  it('ID-11 merges no trader, no stranger and nothing with itself', async () => {
    const trader = await make.trader({});
    const before = await fingerprint(world, ['parties', 'party_merges', 'memberships']);
    for (const mergeId of [trader.party.id, world.id(), lan.party.id, 'nobody']) {
      const wish = { keepId: lan.party.id, mergeId, reason: 'thử' };
      expect(await send(admin, MERGE, wish)).toMatchObject({ code: 'MERGE_NOT_POSSIBLE' });
    }
    expect(await fingerprint(world, ['parties', 'party_merges', 'memberships'])).toEqual(before);
  });

  it('leaves judging, finding and merging to administrators', async () => {
    const others = [
      lan,
      await make.trader({}),
      await make.coopClerk({}),
      await make.officeStaff({}),
    ];
    const before = await fingerprint(world, ['parties', 'party_merges']);
    for (const { voice } of others) {
      const partyId = lan.party.id;
      const reason = 'thử';
      const clientMutationId = world.id();
      const answers = [
        await voice.send(APPROVE, { input: { clientMutationId, partyId } }),
        await voice.send(SUSPEND, { input: { clientMutationId, partyId, reason } }),
        await voice.send(MERGE, {
          input: { clientMutationId, keepId: partyId, mergeId: world.id(), reason },
        }),
        await voice.send(QUEUE),
        await voice.send(FIND, { words: 'lan' }),
        await voice.send(PAIRS),
      ];
      const codes = answers.map(({ errors }) => errors[0]?.extensions.code);
      expect(codes).toEqual(Array.from({ length: 6 }, () => 'FORBIDDEN'));
    }
    expect(await fingerprint(world, ['parties', 'party_merges'])).toEqual(before);
  });
});
