import { ExpireNegotiations } from '../../src/negotiation/use-cases/expire-negotiations.js';
import { Lots } from '../../src/lots/index.js';
import { AgreeDeal, type AgreedDeal } from '../../src/orders/use-cases/agree-deal.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Given, Someone } from '../support/given.js';
import type { GivenLot } from '../support/given-lots.js';
import {
  answer,
  counter,
  givenTalk,
  makeOffer,
  TALK,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { codesOf, ORDERS, stockOf } from '../support/given-orders.js';
import { hagglingScene } from '../support/haggling-scene.js';
import type { World } from '../support/world.js';

describe('haggling: until when, and for what is still there', () => {
  const scene = hagglingScene();
  const { read, unchanged } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let rival: Someone;
  let lan: Someone;
  let lot: GivenLot;
  beforeEach(() => {
    ({ world, make, hung, rival, lan, lot } = scene);
  });

  it('NG-04, NG-05: a yes one second late is a no, though no sweep came by', async () => {
    const talk = await givenTalk(make, hung, lot, { answerMinutes: 60 });
    world.clock.moveTo(new Date(Date.parse(talk.expiresAt) + 1000));
    expect(await read(lan, talk)).toMatchObject({ state: 'EXPIRED', turn: null });
    await unchanged(async () => {
      expect(await answer(make, lan, TALK.accept, talk, 1)).toMatchObject({
        code: 'NEGOTIATION_EXPIRED',
      });
      expect(await counter(make, lan, talk, {})).toMatchObject({ code: 'NEGOTIATION_EXPIRED' });
    });
    // The next offer does not wait for the sweep either.
    expect((await makeOffer(make, hung, [lot])).opened).toHaveLength(1);
  });

  it('NG-04: nobody agrees to hours that are over, though the lot has more of them', async () => {
    const readyFrom = '2026-08-25T02:00:00.000Z';
    const readyTo = '2026-08-25T02:30:00.000Z';
    const talk = await givenTalk(make, hung, lot, { readyFrom, readyTo, answerMinutes: 120 });
    expect(talk.expiresAt).toBe(readyTo);
    // Such offers were made once; they bind nobody either.
    const past = { lot, readyTo: world.clock.now() } as unknown as AgreedDeal;
    const agree = world.app.get(AgreeDeal);
    expect(await world.app.get(UnitOfWork).run((tx) => agree.run(tx, past))).toMatchObject({
      refused: 'DEAL_HOURS_OVER',
    });
    await expect(
      world.db.query(
        `insert into negotiation_offers select (jsonb_populate_record(o, jsonb_build_object(
           'id', gen_random_uuid(), 'seq', 2, 'expires_at', o.ready_to + interval '1 second'))).*
         from negotiation_offers o where o.negotiation_id = $1`,
        [talk.id],
      ),
    ).rejects.toThrow('negotiation_offers_answerable');
    world.clock.moveTo(readyTo);
    await unchanged(async () => {
      expect(await answer(make, lan, TALK.accept, talk, 1)).toMatchObject({
        code: 'NEGOTIATION_EXPIRED',
      });
    });
  });

  it('NG-05: silence ends a negotiation and both sides are told once', async () => {
    const talk = await givenTalk(make, hung, lot, { answerMinutes: 60 });
    await world.deliverEvents();
    world.clock.moveTo(new Date(Date.parse(talk.expiresAt) + 1000));
    const sweep = world.app.get(ExpireNegotiations);
    await sweep.run();
    await sweep.run();
    await world.deliverEvents();
    for (const someone of [hung, lan]) {
      const { nodes } = await someone.voice.ask<{ nodes: { kind: string; path: string }[] }>(
        ORDERS.notices,
      );
      const told = nodes.filter(
        ({ path, kind }) => path.endsWith(talk.id) && kind === 'PRICE_TALK_ENDED',
      );
      expect(told).toHaveLength(1);
    }
    expect(await stockOf(make, lot)).toEqual({ reserved: 0, held: 0 });
  });

  it('NG-06: asked in the evening, a grower has until the morning', async () => {
    world.clock.moveTo('2026-08-25T20:30:00+07:00');
    const talk = await givenTalk(make, hung, lot, { answerMinutes: 60 });
    expect(Date.parse(talk.expiresAt)).toBeGreaterThanOrEqual(
      Date.parse('2026-08-26T05:30:00+07:00'),
    );
  });

  it('NG-07: a double tap and a replay are one yes', async () => {
    const talk = await givenTalk(make, hung, lot);
    const key = world.id();
    const twice = await Promise.all([
      answer(make, lan, TALK.accept, talk, 1, key),
      answer(make, lan, TALK.accept, talk, 1, key),
    ]);
    expect(new Set(twice.map(({ dealId }) => dealId)).size).toBe(1);
    expect(await answer(make, lan, TALK.accept, talk, 1, key)).toMatchObject({ state: 'ACCEPTED' });
    expect(await stockOf(make, lot)).toEqual({ reserved: 100, held: 100 });
  });

  it('NG-07: when the fruit is gone meanwhile, the yes fails and says what is left', async () => {
    const first = await givenTalk(make, hung, lot, { kg: 250 });
    const second = await givenTalk(make, rival, lot, { kg: 100 });
    await answer(make, lan, TALK.accept, first, 1);
    await unchanged(async () => {
      const late = await answer(make, lan, TALK.accept, second, 1);
      expect(late.code).toBe('LOT_NOT_ENOUGH');
      expect(late.facts).toContainEqual({ name: 'freeGrams', value: '50000' });
    });
    expect(await read(rival, second)).toMatchObject({ state: 'OPEN', turn: 'SELLER' });
  });

  it('NG-07: twenty yeses over one lot never promise more than it has', async () => {
    const traders = await Promise.all(
      Array.from({ length: 20 }, (_, i) => make.trader({ name: `Vựa số ${i}` })),
    );
    const talks: ShownTalk[] = [];
    for (const trader of traders) talks.push(await givenTalk(make, trader, lot, { kg: 40 }));
    const answers = await Promise.all(talks.map((talk) => answer(make, lan, TALK.accept, talk, 1)));
    expect(codesOf(answers)).toEqual({ done: 7, LOT_NOT_ENOUGH: 13 });
    expect(await stockOf(make, lot)).toEqual({ reserved: 280, held: 280 });
  }, 20_000);

  it('NG-07: more acts at once than there are connections, each of which reads beside itself, all come through', async () => {
    const uow = world.app.get(UnitOfWork);
    const act = () =>
      uow.run(async (tx) => {
        await tx.query('select 1');
        return (await world.app.get(Lots).findLot(lot.id))?.id;
      });
    const found = await Promise.all(Array.from({ length: 30 }, act));
    expect(new Set(found)).toEqual(new Set([lot.id]));
  });

  it('LI-09: a lot shown to chosen buyers is bargained for by them and nobody else, until its hour', async () => {
    const openToAllAt = '2026-08-25T10:00:00+07:00';
    await world.db.query(`update lots set open_to_all_at = $2 where id = $1`, [
      lot.id,
      openToAllAt,
    ]);
    await world.db.query(`insert into lot_audience (lot_id, party_id) values ($1, $2)`, [
      lot.id,
      hung.party.id,
    ]);
    await unchanged(async () => {
      expect(await makeOffer(make, rival, [lot], { kg: 100 })).toMatchObject({
        code: 'ORDERED_LOT_NOT_FOUND',
      });
    });
    expect(await givenTalk(make, hung, lot, { kg: 100 })).toMatchObject({ state: 'OPEN' });
    world.clock.moveTo(openToAllAt);
    expect(await givenTalk(make, rival, lot, { kg: 100 })).toMatchObject({ state: 'OPEN' });
  });

  it('LI-09: a talk that was open goes on when its lot is shown to others first', async () => {
    const talk = await givenTalk(make, rival, lot, { kg: 100 });
    await world.db.query(
      `update lots set open_to_all_at = '2026-08-25T20:00:00+07:00' where id = $1`,
      [lot.id],
    );
    expect(await answer(make, lan, TALK.accept, talk, 1)).toMatchObject({ state: 'ACCEPTED' });
  });

  it.each([
    [
      'paused',
      `update lots set state = 'PAUSED' where id = $1`,
      `update lots set state = 'PUBLISHED' where id = $1`,
    ],
    [
      'at rest with all of its household’s',
      `insert into selling_pauses (id, household_id, first_day, last_day, created_by, created_at)
       select gen_random_uuid(), l.household_id, '2026-08-25', '2026-08-26', l.created_by, '2026-08-25' from lots l where l.id = $1`,
      `update selling_pauses set ended_at = '2026-08-25' where household_id = (select household_id from lots where id = $1)`,
    ],
  ])(
    'NG-07: while its lot is %s a talk stands still: nothing is named or agreed, and then it goes on',
    async (_, rest, goOn) => {
      const talk = await givenTalk(make, hung, lot, { kg: 100 });
      await world.db.query(rest, [lot.id]);
      await unchanged(async () => {
        expect(await answer(make, lan, TALK.accept, talk, 1)).toMatchObject({
          code: 'LOT_NOT_OPEN',
        });
        expect(await counter(make, lan, talk, { kg: 90 })).toMatchObject({ code: 'LOT_NOT_OPEN' });
        expect(await makeOffer(make, rival, [lot], { kg: 100 })).toMatchObject({
          code: 'LOT_NOT_OPEN',
        });
      });
      await world.db.query(goOn, [lot.id]);
      expect(await answer(make, lan, TALK.accept, talk, 1)).toMatchObject({ state: 'ACCEPTED' });
    },
  );
});
