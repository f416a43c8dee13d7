import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { MyRuns } from './run-documents.js';
import { RunsByDay } from './run-list.js';
import { say } from './run-words.js';

const PAST_SHOWN = 5;

/** The driver's first screen: what is to be driven today, what comes, what is over. */
export default function RunsHome() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyRuns, {});
  const runs = data?.myRuns.nodes ?? [];
  return (
    <Screen title={words.home} code="L1" showsSignal>
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && runs.length === 0 && (
          <EmptyState
            picture={<Icon name="truck" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        <RunsByDay runs={runs} pastShown={PAST_SHOWN} />
      </div>
    </Screen>
  );
}
