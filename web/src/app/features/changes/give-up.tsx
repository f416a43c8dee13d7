import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { BindingSheet } from '../../ui/binding-sheet.js';
import { Button } from '../../ui/button.js';
import { Choices, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { Sheet } from '../../ui/sheet.js';
import { Slip } from '../../ui/slip.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { CancelDeal, CancellationOutlook, ReportBreach } from './documents.js';
import { sumLines } from './sums.js';
import { say } from './words.js';

type Cause = keyof ReturnType<typeof say>['causes'];
type Side = 'BUYER' | 'SELLER';

/** As the server keeps them: what a side may give a deal up for, and what it may say of the other. */
const GIVEN: Readonly<Record<Side, readonly Cause[]>> = {
  BUYER: ['PRICE_CHANGED', 'NO_VEHICLE', 'NO_MARKET', 'ZONE_CLOSED', 'STORM', 'ROAD_CUT', 'OTHER'],
  SELLER: [
    'PRICE_CHANGED',
    'SOLD_ELSEWHERE',
    'NOT_RIPE',
    'ZONE_CLOSED',
    'STORM',
    'ROAD_CUT',
    'OTHER',
  ],
};
const REPORTED: Readonly<Record<Side, readonly Cause[]>> = {
  BUYER: ['SOLD_ELSEWHERE', 'NOT_READY'],
  SELLER: ['NO_PICKUP', 'PRICE_CUT_AT_GATE', 'DEPOSIT_UNPAID'],
};
const LONGEST = 500;

interface Props {
  dealId: string;
  /** Of the deal, as it is read out on the telephone. */
  number: string;
  side: Side;
  onDone: () => void;
}

/** Whose fault it is comes first; then why; then, before anything is done, what follows. */
export function GiveUp({ dealId, number, side, onDone }: Props) {
  const words = say();
  const deed = useDeed();
  const [whose, setWhose] = useState<'mine' | 'theirs' | null>(null);
  const [cause, setCause] = useState<Cause | null>(null);
  const [note, setNote] = useState('');
  const [isLooking, setLooking] = useState(false);
  const causes = whose === 'mine' ? GIVEN[side] : REPORTED[side];
  const report = async (): Promise<void> => {
    if (cause && (await deed.run(ReportBreach, { dealId, cause, note }))) onDone();
  };
  return (
    <div class="stack">
      <Choices
        name="whose"
        legend={words.giveUp}
        choices={[
          { value: 'mine', label: words.mine },
          { value: 'theirs', label: words.theirs },
        ]}
        value={whose}
        onChange={(next) => {
          setWhose(next);
          setCause(null);
        }}
      />
      {whose && (
        <Choices
          name="cause"
          legend={whose === 'mine' ? words.why : words.what}
          choices={causes.map((value) => ({ value, label: words.causes[value] }))}
          value={cause}
          onChange={setCause}
        />
      )}
      {cause && (
        <>
          <TextField
            id="note"
            label={words.note}
            hint={words.noteHint}
            isOptional={whose === 'mine'}
            autocomplete="off"
            maxLength={LONGEST}
            error={saidAt(deed.notDone, 'note')}
            value={note}
            onChange={setNote}
          />
          {whose === 'mine' ? (
            <Button look="main" isWide onPress={() => setLooking(true)}>
              {words.look}
            </Button>
          ) : (
            <>
              <p class="earth">{words.sendNote}</p>
              <NotDone why={saidElsewhere(deed.notDone, 'note')} />
              <Button
                look="stop"
                isWide
                isDisabled={deed.isBusy || note.trim() === ''}
                onPress={() => void report()}
              >
                {words.send}
              </Button>
            </>
          )}
        </>
      )}
      <Sheet title={words.outlook} isOpen={isLooking} onClose={() => setLooking(false)}>
        {isLooking && cause && (
          <Outlook
            dealId={dealId}
            number={number}
            cause={cause}
            note={note}
            onKeep={() => setLooking(false)}
            onDone={onDone}
          />
        )}
      </Sheet>
    </div>
  );
}

interface OutlookProps {
  dealId: string;
  number: string;
  cause: Cause;
  note: string;
  onKeep: () => void;
  onDone: () => void;
}

function Outlook({ dealId, cause, ...rest }: OutlookProps) {
  const { data, fault, isLoading, refresh } = useRead(CancellationOutlook, { dealId, cause });
  const seen = data?.previewCancellation;
  if (!seen && isLoading) return <Skeleton rows={3} />;
  if (!seen) return fault ? <ErrorState fault={fault} onRetry={refresh} /> : null;
  if (seen.__typename !== 'CancellationPreview')
    return <NotDone why={{ message: seen.message, nextStep: seen.nextStep, field: null }} />;
  return <Decide {...{ dealId, cause, ...rest, seen, refresh }} />;
}

type Seen = Extract<
  ResultOf<typeof CancellationOutlook>['previewCancellation'],
  { __typename: 'CancellationPreview' }
>;

function Decide({
  dealId,
  number,
  cause,
  note,
  seen,
  onKeep,
  onDone,
  refresh,
}: OutlookProps & { seen: Seen; refresh: () => void }) {
  const words = say();
  const deed = useDeed();
  const { damagesVnd, toPayVnd } = seen;
  const [isSure, setSure] = useState(false);
  const giveUp = async (): Promise<string | undefined> => {
    const done = await deed.run(CancelDeal, {
      dealId,
      cause,
      note: note.trim() || null,
      damagesVnd,
      toPayVnd,
    });
    if (!done) refresh();
    return done && number;
  };
  return (
    <>
      <Slip
        title={words.causes[cause]}
        aside={words.stages[seen.stage]}
        lines={[{ label: words.goods, value: fmt().vnd(seen.goodsVnd) }, ...sumLines(seen)]}
      />
      {damagesVnd === 0 && !seen.isForceMajeure && <p>{words.nothing}</p>}
      {seen.isForceMajeure && <p>{words.judged}</p>}
      {seen.plate && <p>{words.plate(seen.plate)}</p>}
      <NotDone why={deed.notDone} />
      <Button look="main" isWide onPress={onKeep}>
        {words.keep}
      </Button>
      <Button look="stop" isWide isDisabled={deed.isBusy} onPress={() => setSure(true)}>
        {words.confirm}
      </Button>
      <BindingSheet
        title={words.confirm}
        isOpen={isSure}
        send={giveUp}
        done={words.givenUp}
        onClose={() => {
          setSure(false);
          onDone();
        }}
      />
    </>
  );
}
