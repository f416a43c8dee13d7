import { createHmac, randomUUID } from 'node:crypto';
import type { Answer } from './ask.js';
import type { Given } from './given.js';

const INBOUND = `mutation ($input: InboundSmsInput!) { inboundSms(input: $input) }`;

/** What a world must be opened with whose gateway hands replies on. */
export const GATEWAY_SECRET = 'shared with the gateways of this test';

/** A text message of this phone, handed on by the gateway; everything it leads to has happened when this returns. */
export async function textMessage(
  make: Given,
  { person }: { readonly person: { readonly phone: string } },
  text: string,
  id: string = randomUUID(),
  secret: string = GATEWAY_SECRET,
): Promise<Answer<object>> {
  const { world } = make;
  const timestamp = String(Math.floor(world.clock.now().getTime() / 1000));
  const words = JSON.stringify({ from: person.phone, text });
  const hmac = createHmac('sha256', secret).update(`${id}.${timestamp}.${words}`);
  const signature = `v1,${hmac.digest('base64')}`;
  const input = { id, from: person.phone, text, timestamp, signature };
  const answer = await make.guest().send<object>(INBOUND, { input });
  await world.deliverEvents();
  return answer;
}
