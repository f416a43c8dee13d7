import { useLocation } from 'preact-iso/router';
import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Choices, Switch } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { JoinLots, LotAndOthers, ShowFirst } from './more-documents.js';
import { say } from './more-words.js';

type Read = ResultOf<typeof LotAndOthers>;
type Lot = NonNullable<Read['lot']>;

const HOURS = ['2', '6', '12'] as const;
const HOUR_MS = 3_600_000;
/** Buyers shown before the rest is asked for. */
const FIRST_BUYERS = 5;

const momentOf = (at: unknown): string => fmt().moment(new Date(String(at)), new Date());

/** What is done with a lot now and then: shown first to some buyers, joined to another of the household. */
export default function MoreOfLotScreen({ params }: RouteProps) {
  const words = say();
  const id = params['id'] ?? '';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(LotAndOthers, { id });
  const lot = data?.lot;
  return (
    <Screen title={words.title} code="A18" back={`/app/lo/${id}`}>
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} height={12} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && (!lot || lot.state === 'CLOSED') && <p>{words.gone}</p>}
        {data && lot && lot.state !== 'CLOSED' && (
          <>
            <h2>{titled(named(lot.crop))}</h2>
            <SeenFirst lot={lot} buyers={data.knownBuyers} onDone={refresh} />
            <Joining lot={lot} lots={data.myLots.nodes} />
          </>
        )}
      </div>
    </Screen>
  );
}

interface SeenFirstProps {
  lot: Lot;
  buyers: Read['knownBuyers'];
  onDone: () => void;
}

function SeenFirst({ lot, buyers, onDone }: SeenFirstProps) {
  const words = say();
  const deed = useDeed();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [hours, setHours] = useState<(typeof HOURS)[number] | null>(null);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? buyers : buyers.slice(0, FIRST_BUYERS);
  const now = Date.now();
  const end = new Date(lot.readyTo).getTime();
  const open = HOURS.filter((one) => now + Number(one) * HOUR_MS <= end);
  const isShut = lot.openToAllAt !== null && new Date(lot.openToAllAt).getTime() > now;
  const show = async (partyIds: readonly string[], openToAllAt: string | null): Promise<void> => {
    const wish = { lotId: lot.id as Id, expectedVersion: lot.version };
    const input = { ...wish, partyIds: partyIds as Id[], openToAllAt };
    if (await deed.run(ShowFirst, input)) onDone();
  };
  return (
    <Card title={words.first}>
      <p class="earth">{words.firstNote}</p>
      {isShut && (
        <>
          <p class="soon">{words.onlySome(momentOf(lot.openToAllAt))}</p>
          <Button isWide isDisabled={deed.isBusy} onPress={() => void show([], null)}>
            {words.openNow}
          </Button>
        </>
      )}
      {buyers.length === 0 && <p>{words.nobodyKnown}</p>}
      {shown.map(({ id, name, kind }) => (
        <Switch
          key={id}
          label={name}
          note={words.kinds[kind] ?? ''}
          isOn={chosen.includes(id)}
          onChange={(isOn) =>
            setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
      {shown.length < buyers.length && (
        <Button look="quiet" isWide onPress={() => setWhole(true)}>
          {words.more(buyers.length - shown.length)}
        </Button>
      )}
      {chosen.length > 0 && open.length === 0 && <p class="wrong">{words.tooLate}</p>}
      {chosen.length > 0 && open.length > 0 && (
        <Choices
          name="open-at"
          legend={words.openAt}
          choices={open.map((value) => ({
            value,
            label: words.inHours(Number(value), momentOf(new Date(now + Number(value) * HOUR_MS))),
          }))}
          value={hours}
          onChange={setHours}
        />
      )}
      <NotDone why={deed.notDone} />
      {chosen.length > 0 && hours !== null && (
        <Button
          look="main"
          isWide
          isDisabled={deed.isBusy}
          onPress={() =>
            void show(chosen, new Date(Date.now() + Number(hours) * HOUR_MS).toISOString())
          }
        >
          {words.show}
        </Button>
      )}
    </Card>
  );
}

function Joining({ lot, lots }: { lot: Lot; lots: Read['myLots']['nodes'] }) {
  const words = say();
  const deed = useDeed();
  const { route } = useLocation();
  const [intoId, setInto] = useState<string | null>(null);
  const others = lots.filter(
    (one) =>
      one.id !== lot.id &&
      one.state !== 'CLOSED' &&
      one.crop.code === lot.crop.code &&
      one.household?.id === lot.household?.id,
  );
  const into = others.find(({ id }) => id === intoId);
  const join = async (): Promise<void> => {
    if (!into) return;
    const input = { lotId: lot.id as Id, intoLotId: into.id as Id, expectedVersion: into.version };
    if (await deed.run(JoinLots, input)) route(`/app/lo/${into.id}`);
  };
  return (
    <Card title={words.join}>
      <p class="earth">{words.joinNote}</p>
      {others.length === 0 ? (
        <p>{words.noOther}</p>
      ) : (
        <Choices
          name="into"
          legend={words.into}
          choices={others.map(({ id, readyFrom, grades }) => ({
            value: id,
            label: `${titled(named(lot.crop))} · ${momentOf(readyFrom)}`,
            note: words.from(fmt().kg(grades.reduce((sum, { freeGrams }) => sum + freeGrams, 0))),
          }))}
          value={intoId}
          onChange={setInto}
        />
      )}
      <NotDone why={deed.notDone} />
      {into && (
        <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void join()}>
          {words.joinYes}
        </Button>
      )}
    </Card>
  );
}
