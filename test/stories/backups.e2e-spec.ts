import { ReleaseBackups } from '../../src/orders/use-cases/release-backups.js';
import { type GivenLot } from '../support/given-lots.js';
import type { Someone } from '../support/given.js';
import { WITHDRAW_LOT } from '../support/lot-documents.js';
import type { Morning } from '../support/morning.js';
import { STANDBY, standbyScene, type ShownBackup, type Shown } from '../support/standby-scene.js';
import type { World } from '../support/world.js';

describe('lots that stand by', () => {
  const scene = standbyScene();
  const { answer, read, free, kindsTold, standingBy, fail } = scene;
  let morning: Morning;
  let world: World;
  let near: Someone;
  let far: Someone;
  let lots: readonly GivenLot[];
  beforeEach(() => {
    ({ morning, world, near, far, lots } = scene);
  });

  it('AL-10: a tenth of the kilograms is asked for, holds nothing until the soft yes, and stands by after it', async () => {
    const { order } = await morning.planned([500, 400]);
    const asked = await morning.act<Shown>(morning.trader, STANDBY.ask, { orderId: order.orderId });
    expect(asked.backups.map(({ state, grams }) => [state, grams])).toEqual([['ASKED', 90_000]]);
    expect(asked.backups[0]?.household).toBeNull();
    const [lot] = lots;
    expect(await free(lot)).toBe(90_000);

    const own = asked.backups[0]?.id;
    expect(await kindsTold(near)).toContain('BACKUP_ASKED');
    expect(await answer(far, own, true)).toMatchObject({ code: 'BACKUP_NOT_FOUND' });
    expect(await answer(near, own, true)).toMatchObject({ state: 'READY' });
    expect(await free(lot)).toBe(0);
    expect((await read(order.orderId)).backups[0]?.household?.id).toBe(near.party.id);

    // Soft is soft.
    expect(await answer(near, own, false)).toMatchObject({ state: 'DECLINED' });
    expect(await free(lot)).toBe(90_000);
    expect(await answer(near, own, true)).toMatchObject({ code: 'BACKUP_OVER' });
  });

  it('AL-10: at the hour of release their kilograms are free, and who stood by is thanked once', async () => {
    const { order } = await morning.planned([500], { hours: 24 });
    await morning.act(morning.trader, STANDBY.ask, { orderId: order.orderId, shareBp: 1_800 });
    const [own] = await near.voice.ask<ShownBackup[]>(STANDBY.mine);
    await answer(near, own?.id, true);
    world.clock.pass(22 * 60 + 59);
    expect((await read(order.orderId)).backups[0]?.state).toBe('READY');
    world.clock.pass(1);
    expect((await read(order.orderId)).backups[0]?.state).toBe('RELEASED');
    await world.app.get(ReleaseBackups).run();
    await world.app.get(ReleaseBackups).run();
    expect(await free(lots[0])).toBe(90_000);
    const told = await kindsTold(near);
    expect(told.filter((kind) => kind === 'BACKUP_THANKED')).toHaveLength(1);
    expect(
      await morning.act(morning.trader, STANDBY.ask, { orderId: order.orderId }),
    ).toMatchObject({
      code: 'BACKUP_TOO_LATE',
    });
  });

  it('AL-10: is for the buyer of a committed order alone, within what can be meant', async () => {
    const { order } = await morning.planned([500]);
    const other = await morning.make.trader({ name: 'Vựa khác' });
    const { orderId } = order;
    expect(await morning.act(other, STANDBY.ask, { orderId })).toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
    expect(
      await morning.act(morning.trader, STANDBY.ask, { orderId, shareBp: 9_000 }),
    ).toMatchObject({
      code: 'BACKUP_SHARE_IMPLAUSIBLE',
    });
    await expect(morning.act(near, STANDBY.ask, { orderId })).rejects.toThrow();
  });

  it('AL-10 LI-08: who takes the lot back stands by no longer, is taken by nobody and is not thanked', async () => {
    const { run, order, backups } = await standingBy([150, 210]);
    const [first] = run.stops;
    await fail(first?.id);
    const thanks = async () => (await kindsTold(near)).filter((kind) => kind === 'BACKUP_THANKED');
    await world.app.get(ReleaseBackups).run();
    const before = await thanks();
    const [lot] = lots;
    const withdrawn = { lotId: lot?.id, cause: 'SOLD_ELSEWHERE', reason: 'Bán chợ sáng' };
    await morning.act(near, WITHDRAW_LOT, withdrawn);
    const own = backups.find(({ household }) => household?.id === near.party.id);
    const wish = { stopId: first?.id, at: morning.now, backupIds: [own?.id] };
    expect(await morning.act(morning.driver, STANDBY.replace, wish)).toMatchObject({
      code: 'REPLACEMENT_GONE',
    });
    const { backups: left, deals } = await read(order.orderId);
    expect(left.map(({ state }) => state).toSorted()).toEqual(['READY', 'RELEASED']);
    expect(deals).toHaveLength(2);

    await world.app.get(ReleaseBackups).run();
    expect(await free(lot)).toBe(90_000);
    expect(await thanks()).toEqual(before);
  });
});
