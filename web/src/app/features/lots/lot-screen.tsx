import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { OneLot } from './documents.js';
import { LotForBuyer } from './lot-for-buyer.js';
import { OwnLot } from './own-lot.js';
import { say } from './words.js';

const SPEAKERS = ['COOP_CLERK', 'COMMUNE_OFFICER'];

/** One lot: its household and those who speak for it change it, a trader orders from it. */
export default function LotScreen({ params }: RouteProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneLot, {
    id: params['id'] ?? '',
  });
  const lot = data?.lot;
  const role = session.value?.role ?? '';
  const isOwn = lot ? lot.isMine || (SPEAKERS.includes(role) && lot.household !== null) : false;
  const note = isKept && at && <KeptNote at={at} />;
  if (lot && isOwn) return <OwnLot lot={lot} note={note} refresh={refresh} />;
  if (lot) return <LotForBuyer lot={lot} note={note} />;
  return (
    <Screen title={words.lot} code="A5" back="/app">
      {!data && isLoading && <Skeleton rows={3} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {data && (
        <EmptyState
          picture={<Icon name="search" size={56} />}
          title={words.gone}
          note={words.goneNote}
        >
          <LinkButton href="/cho" icon="stall">
            {words.market}
          </LinkButton>
        </EmptyState>
      )}
    </Screen>
  );
}
