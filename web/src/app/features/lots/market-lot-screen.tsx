import type { RouteProps } from '../../shell/lazy-screen.js';
import { LotForBuyer } from './lot-for-buyer.js';
import { ReadLot } from './read-lot.js';

/** One lot on the phone of those who sell none: what it is, and for a trader how to order from it. */
export default function MarketLotScreen({ params }: RouteProps) {
  return (
    <ReadLot id={params['id'] ?? ''}>
      {(lot, note) => <LotForBuyer lot={lot} note={note} />}
    </ReadLot>
  );
}
