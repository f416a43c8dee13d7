import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { sumGrams } from '../../../../../src/kernel/units.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { ClosePool, MyPools, type Pool } from './documents.js';
import { NewPool } from './new-pool.js';
import { say } from './words.js';

/** What a cooperative shows to the market as one, and how it puts it together. */
export default function PoolsScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(MyPools, {});
  const [isNew, setNew] = useState(false);
  const pools = data?.myPooledListings.nodes ?? [];
  if (isNew)
    return (
      <NewPool
        onDone={() => {
          setNew(false);
          refresh();
        }}
      />
    );
  return (
    <Screen
      title={words.title}
      code="H5"
      back="/app"
      action={
        <Button look="main" isWide icon="plus" onPress={() => setNew(true)}>
          {words.add}
        </Button>
      }
    >
      <div class="stack">
        <p>{words.intro}</p>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} height={8} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && pools.length === 0 && (
          <EmptyState
            picture={<Icon name="basket" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {pools.map((pool) => (
          <PoolCard key={pool.id} pool={pool} onClosed={refresh} />
        ))}
      </div>
    </Screen>
  );
}

function PoolCard({ pool, onClosed }: { pool: Pool; onClosed: () => void }) {
  const words = say();
  const deed = useDeed();
  const [isAsked, setAsked] = useState(false);
  const isOpen = pool.closedAt === null;
  const close = async (): Promise<void> => {
    setAsked(false);
    if (await deed.run(ClosePool, { listingId: pool.id as Id })) onClosed();
  };
  return (
    <Card
      title={titled(named(pool.variety ?? pool.crop))}
      aside={
        <Chip tone={isOpen ? 'green' : 'plain'} icon={isOpen ? 'stall' : 'lock'}>
          {isOpen ? words.open : words.over}
        </Chip>
      }
    >
      <p>
        <b class="num">{fmt().load(sumGrams(pool.grades.map(({ freeGrams }) => freeGrams)))}</b> ·{' '}
        {words.of(fmt().number(pool.lotCount), fmt().number(pool.householdCount))}
      </p>
      {pool.grades.map(({ grade, freeGrams, leastVndPerKg: least, mostVndPerKg: most }) => (
        <p class="row apart earth" key={grade.code}>
          <span>
            <b class="num">{fmt().load(freeGrams)}</b> {named(grade)}
          </span>
          <span class="num">
            {least === null || most === null
              ? words.price
              : least === most
                ? fmt().perKg(least)
                : `${fmt().number(least)} – ${fmt().perKg(most)}`}
          </span>
        </p>
      ))}
      {pool.note && <p class="said">{pool.note}</p>}
      <NotDone why={deed.notDone} />
      {isOpen && (
        <Button isWide isDisabled={deed.isBusy} onPress={() => setAsked(true)}>
          {words.close}
        </Button>
      )}
      <ConfirmSheet
        title={words.closeAsk}
        note={words.closeNote}
        yes={words.close}
        no={words.keep}
        isOpen={isAsked}
        onNo={() => setAsked(false)}
        onYes={() => void close()}
      />
    </Card>
  );
}
