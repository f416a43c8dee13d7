import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { Field } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { LOOKS } from './backup-look.js';
import { AskBackups, OrderBackups, type OrderBackup } from './documents.js';
import { say } from './words.js';

const SHARES = [5, 10, 20, 30];
/** A tenth, as the server takes it when nothing is said. */
const USUAL = 10;
/** Orders that may still be short of something. */
const OPEN = new Set(['SOURCING', 'ALLOCATED', 'COMMITTED', 'IN_PICKUP']);

/** Which households stand by for an order, and asking more of them. */
export default function OrderBackupsScreen({ params }: RouteProps) {
  const words = say();
  const orderId = params['id'] ?? '';
  const { data, isLoading, fault, refresh } = useRead(OrderBackups, { id: orderId });
  const [percent, setPercent] = useState(USUAL);
  const deed = useDeed();
  const order = data?.order;
  const backups = order?.backups ?? [];
  const ready = backups.filter(({ state }) => state === 'READY');

  const ask = async (): Promise<void> => {
    await deed.run(AskBackups, { orderId, shareBp: percent * 100 });
    refresh();
  };
  return (
    <Screen
      title={words.ofOrder}
      code="S2"
      back={`/app/gom/${orderId}`}
      action={
        order && OPEN.has(order.state) ? (
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void ask()}>
            {words.ask}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {order && (
          <>
            <p class="earth">{words.ofOrderNote}</p>
            {backups.length === 0 && (
              <EmptyState
                picture={<Icon name="people" size={56} />}
                title={words.none}
                note={words.noneNote}
              />
            )}
            {backups.length > 0 && (
              <Card title={words.ready(fmt().load(ready.reduce((sum, one) => sum + one.grams, 0)))}>
                <ul class="list">
                  {backups.map((backup) => (
                    <StandingBy key={backup.id} backup={backup} />
                  ))}
                </ul>
              </Card>
            )}
            <NotDone why={deed.notDone} />
            {OPEN.has(order.state) && (
              <Field id="phan" label={words.share}>
                {(tied) => (
                  <select
                    class="input"
                    {...tied}
                    value={percent}
                    onChange={({ currentTarget }) => setPercent(Number(currentTarget.value))}
                  >
                    {SHARES.map((share) => (
                      <option key={share} value={share}>
                        {words.percent(fmt().number(share))}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}

function StandingBy({ backup }: { backup: OrderBackup }) {
  const words = say();
  const { state, grams, vndPerKg, grade, commune, household } = backup;
  return (
    <li class="row apart">
      <span>
        <b>{fmt().kg(grams)}</b> {named(grade)} · {fmt().perKg(vndPerKg)}
        <br />
        <span class="earth">
          {household?.name ?? words.hidden} · {commune.name}
        </span>
      </span>
      <Chip {...LOOKS[state]}>{words.states[state]}</Chip>
      {household?.phone && (
        <LinkButton href={`tel:${household.phone}`} icon="phone">
          {words.call}
        </LinkButton>
      )}
    </li>
  );
}
