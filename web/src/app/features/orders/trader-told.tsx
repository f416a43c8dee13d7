import { useRead } from '../../offline/use-read.js';
import { Icon } from '../../ui/icon.js';
import { OrderTold } from './trader-documents.js';

/** "đã báo 11/12 hộ, 1 hộ cần gọi điện": whether silence means no, or that nobody was reached. */
export function TraderTold({ orderId }: { orderId: string }) {
  const { data } = useRead(OrderTold, { orderId });
  const told = data?.orderProgress;
  if (told?.__typename !== 'OrderTold' || told.households === 0) return null;
  return (
    <p class="row earth beside">
      <Icon name={told.toCall > 0 ? 'phone' : 'check'} />
      {told.text}
    </p>
  );
}
