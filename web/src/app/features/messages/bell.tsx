import { useRead } from '../../offline/use-read.js';
import { Icon } from '../../ui/icon.js';
import { Notices } from './documents.js';
import { say } from './words.js';

/** Messages of the person, with how many are unread. Belongs on home screens. */
export function Bell() {
  const { data } = useRead(Notices, {});
  const unread = data?.myNotices.nodes.filter(({ readAt }) => readAt === null).length ?? 0;
  return (
    <a href="/app/tin" class="btn quiet bell" aria-label={say().bell(unread)}>
      <Icon name="bell" />
      {unread > 0 && (
        <span class="count num" aria-hidden="true">
          {unread}
        </span>
      )}
    </a>
  );
}
