import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { LotForBuyer } from './lot-for-buyer.js';
import { ReadLot } from './read-lot.js';
import { OwnLot } from './own-lot.js';

const SPEAKERS = ['COOP_CLERK', 'COMMUNE_OFFICER'];

/** One lot on the phone of those who sell: their own and those they speak for to change, others as a buyer sees them. */
export default function LotScreen({ params }: RouteProps) {
  const speaks = SPEAKERS.includes(session.value?.role ?? '');
  return (
    <ReadLot id={params['id'] ?? ''}>
      {(lot, note, refresh) =>
        lot.isMine || (speaks && lot.household !== null) ? (
          <OwnLot lot={lot} note={note} refresh={refresh} />
        ) : (
          <LotForBuyer lot={lot} note={note} />
        )
      }
    </ReadLot>
  );
}
