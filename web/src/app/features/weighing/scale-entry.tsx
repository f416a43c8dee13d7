import { useState } from 'preact/hooks';
import { tareOf } from '../../../../../src/weighing/domain/ticket.js';
import { grams } from '../../../../../src/kernel/units.js';
import { act } from '../../offline/phone.js';
import { Button, IconButton } from '../../ui/button.js';
import { EMPTY, entryOf, weightOf } from '../../ui/keypad-entry.js';
import { WeightPad } from '../../ui/keypad.js';
import { Sheet } from '../../ui/sheet.js';
import { fmt, locale } from '../../words/words.js';
import { CorrectWeigh, RecordWeigh, RemoveWeigh } from './scale-documents.js';
import { scaleKey, type ScaleRow } from './scale-rows.js';
import { gradeName, type CrateType, type Ticket } from './scale-ticket.js';
import { say } from './scale-words.js';

interface ScaleEntryProps {
  ticket: Ticket;
  crateTypes: readonly CrateType[];
  /** The load before: the next one is mostly of the same grade in the same crates. */
  last: ScaleRow | undefined;
  /** The row to correct; null for a new one. */
  row: ScaleRow | null;
  isOpen: boolean;
  onClose: () => void;
}

/** One load: what grade, what the scale says, in how many crates. */
export function ScaleEntry({ ticket, crateTypes, last, row, isOpen, onClose }: ScaleEntryProps) {
  const words = say();
  const before = row ?? last;
  const [grade, setGrade] = useState(before?.gradeCode ?? ticket.deal.lines[0]?.grade.code ?? '');
  const [crateCode, setCrateCode] = useState(before?.crateCode ?? null);
  const [crates, setCrates] = useState(before?.crates ?? 0);
  const [entry, setEntry] = useState(row ? entryOf(row.grossGrams) : EMPTY);
  const [said, setSaid] = useState<{ text: string; isWrong: boolean } | null>(null);
  const { kg, number } = fmt();

  const crate = crateTypes.find(({ code }) => code === crateCode);
  const tare = crate ? tareOf(crate.tareG, crates) : grams(0);
  const gross = weightOf(entry);

  const chooseCrate = (code: string): void => {
    setCrateCode(code === '' ? null : code);
    setCrates(code === '' ? 0 : Math.max(1, crates));
  };

  const wish = { objectKey: scaleKey(ticket.id), isUndoable: false };
  const save = async (): Promise<void> => {
    if (gross === null) return;
    if (tare >= gross) return setSaid({ text: words.tareOver, isWrong: true });
    const load = { gradeCode: grade, grossGrams: gross, crateCode: crate?.code ?? null, crates };
    const title = words.recordTitle(kg(gross), gradeName(ticket, grade));
    if (row) {
      await act(CorrectWeigh, { ...wish, title, input: { ...load, rowId: row.id } });
      return onClose();
    }
    const weighedAt = new Date().toISOString();
    await act(RecordWeigh, { ...wish, title, input: { ...load, ticketId: ticket.id, weighedAt } });
    setEntry(EMPTY);
    setSaid({ text: words.saved(kg(gross)), isWrong: false });
  };
  const remove = async (): Promise<void> => {
    if (!row) return;
    const title = words.removeTitle(kg(row.grossGrams));
    await act(RemoveWeigh, { ...wish, title, input: { rowId: row.id } });
    onClose();
  };

  return (
    <Sheet
      title={row ? words.correctRow(kg(row.grossGrams)) : words.addTitle}
      isOpen={isOpen}
      onClose={onClose}
    >
      {ticket.deal.lines.length > 1 && (
        <GradeChips
          legend={words.grade}
          name="grade"
          choices={ticket.deal.lines.map((line) => ({
            value: line.grade.code,
            label: gradeName(ticket, line.grade.code),
          }))}
          value={grade}
          onChange={setGrade}
        />
      )}
      <div class="row apart">
        <select
          class="input grow"
          aria-label={words.crate}
          value={crateCode ?? ''}
          onChange={({ currentTarget: { value } }) => chooseCrate(value)}
        >
          <option value="">{words.noCrate}</option>
          {crateTypes.map((type) => (
            <option key={type.code} value={type.code}>
              {locale.value === 'vi' ? type.nameVi : type.nameEn}
            </option>
          ))}
        </select>
        {crate && (
          <span class="row stepper" role="group" aria-label={words.crates}>
            <IconButton
              icon="minus"
              label={words.fewer}
              onPress={() => setCrates(Math.max(1, crates - 1))}
            />
            <output class="lead num">{number(crates)}</output>
            <IconButton icon="plus" label={words.more} onPress={() => setCrates(crates + 1)} />
          </span>
        )}
      </div>
      <WeightPad entry={entry} onChange={setEntry} units={[]} />
      <div class="sheet-foot stack tight">
        <p class={said?.isWrong ? 'wrong' : 'earth'} role={said?.isWrong ? 'alert' : 'status'}>
          {said?.text ?? (crate && words.tareIs(kg(tare)))}
        </p>
        <Button
          look="main"
          icon="check"
          isWide
          isDisabled={gross === null || gross === 0}
          onPress={() => void save()}
        >
          {words.save}
        </Button>
      </div>
      <Button look="quiet" isWide onPress={onClose}>
        {words.finish}
      </Button>
      {row && (
        <Button look="stop" icon="trash" isWide onPress={() => void remove()}>
          {words.remove}
        </Button>
      )}
    </Sheet>
  );
}

interface GradeChipsProps {
  legend: string;
  name: string;
  choices: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of a few, side by side. */
function GradeChips({ legend, name, choices, value, onChange }: GradeChipsProps) {
  return (
    <fieldset class="chip-choices">
      <legend class="sr">{legend}</legend>
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
