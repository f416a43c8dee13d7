import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { MyStandingOrders } from './documents.js';
import { loadText, weekdaysText } from './texts.js';
import { say } from './words.js';

/** Orders that come round by themselves, and when each comes next. */
export default function StandingOrdersScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyStandingOrders, {});
  const standing = data?.myStandingOrders.nodes ?? [];
  const now = new Date();
  return (
    <Screen title={words.title} code="R1" back="/app">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && standing.length === 0 && (
          <EmptyState
            picture={<Icon name="calendar" size={56} />}
            title={words.none}
            note={words.noneNote}
          >
            <LinkButton look="main" href="/app" isWide>
              {words.toOrders}
            </LinkButton>
          </EmptyState>
        )}
        {standing.map(({ id, state, weekdays, lines, crop, occurrences }) => {
          const next = occurrences.find(
            (one) => one.state !== 'SKIPPED' && new Date(one.readyFrom) > now,
          );
          return (
            <a key={id} class="card link" href={`/app/don-dinh-ky/${id}`}>
              <span class="card-head">
                <b>{loadText(lines, crop)}</b>
                <Chip
                  tone={state === 'ACTIVE' ? 'green' : 'plain'}
                  icon={state === 'ACTIVE' ? 'check' : 'waiting'}
                >
                  {words.states[state]}
                </Chip>
              </span>
              <span>{titled(weekdaysText(weekdays))}</span>
              {state === 'ACTIVE' && (
                <span class="earth">
                  {next
                    ? words.next(fmt().moment(new Date(next.readyFrom), now))
                    : words.nothingNext}
                </span>
              )}
            </a>
          );
        })}
      </div>
    </Screen>
  );
}
