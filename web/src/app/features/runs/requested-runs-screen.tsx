import { ask } from '../../api/ask.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { MyRuns } from './run-documents.js';
import { RunsByDay } from './run-list.js';
import { say } from './run-words.js';

/** Every run a trader had planned for its orders, whichever order it is of. */
export default function RequestedRunsScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyRuns, {});
  const list = useLater(data?.myRuns, async (after) => (await ask(MyRuns, { after })).myRuns);
  return (
    <Screen title={words.requested} code="T14" back="/app">
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && list.nodes.length === 0 && (
          <EmptyState
            picture={<Icon name="truck" size={56} />}
            title={words.none}
            note={words.requestedNone}
          />
        )}
        <RunsByDay runs={list.nodes} />
        <More of={list} />
      </div>
    </Screen>
  );
}
