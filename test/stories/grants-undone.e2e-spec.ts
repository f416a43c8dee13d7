import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import { grantsScene } from '../support/grants-scene.js';
import { MY_NOTICES } from '../support/lot-documents.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const ASSISTED = `{ assistedActs { nodes { id kind text by canUndo path party { name } household { name } } } }`;
const UNDO = `mutation ($input: UndoAssistedActInput!) { undoAssistedAct(input: $input) {
  __typename ... on AssistedAct { id canUndo undoneAt } ... on Refused { code } } }`;
const FORECASTS = `query { myForecasts(from: "2026-08-26", to: "2026-08-26") { grams source } }`;

interface Assisted {
  readonly id: string;
  readonly kind: string;
  readonly canUndo: boolean;
  readonly path: string | null;
}

describe('what was done on a household’s word, and its way back', () => {
  const scene = grantsScene();
  const { letSell, offerLotFor, reportFor } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let coop: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ world, make, hung, coop, lan } = scene);
  });

  const assisted = async (who: Someone): Promise<Assisted[]> =>
    (await who.voice.ask<{ nodes: Assisted[] }>(ASSISTED)).nodes;
  const undo = (who: Someone, actId: string): Promise<{ code?: string; undoneAt?: string }> =>
    who.voice.ask(UNDO, { input: { clientMutationId: world.id(), actId } });

  it('ID-06 shows the household what was done for it, by whom, and undoes a lot and a number in time', async () => {
    await letSell();
    await reportFor(lan, lan);
    await reportFor(coop, lan);
    await offerLotFor(coop, lan);
    const [lot, report] = await assisted(lan);
    expect(lot).toMatchObject({
      kind: 'LOT_OFFERED',
      text: 'đăng bán 100 kg na',
      by: 'HTX Na Nghĩa Phương',
      canUndo: true,
    });
    expect(report).toMatchObject({ text: 'báo ngày 26/08 có 50 kg na', path: '/app/bao' });
    expect(lot!.path).toMatch(/^\/app\/lo\/[0-9a-f-]{36}$/);
    expect((await assisted(coop)).map(({ path }) => path)).toEqual([null, null]);
    expect(await undo(lan, report!.id)).toMatchObject({
      canUndo: false,
      undoneAt: '2026-08-25T01:00:00.000Z',
    });
    expect(await lan.voice.ask(FORECASTS)).toEqual([{ grams: 50_000, source: 'GROWER' }]);
    await undo(lan, lot!.id);
    const [closed] = await world.db.query(
      `select state, close_reason as reason from lots where household_id = $1`,
      [lan.party.id],
    );
    expect(closed).toEqual({ state: 'CLOSED', reason: 'WITHDRAWN' });
    expect(await undo(lan, lot!.id)).toMatchObject({ code: 'ASSISTED_UNDONE' });
    await world.deliverEvents();
    const told = await coop.voice.ask<{ nodes: { text: string }[] }>(MY_NOTICES);
    expect(told.nodes[0]?.text).toBe(
      'Nguyễn Thị Lan đã bỏ việc bên mình làm thay: đăng bán 100 kg na.',
    );
  });

  it('ID-06 undoes a yes until the buyer has settled on it, and gives the kilograms back', async () => {
    await letSell();
    await offerLotFor(lan, lan);
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await answerOffer(make, coop, (await waitingOffers(coop))[0]!.id, true);
    const [yes] = await assisted(lan);
    expect(await undo(lan, yes!.id)).toMatchObject({ canUndo: false });
    const [grade] = await world.db.query(
      `select sum(g.reserved_g)::int as grams from lot_grades g join lots l on l.id = g.lot_id where l.household_id = $1`,
      [lan.party.id],
    );
    expect(grade).toEqual({ grams: 0 });

    // That order asks for this lot no more.
    const next = await givenBulkOrder(make, hung, { kg: 100 });
    await act(make, hung, ORDERS.offer, { orderId: next.id });
    await answerOffer(make, coop, (await waitingOffers(coop))[0]!.id, true);
    await act(make, hung, ORDERS.commit, { orderId: next.id });
    expect(await undo(lan, (await assisted(lan))[0]!.id)).toMatchObject({
      code: 'ASSISTED_DEAL_MADE',
    });
  });

  it('ID-06 undoes nothing that somebody counts on, that changed since, that is too old, or that is another’s', async () => {
    await letSell();
    await reportFor(coop, lan);
    await reportFor(lan, lan);
    const lot = await offerLotFor(coop, lan);
    const order = await givenBulkOrder(make, hung, { kg: 50 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const [offered, report] = await assisted(lan);
    const tables = ['forecasts', 'lots', 'assisted_acts', 'allocation_lines'];
    const before = await fingerprint(world, tables);
    expect(await undo(lan, report!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
    expect(await undo(lan, offered!.id)).toMatchObject({ code: 'ASSISTED_PROMISED' });
    expect(await undo(await make.grower({}), offered!.id)).toMatchObject({
      code: 'ASSISTED_ACT_NOT_FOUND',
    });
    const asClerk = await coop.voice.send(UNDO, {
      input: { clientMutationId: world.id(), actId: offered!.id },
    });
    expect(asClerk.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hung.voice.send(ASSISTED)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    world.clock.moveTo('2026-08-26T08:00:01+07:00');
    expect(await undo(lan, offered!.id)).toMatchObject({ code: 'ASSISTED_TOO_LATE' });
    world.clock.moveTo('2026-08-25T08:00:00+07:00');
    expect(await fingerprint(world, tables)).toEqual(before);
    expect(lot.state).toBe('PUBLISHED');
  });

  it('ID-06 tells the household of what was answered for it', async () => {
    await letSell();
    await offerLotFor(lan, lan);
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await answerOffer(make, coop, (await waitingOffers(coop))[0]!.id, false);
    await world.deliverEvents();
    const told = await lan.voice.ask<{ nodes: { kind: string; text: string }[] }>(MY_NOTICES);
    expect(told.nodes.find(({ kind }) => kind === 'ACTED_FOR_YOU')?.text).toBe(
      'HTX Na Nghĩa Phương đã làm thay nhà mình: từ chối bán 100 kg na. Không đúng thì bấm vào đây.',
    );
  });
});
