import { given, type Given, type Someone } from './given.js';
import { act, givenBulkOrder, type ShownOrder } from './given-orders.js';
import { GATEWAY_SECRET } from './inbound-sms.js';
import { SmsProvider } from './sms-provider.js';
import { World } from './world.js';

export const NEED = `__typename id number buyerName isMine days note missingGrams saidGrams households
  lines { grade { code } wantedGrams maxVndPerKg } said { day gradeCode grams households }
  mySaid { day gradeCode grams }`;
/** A mutation about a need as a client sends it, with what is read of its answer. */
export const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ... on Refused { __typename code field } } }`;
export const PUBLISH = mutation('publishDemand', 'PublishDemandInput', `... on Demand { ${NEED} }`);
export const END = mutation('endDemand', 'EndDemandInput', '... on DemandEnded { orderId }');
export const NOTICES = `{ myNotices { nodes { kind text path } } }`;

interface Opened {
  sms: SmsProvider;
  world: World;
  make: Given;
  /** Who buys, another for each test. */
  hung: Someone;
  /** A household that may answer. */
  lan: Someone;
  /** His, of five tonnes in two days, posted nowhere yet. */
  order: ShownOrder;
}

/** An evening on which a trader has a need to post; call it inside a `describe`, whose hooks it sets. */
export function demandScene() {
  const opened = {} as Opened;

  beforeAll(async () => {
    const sms = await SmsProvider.open();
    const world = await World.open('2026-08-25T18:00:00+07:00', {
      ...sms.env,
      MESSAGE_WEBHOOK_SECRET: GATEWAY_SECRET,
    });
    const make = await given(world);
    const lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    Object.assign(opened, { sms, world, make, lan });
  });
  afterAll(async () => {
    await opened.world.close();
    await opened.sms.close();
  });
  beforeEach(async () => {
    opened.world.clock.moveTo('2026-08-25T18:00:00+07:00');
    opened.hung = await opened.make.trader({ name: 'Vựa Hùng' });
    opened.order = await givenBulkOrder(opened.make, opened.hung, {
      kg: 5000,
      readyFrom: '2026-08-26T05:00:00+07:00',
      readyTo: '2026-08-27T10:00:00+07:00',
    });
  });

  const publish = (who = opened.hung, orderId = opened.order.id) =>
    act<object>(opened.make, who, PUBLISH, { orderId, note: ' Quả to, cuống tươi ' });
  return Object.assign(opened, { publish });
}
