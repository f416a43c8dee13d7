import type { Channel, Route } from './route.js';

export type DeliveryState = 'QUEUED' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED';

/** What became of one channel. QUEUED: the gateway could not be reached, and is to be tried again. */
export interface Tried {
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly at: Date;
}

export interface Journey {
  readonly route: Route;
  /** Channels that could reach this person now, in the order of the route. */
  readonly open: readonly Channel[];
  readonly tried: readonly Tried[];
  readonly isRead: boolean;
  /** From then on it would only confuse: the offer is over. */
  readonly overAt: Date | undefined;
  /** End of the quiet hours that hold now. */
  readonly quietUntil: Date | undefined;
}

export type NextStep =
  | { readonly step: 'SEND'; readonly channel: Channel }
  | { readonly step: 'WAIT'; readonly until: Date }
  | { readonly step: 'END' };

const END: NextStep = { step: 'END' };
const MOST_ATTEMPTS = 6;
const MINUTE_MS = 60_000;

/** What to do with a message now: the next channel once the one before had its time or failed, never two at once. */
export function nextStep(journey: Journey, now: Date): NextStep {
  if (journey.isRead || (journey.overAt && now >= journey.overAt)) return END;
  const step = stepOf(journey, now);
  const isHeld = step.step === 'SEND' && journey.quietUntil && !journey.route.isUrgent;
  return isHeld && journey.quietUntil ? { step: 'WAIT', until: journey.quietUntil } : step;
}

function stepOf({ route, open, tried }: Journey, now: Date): NextStep {
  for (const channel of route.channels) {
    const last = tried.find((one) => one.channel === channel);
    if (!last) {
      if (open.includes(channel)) return { step: 'SEND', channel };
    } else if (last.state === 'QUEUED') {
      const until = later(last.at, 2 ** (last.attempts - 1));
      return until > now ? { step: 'WAIT', until } : { step: 'SEND', channel };
    } else if (last.state !== 'FAILED') {
      if (isEnough(channel, last.state)) return END;
      const until = later(last.at, route.patienceMinutes);
      if (until > now) return { step: 'WAIT', until };
    }
  }
  return END;
}

/** A text message is the last resort; Zalo says when it arrived; a notification counts once it was opened. */
function isEnough(channel: Channel, state: DeliveryState): boolean {
  if (channel === 'SMS') return true;
  return channel === 'ZALO' ? state !== 'SENT' : state === 'READ';
}

/** After a fault the next channel is tried at once; only the last one is tried again, after 1, 2, 4, 8 and 16 minutes. */
export function afterFault(
  channel: Channel,
  open: readonly Channel[],
  attempts: number,
): 'QUEUED' | 'FAILED' {
  const isLast = open.at(-1) === channel;
  return isLast && attempts < MOST_ATTEMPTS ? 'QUEUED' : 'FAILED';
}

const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE_MS);
