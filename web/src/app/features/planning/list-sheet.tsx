import { useState } from 'preact/hooks';
import { Fault } from '../../api/fault.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { weightTyped } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { fmt, say as shell } from '../../words/words.js';
import { say } from './gather-words.js';
import { SheetPick } from './sheet-pick.js';
import { sheetRows, type Said } from './sheet-rows.js';

interface SheetRow {
  line: number;
  name: string;
  typed: string;
  householdId: string | null;
  echo: string | null;
  grams: number | null;
  problem: Said | null;
}

export interface ListSheetProps {
  day: string;
  cropCode: string;
  /** What was typed in the sheet, by household. */
  onTake: (typed: Record<string, string>) => void;
}

/** The list as a spreadsheet: out, and back in with every row looked at before anything is written. */
export function ListSheet({ day, cropCode, onTake }: ListSheetProps) {
  const words = say();
  const [rows, setRows] = useState<readonly SheetRow[] | null>(null);
  const [isReading, setReading] = useState(false);
  const [why, setWhy] = useState<Said | null>(null);
  const [taken, setTaken] = useState(0);
  const number = fmt().number;

  const read = async (file: File): Promise<void> => {
    setReading(true);
    setTaken(0);
    setWhy(null);
    try {
      const answer = await sheetRows('/planning/forecast-list', file);
      setRows('rows' in answer ? (answer.rows as SheetRow[]) : null);
      setWhy('rows' in answer ? null : answer);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setRows(null);
      setWhy(shell().faults[fault.code]);
    } finally {
      setReading(false);
    }
  };
  const good = (rows ?? []).filter(({ problem }) => problem === null);
  const bad = (rows ?? []).filter(({ problem }) => problem !== null);
  const take = (): void => {
    onTake(
      Object.fromEntries(
        good.flatMap((row) =>
          row.householdId && row.grams !== null ? [[row.householdId, weightTyped(row.grams)]] : [],
        ),
      ),
    );
    setTaken(good.length);
    setRows(null);
  };

  return (
    <Card title={words.sheet}>
      <p class="earth">{words.sheetNote}</p>
      <div class="stack tight">
        <LinkButton
          isWide
          icon="download"
          href={`/planning/forecast-list.xlsx?day=${day}&cropCode=${cropCode}`}
        >
          {words.download}
        </LinkButton>
        <SheetPick
          label={isReading ? words.reading : words.choose}
          onPick={(file) => void read(file)}
        />
      </div>
      <NotDone why={why && { ...why, field: null }} />
      {taken > 0 && <p role="status">{words.taken(number(taken))}</p>}
      {rows && (
        <div class="stack tight" role="status">
          <p>
            <b>{words.read(number(good.length), number(bad.length))}</b>
          </p>
          {bad.map(({ line, name, typed, problem }) => (
            <p key={line} class="wrong">
              <span>
                <b>
                  {words.line(number(line))} · {name} · {typed}:
                </b>{' '}
                {problem?.message} {problem?.nextStep}
              </span>
            </p>
          ))}
          {good.map(({ line, name, echo }) => (
            <p key={line} class="row apart">
              <span>{name}</span>
              <span class="num earth">{echo}</span>
            </p>
          ))}
          {good.length > 0 && (
            <Button look="main" isWide onPress={take}>
              {words.take(number(good.length))}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
