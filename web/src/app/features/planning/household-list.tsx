import { useState } from 'preact/hooks';
import { Fault } from '../../api/fault.js';
import { isOnline } from '../../api/line.js';
import type { ResultOf, VariablesOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Switch } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { PhotoPick } from '../../ui/photo-pick.js';
import { fmt, say as shell } from '../../words/words.js';
import { session } from '../../session.js';
import { usePaper } from '../accounts/use-paper.js';
import { ImportHouseholds } from './roster-documents.js';
import { say } from './roster-words.js';
import { SheetPick } from './sheet-pick.js';
import { sheetRows, type Said } from './sheet-rows.js';

type Row = VariablesOf<typeof ImportHouseholds>['input']['rows'][number];
type Looked = Extract<
  ResultOf<typeof ImportHouseholds>['importHouseholds'],
  { __typename: 'HouseholdImport' }
>['rows'][number];

/** A list of households as a sheet: looked at row by row first, entered with the photograph of what the households signed. */
export function HouseholdList() {
  const words = say();
  const deed = useDeed();
  const [isReading, setReading] = useState(false);
  const [why, setWhy] = useState<Said | null>(null);
  const [typed, setTyped] = useState<readonly Row[]>([]);
  const [looked, setLooked] = useState<readonly Looked[]>([]);
  const [others, setOthers] = useState<readonly number[]>([]);
  const paper = usePaper();
  const [letsSell, setLetsSell] = useState(false);
  const number = fmt().number;

  const look = async (file: File): Promise<void> => {
    setReading(true);
    setLooked([]);
    setOthers([]);
    try {
      const read = await sheetRows('/planning/household-list', file);
      setWhy('rows' in read ? null : read);
      if (!('rows' in read)) return;
      const rows = read.rows as Row[];
      setTyped(rows);
      const answer = await deed.run(ImportHouseholds, {
        dryRun: true,
        paperId: null,
        letsSell: null,
        rows,
      });
      if (answer) setLooked(answer.rows);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setWhy(shell().faults[fault.code]);
    } finally {
      setReading(false);
    }
  };
  const goes = ({ line, status }: Looked): boolean =>
    status === 'NEW' || (status === 'LIKELY_THERE' && others.includes(line));
  const going = looked.filter(goes).map(({ line }) => line);
  const enter = async (): Promise<void> => {
    const rows = typed
      .filter(({ line }) => going.includes(line))
      .map((row) => ({ ...row, isReallyNew: others.includes(row.line) }));
    const paperId = await paper.send();
    if (!paperId) return;
    const answer = await deed.run(ImportHouseholds, { dryRun: false, paperId, letsSell, rows });
    if (!answer) return;
    const written = new Map(answer.rows.map((row) => [row.line, row]));
    setLooked(looked.map((row) => written.get(row.line) ?? row));
  };

  return (
    <Card title={words.list}>
      <p class="earth">{words.listNote}</p>
      <div class="stack tight">
        <LinkButton isWide icon="download" href="/planning/household-list.xlsx">
          {words.template}
        </LinkButton>
        <SheetPick
          label={isReading ? words.reading : words.choose}
          onPick={(file) => void look(file)}
        />
      </div>
      <NotDone why={why ? { ...why, field: null } : deed.notDone} />
      {looked.length > 0 && (
        <p role="status">
          <b>{words.counted(number(going.length), number(looked.length))}</b>
        </p>
      )}
      <ul class="list">
        {looked.map((row) => (
          <LookedRow
            key={row.line}
            row={row}
            isAnother={others.includes(row.line)}
            onAnother={(isAnother) =>
              setOthers(others.filter((one) => one !== row.line).concat(isAnother ? row.line : []))
            }
          />
        ))}
      </ul>
      {going.length > 0 && (
        <>
          <p>{words.paperNote}</p>
          <PhotoPick
            label={words.paper}
            alt={words.paperAlt}
            photo={paper.photo}
            onPhoto={paper.setPhoto}
          />
          {session.value?.role !== 'ADMIN' && (
            <Switch label={words.letsSell} isOn={letsSell} onChange={setLetsSell} />
          )}
          <NotDone why={paper.why} />
          <Button
            look="main"
            isWide
            isDisabled={!paper.photo || paper.isSending || deed.isBusy || !isOnline.value}
            onPress={() => void enter()}
          >
            {paper.photo ? words.enter(number(going.length)) : words.paperNeeded}
          </Button>
        </>
      )}
    </Card>
  );
}

interface LookedRowProps {
  row: Looked;
  isAnother: boolean;
  onAnother: (isAnother: boolean) => void;
}

function LookedRow({ row, isAnother, onAnother }: LookedRowProps) {
  const words = say();
  const { line, name, status, problems } = row;
  return (
    <li class="stack tight">
      <span class="row apart">
        <span>
          <span class="earth num">{words.line(fmt().number(line))}</span> <b>{name}</b>
        </span>
        <span class={status === 'REFUSED' ? 'soon' : 'earth'}>{words.status[status]}</span>
      </span>
      {problems.map(({ column, refusal }) => (
        <span key={column}>
          <b>{column}:</b> {refusal.message} {refusal.nextStep}
        </span>
      ))}
      {status === 'LIKELY_THERE' && (
        <Switch label={words.another} isOn={isAnother} onChange={onAnother} />
      )}
    </li>
  );
}
