import { SignedWords } from '../../src/messages/index.js';
import { faultOnce } from './fault-once.js';
import { given, type Given, type Someone } from './given.js';
import { givenLot } from './given-lots.js';
import { act, givenBulkOrder, ORDERS, type BulkWish, type ShownOrder } from './given-orders.js';
import { GATEWAY_SECRET, textMessage } from './inbound-sms.js';
import { SmsProvider } from './sms-provider.js';
import { World } from './world.js';

interface Opened {
  sms: SmsProvider;
  world: World;
  make: Given;
  /** Who buys. */
  hung: Someone;
}

/** A market whose text messages go to a gateway and come back from it; call it inside a `describe`, whose hooks it sets. */
export function replyScene() {
  const opened = {} as Opened;
  let week = 0;

  beforeAll(async () => {
    opened.sms = await SmsProvider.open();
    opened.world = await World.open('2026-09-01T08:00:00+07:00', {
      ...opened.sms.env,
      MESSAGE_WEBHOOK_SECRET: GATEWAY_SECRET,
    });
    opened.make = await given(opened.world);
  });
  afterAll(async () => {
    await opened.world.close();
    await opened.sms.close();
  });
  // Each story has a week of its own, so that it meets no lot of another.
  beforeEach(async () => {
    week += 1;
    const { world, sms, make } = opened;
    world.clock.moveTo(new Date(Date.parse('2026-09-01T08:00:00+07:00') + week * 7 * 86_400_000));
    opened.hung = await make.trader({ name: 'Vựa Hùng' });
    sms.isDown = false;
    sms.sent.length = 0;
  });

  const grower = async (kg = 300, name = 'Nguyễn Thị Lan'): Promise<Someone> => {
    const someone = await opened.make.grower({ name });
    await givenLot(opened.make, someone, { kg: { L1: kg }, askVndPerKg: 30_000 });
    return someone;
  };
  /** An order that asks every lot of this week. */
  const asks = async (wish: BulkWish): Promise<ShownOrder> => {
    const { make, hung, world } = opened;
    const order = await givenBulkOrder(make, hung, wish);
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await world.deliverEvents();
    return order;
  };
  const replies = (
    someone: { person: { phone: string } },
    text: string,
    id?: string,
    secret?: string,
  ) => textMessage(opened.make, someone, text, id, secret);
  /** The process dies once the next message was answered, before that is noted. */
  const dies = (): void => faultOnce(opened.world.app.get(SignedWords), 'takeOnce');
  /** The newest text message a phone got. */
  const lastTo = ({ person }: Someone): string =>
    opened.sms.sent.findLast(({ to }) => to === person.phone)?.text ?? '';
  const progress = async ({ id }: ShownOrder): Promise<Record<string, unknown>> =>
    (await opened.hung.voice.ask<ShownOrder>(ORDERS.read, { id })).progress;
  return Object.assign(opened, { grower, asks, replies, dies, lastTo, progress });
}
