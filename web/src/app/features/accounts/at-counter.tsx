import type { ComponentChildren } from 'preact';
import { isOnline } from '../../api/line.js';
import type { Read } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { say } from './counter-words.js';

interface AtCounterProps<Data extends { householdAtCounter: object | null }> {
  title: string;
  code: string;
  back: string;
  read: Read<Data>;
  children: (household: NonNullable<Data['householdAtCounter']>) => ComponentChildren;
}

/** A screen about one household at the counter, once it is found. */
export function AtCounter<Data extends { householdAtCounter: object | null }>({
  title,
  code,
  back,
  read: { data, isLoading, fault, refresh },
  children,
}: AtCounterProps<Data>) {
  const words = say();
  const household = data?.householdAtCounter;
  return (
    <Screen title={title} code={code} back={back}>
      <div class="stack loose">
        {!data && isLoading && <Skeleton rows={2} height={6} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && !household && (
          <EmptyState
            picture={<Icon name="people" size={56} />}
            title={words.gone}
            note={words.goneNote}
          />
        )}
        {household && !isOnline.value && <p class="stale">{words.needLine}</p>}
        {household && children(household)}
      </div>
    </Screen>
  );
}
