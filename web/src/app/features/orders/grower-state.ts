import type { Status } from '../../ui/chips.js';

type DealState = 'CANCELLED' | 'COMMITTED' | 'PAID' | 'WEIGHED';

const STATUS: Record<DealState, Status> = {
  COMMITTED: 'AGREED',
  WEIGHED: 'WEIGHED',
  PAID: 'PAID',
  CANCELLED: 'CANCELLED',
};

interface Standing {
  state: DealState;
  runStop: { state: string } | null;
}

/** The chip of a deal; it is being collected from the moment the truck stands at the gate. */
export const dealStatus = ({ state, runStop }: Standing): Status =>
  state === 'COMMITTED' && runStop?.state === 'ARRIVED' ? 'COLLECTING' : STATUS[state];
