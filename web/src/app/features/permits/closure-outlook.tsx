import { useRead } from '../../offline/use-read.js';
import { NotDone } from '../../ui/not-done.js';
import { Slip } from '../../ui/slip.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { ClosureOutlook as Outlook } from './closure-documents.js';
import { say } from './closure-words.js';

interface ClosureOutlookProps {
  communeId: string;
  /** Instants as ISO texts. */
  from: string;
  to: string | null;
}

const when = (instant: unknown): string => fmt().moment(new Date(String(instant)), new Date());

/** What would be stuck if the commune were closed in those hours. */
export function ClosureOutlook(hours: ClosureOutlookProps) {
  const words = say();
  const { data, fault, refresh } = useRead(Outlook, hours);
  const seen = data?.previewClosure;
  if (!seen) return fault ? <ErrorState fault={fault} onRetry={refresh} /> : <Skeleton rows={3} />;
  if (seen.__typename === 'Refused') return <NotDone why={{ ...seen, field: null }} />;
  const { number, load } = fmt();
  const counted = (count: number, grams: number): string =>
    count === 0 ? '0' : `${number(count)} · ${load(grams)}`;
  if (seen.households + seen.runs === 0) return <p class="earth">{words.nothingStuck}</p>;
  return (
    <Slip
      title={words.outlook}
      lines={[
        { label: words.households, value: number(seen.households) },
        { label: words.lots, value: counted(seen.lots, seen.lotGrams) },
        { label: words.offers, value: counted(seen.offers, seen.offerGrams) },
        { label: words.deals, value: counted(seen.deals, seen.dealGrams) },
        { label: words.runs, value: number(seen.runs) },
        { label: words.permits, value: number(seen.permits) },
      ]}
    >
      <div class="stack">
        {seen.orders.length > 0 && (
          <section class="stack tight">
            <h3>{words.orders}</h3>
            <ul class="list">
              {seen.orders.map((order) => (
                <li key={order.number}>
                  {order.number} · {load(order.grams)} · {when(order.readyFrom)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {seen.runsListed.length > 0 && (
          <section class="stack tight">
            <h3>{words.runsListed}</h3>
            <ul class="list">
              {seen.runsListed.map((run) => (
                <li key={run.number}>
                  {run.number} · {run.plate} · {when(run.startsAt)}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="earth">{words.told}</p>
      </div>
    </Slip>
  );
}
