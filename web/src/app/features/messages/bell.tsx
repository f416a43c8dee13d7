import { useRead } from '../../offline/use-read.js';
import { Icon } from '../../ui/icon.js';
import { Unread } from './documents.js';
import { say } from './words.js';

/** Messages of the person, with how many are unread. Belongs on home screens. */
export function Bell() {
  const { data } = useRead(Unread, {});
  const unread = data?.unreadNotices ?? 0;
  return (
    <a href="/app/tin" class="btn quiet bell" aria-label={say().bell(unread)}>
      <Icon name="bell" />
      {unread > 0 && (
        <span class="count num" aria-hidden="true">
          {unread < 100 ? unread : '99+'}
        </span>
      )}
    </a>
  );
}
