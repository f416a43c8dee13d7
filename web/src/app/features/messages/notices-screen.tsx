import { useLocation } from 'preact-iso/router';
import { ask } from '../../api/ask.js';
import { useDeed } from '../../api/use-deed.js';
import { useLater } from '../../offline/use-later.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { MarkRead, Notices } from './documents.js';
import { noticePath } from './notice-path.js';
import { say } from './words.js';

export default function NoticesScreen() {
  const words = say();
  const { route } = useLocation();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(Notices, {});
  const deed = useDeed();
  const list = useLater(
    data?.myNotices,
    async (after) => (await ask(Notices, { after })).myNotices,
  );
  const notices = list.nodes;
  const unread = notices.filter(({ readAt }) => readAt === null);
  const now = new Date();

  const read = (ids: readonly string[]): Promise<unknown> =>
    ids.length === 0 ? Promise.resolve() : deed.run(MarkRead, { ids: ids as never }, ids.join());

  return (
    <Screen title={words.title} code="K2" back="/app">
      <div class="stack">
        <LinkButton isWide look="quiet" icon="settings" href="/app/bao-tin">
          {words.howToTell}
        </LinkButton>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} height={5} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && notices.length === 0 && (
          <EmptyState
            picture={<Icon name="bell" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        <NotDone why={deed.notDone} />
        {unread.length > 1 && (
          <Button
            isWide
            icon="check"
            isDisabled={deed.isBusy}
            onPress={() => void read(unread.map(({ id }) => id)).then(refresh)}
          >
            {words.readAll}
          </Button>
        )}
        {notices.map(({ id, text, path, createdAt, readAt }) => {
          const page = noticePath(path, session.value?.role);
          return (
            <a
              key={id}
              class="card link"
              href={page}
              onClick={(event) => {
                if (readAt !== null) return;
                event.preventDefault();
                void read([id]);
                route(page);
              }}
            >
              <span class="card-head">
                <span class="earth">{fmt().moment(new Date(createdAt), now)}</span>
                {readAt === null && (
                  <Chip tone="blue" icon="bell">
                    {words.unread}
                  </Chip>
                )}
              </span>
              <span>{readAt === null ? <b>{text}</b> : text}</span>
            </a>
          );
        })}
        <More of={list} />
      </div>
    </Screen>
  );
}
