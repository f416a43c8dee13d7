import type { ComponentChildren } from 'preact';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { OneLot, type Lot } from './documents.js';
import { say } from './words.js';

interface ReadLotProps {
  id: string;
  /** Draws the lot; `note` says so when it is a kept one. */
  children: (lot: Lot, note: ComponentChildren, refresh: () => void) => ComponentChildren;
}

/** Reads one lot, and says so while it is awaited, when it cannot be read, and when there is none. */
export function ReadLot({ id, children }: ReadLotProps) {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(OneLot, { id });
  if (data?.lot) return <>{children(data.lot, isKept && at && <KeptNote at={at} />, refresh)}</>;
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
