import { given, type Given, type Someone } from './given.js';
import { CREATE_LOT, type ShownLot } from './lot-documents.js';
import { World } from './world.js';

export const GRANT = `mutation ($input: GrantPartyInput!) { grantParty(input: $input) {
  __typename ... on Grant { id power consent grantor { name } grantee { id name phone } revokedAt }
  ... on Refused { code field } } }`;
const REPORT = `mutation ($input: ReportForecastInput!) { reportForecast(input: $input) {
  __typename ... on Forecast { source } ... on Refused { code } } }`;

export interface Granted {
  readonly __typename: string;
  readonly id: string;
  readonly code?: string;
}

interface Opened {
  world: World;
  make: Given;
  /** Who buys. */
  hung: Someone;
  /** A household that has let nobody do anything yet, another for each test; as the cooperative is. */
  lan: Someone;
  coop: Someone;
}

/** A household and a cooperative that may come to speak for it; call it inside a `describe`, whose hooks it sets. */
export function grantsScene() {
  const opened = {} as Opened;

  beforeAll(async () => {
    const world = await World.open('2026-08-25T08:00:00+07:00');
    const make = await given(world);
    Object.assign(opened, { world, make, hung: await make.trader({ name: 'Vựa Hùng' }) });
  }, 30_000);
  afterAll(() => opened.world.close());
  beforeEach(async () => {
    await opened.world.db.query(
      `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where state <> 'CLOSED'`,
    );
    opened.lan = await opened.make.grower({ name: 'Nguyễn Thị Lan' });
    opened.coop = await opened.make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
  });

  const grant = (who: Someone, wish: object): Promise<Granted> =>
    who.voice.ask(GRANT, { input: { clientMutationId: opened.world.id(), ...wish } });
  const letSell = (): Promise<Granted> =>
    grant(opened.lan, { granteeId: opened.coop.party.id, power: 'SELL_FOR' });
  /** 100 kg. */
  const offerLotFor = (who: Someone, household: Someone): Promise<ShownLot & { code?: string }> =>
    who.voice.ask(CREATE_LOT, {
      input: {
        clientMutationId: opened.world.id(),
        lotId: opened.world.id(),
        householdId: household.party.id,
        cropCode: 'NA',
        varietyCode: null,
        grades: [{ gradeCode: 'L1', grams: 100_000, askVndPerKg: null }],
        readyFrom: '2026-08-25T09:00:00+07:00',
        readyTo: '2026-08-27T09:00:00+07:00',
        minTakeGrams: 0,
        publish: true,
      },
    });
  /** 50 kg for tomorrow. */
  const reportFor = (who: Someone, household: Someone): Promise<unknown> =>
    who.voice.ask(REPORT, {
      input: {
        clientMutationId: opened.world.id(),
        householdId: household.party.id,
        cropCode: 'NA',
        day: '2026-08-26',
        grams: 50_000,
      },
    });
  return Object.assign(opened, { grant, letSell, offerLotFor, reportFor });
}
