import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import type { ResultOf } from '../../api/graphql.js';
import { fmt } from '../../words/words.js';
import { MessageMonth } from './admin-documents.js';
import { say } from './admin-words.js';
import { CapForm } from './cap-form.js';
import { TemplateList } from './template-list.js';

type Month = ResultOf<typeof MessageMonth>['messageStats'];

/** What messages cost this month, how they went, and how they are worded. */
export default function AdminMessagesScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MessageMonth, {});
  const stats = data?.messageStats;
  const isAdmin = session.value?.role === 'ADMIN';
  return (
    <Screen title={words.title} code="Q5" back="/app/cai-dat" density="desk">
      <div class="stack">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {stats && <Channels stats={stats} />}
        {stats?.payers.map((payer) => (
          <Card
            key={payer.payerId ?? 'district'}
            title={payer.payerName ?? words.district}
            aside={
              payer.isNearCap ? (
                <Chip tone="amber" icon="warning">
                  {payer.spentVnd >= payer.capVnd ? words.over : words.near}
                </Chip>
              ) : undefined
            }
          >
            <p>
              <b class="num">{fmt().vnd(payer.spentVnd)}</b>{' '}
              <span class="earth">{words.of(fmt().vnd(payer.capVnd))}</span>
            </p>
            <progress
              class="progress"
              max={Math.max(1, payer.capVnd)}
              value={payer.spentVnd}
              aria-label={words.spent}
            />
            <p class="earth">{words.counts(payer.zalo, payer.sms, payer.otp)}</p>
            {isAdmin && <CapForm payerId={payer.payerId} capVnd={payer.capVnd} onDone={refresh} />}
          </Card>
        ))}
        {isAdmin && <TemplateList />}
      </div>
    </Screen>
  );
}

function Channels({ stats: { month, channels } }: { stats: Month }) {
  const words = say();
  return (
    <Card title={words.month(month.slice(5, 7), month.slice(0, 4))}>
      {channels.length === 0 && <p class="earth">{words.nothingSent}</p>}
      {channels.map(({ channel, tried, delivered, read, failed }) => (
        <p key={channel}>
          <b>{words.channels[channel]}</b>{' '}
          <span class="figures">{words.outcome(tried, delivered, read, failed)}</span>
        </p>
      ))}
    </Card>
  );
}
