import { givenLot, type GivenLot } from './given-lots.js';
import type { OrderOfDeals } from './given-runs.js';
import type { Someone } from './given.js';
import { Morning } from './morning.js';
import { RUNS, type PlannedRun, type ShownRun } from './run-documents.js';
import type { World } from './world.js';

const refused = '... on Refused { code message nextStep }';
const backup = 'id state grams vndPerKg releaseAt commune { name } household { id }';
export const STANDBY = {
  ask: `mutation ($input: AskBackupsInput!) { askBackups(input: $input) {
  __typename ... on BulkOrder { id backups { ${backup} } } ${refused} } }`,
  respond: `mutation ($input: RespondBackupInput!) { respondBackup(input: $input) {
  __typename ... on Backup { ${backup} } ${refused} } }`,
  mine: `{ myBackups { ${backup} } }`,
  ofOrder: `query ($id: ID!) { order(id: $id) { state backups { ${backup} }
  deals { id number state totalGrams household { id } } } }`,
  suggest: `query ($stopId: ID!) { suggestReplacements(stopId: $stopId) {
  __typename ... on ReplacementSuggestion { missing options { backupId grams detourMinutes backup { commune { name } } } }
  ${refused} } }`,
  ofRun: `query ($runId: ID!) { runReplacements(runId: $runId) { __typename ... on RunReplacements { stops {
  stopId missing counted room balance { promised expected tolerance }
  options { backupId grams leastGrams detourMinutes } } } ${refused} } }`,
  replace: `mutation ($input: ReplaceAllocationInput!) { replaceAllocation(input: $input) {
  __typename ... on Run { id loadGrams stops { id seq kind state grams deal { id } household { id } } } ${refused} } }`,
};

export interface ShownBackup {
  readonly id: string;
  readonly state: string;
  readonly grams: number;
  readonly household: { readonly id: string } | null;
}
export interface Shown {
  readonly __typename: string;
  readonly code?: string;
  readonly state: string;
  readonly backups: readonly ShownBackup[];
  readonly deals: readonly {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly totalGrams: number;
    readonly household: { readonly id: string };
  }[];
}
export interface Suggested {
  readonly code?: string;
  readonly missing: number;
  readonly options: readonly {
    readonly backupId: string;
    readonly grams: number;
    readonly detourMinutes: number;
  }[];
}
export interface OfStop {
  readonly stopId: string;
  readonly counted: number;
  readonly room: number;
  readonly balance: { readonly promised: number; readonly expected: number };
}

interface Opened {
  morning: Morning;
  world: World;
  near: Someone;
  far: Someone;
  /** Of the near household and the far one, new ones for each test. */
  lots: readonly GivenLot[];
}

/** Two households that may stand by for the orders of a morning; call it inside a `describe`, whose hooks it sets. */
export function standbyScene() {
  const opened = {} as Opened;

  beforeAll(async () => {
    const morning = await Morning.at('2026-08-25T18:00:00+07:00');
    const near = await morning.make.grower({ commune: 'Nghĩa Phương', name: 'Hộ gần' });
    const far = await morning.make.grower({ commune: 'Bảo Sơn', name: 'Hộ xa' });
    Object.assign(opened, { morning, world: morning.world, near, far });
  });
  afterAll(() => opened.world.close());
  beforeEach(async () => {
    const { morning, near, far, world } = opened;
    world.clock.pass(24 * 60);
    opened.lots = await Promise.all(
      // The near one is the cheaper, so that one lot is always asked before the other.
      [near, far].map((grower, index) =>
        givenLot(morning.make, grower, {
          kg: { L1: 90 },
          askVndPerKg: index === 0 ? 34_000 : 60_000,
        }),
      ),
    );
  });
  afterEach(async () => {
    // What one test leaves on the market is not for the next.
    await opened.world.db.query(`update lots set ready_to = ready_from + interval '1 second'`);
    await opened.world.deliverEvents();
  });

  const answer = (grower: Someone, backupId: string | undefined, accept: boolean) =>
    opened.morning.act<ShownBackup & { code?: string }>(grower, STANDBY.respond, {
      backupId,
      accept,
    });
  const read = (orderId: string) =>
    opened.morning.trader.voice.ask<Shown>(STANDBY.ofOrder, { id: orderId });
  const free = async (lot: GivenLot | undefined): Promise<number> => {
    const [row]: { free: string }[] = await opened.world.db.query(
      `select offered_g - reserved_g - weighed_g - written_off_g as free from lot_grades where id = $1`,
      [lot?.lines['L1']],
    );
    return Number(row?.free);
  };
  const kindsTold = async (grower: Someone): Promise<string[]> => {
    await opened.world.deliverEvents();
    const { nodes } = await grower.voice.ask<{ nodes: { kind: string }[] }>(RUNS.notices);
    return nodes.map(({ kind }) => kind);
  };
  /** A run on the road, its order with both households asked to stand by and willing. */
  const standingBy = async (
    kg: readonly number[],
    shareBp = 5_000,
  ): Promise<{ run: PlannedRun; order: OrderOfDeals; backups: readonly ShownBackup[] }> => {
    const { run, order } = await opened.morning.started(kg);
    await opened.morning.act(opened.morning.trader, STANDBY.ask, {
      orderId: order.orderId,
      shareBp,
    });
    for (const grower of [opened.near, opened.far]) {
      const [own] = await grower.voice.ask<ShownBackup[]>(STANDBY.mine);
      await answer(grower, own?.id, true);
    }
    const { backups } = await read(order.orderId);
    return { run, order, backups };
  };
  const fail = (stopId: string | undefined) =>
    opened.morning.act<ShownRun>(opened.morning.driver, RUNS.complete, {
      stopId,
      at: opened.morning.now,
      outcome: 'FAILED',
      issue: 'Hộ chưa hái.',
    });
  return Object.assign(opened, { answer, read, free, kindsTold, standingBy, fail });
}
