import { useState } from 'preact/hooks';
import type { Day } from '../../../../../src/kernel/day.js';
import { isOnline } from '../../api/line.js';
import { useDeed } from '../../api/use-deed.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Field, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { toFirstWrong } from '../../ui/point-out.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { toast } from '../../ui/toast.js';
import { dayText } from '../../words/format.js';
import { named, titled } from '../../words/named.js';
import { isHeard, windowOf, type WindowDraft } from './calendar-draft.js';
import { SetCropWindow, type CalendarCrop } from './calendar-documents.js';
import { say } from './calendar-words.js';

interface CalendarFormProps {
  draft: WindowDraft;
  crops: readonly CalendarCrop[];
  onChange: (draft: WindowDraft) => void;
  onSaved: (validFrom: Day) => void;
  onCancel: () => void;
}

type TextPart = 'opens' | 'closes' | 'usual' | 'most' | 'shelfFrom' | 'shelfTo';

/** The name the server gives each field, for what it says of it. */
const FIELDS: Readonly<Record<TextPart, string>> = {
  opens: 'opens',
  closes: 'closes',
  usual: 'usualKgPerHa',
  most: 'mostKgPerHa',
  shelfFrom: 'shelfDaysFrom',
  shelfTo: 'shelfDaysTo',
};

const isDayMonth = (part: TextPart): boolean => part === 'opens' || part === 'closes';

const PICKED = ['cropCode', 'varietyCode', 'validFrom'];

/** One window: of which crop, when it is picked, what land gives, how long it keeps, and from which day on. */
export function CalendarForm({ draft, crops, onChange, onSaved, onCancel }: CalendarFormProps) {
  const words = say();
  const deed = useDeed();
  const window = windowOf(draft);
  const crop = crops.find(({ code }) => code === draft.cropCode);
  const variety = crop?.varieties.find(({ code }) => code === draft.varietyCode);
  const of = variety ?? crop;
  const set = (part: Partial<WindowDraft>): void => onChange({ ...draft, ...part });
  const [isTried, setTried] = useState(false);
  const errorAt = (field: string): string | undefined => saidAt(deed.notDone, field);
  const save = async (): Promise<void> => {
    if (!window) {
      setTried(true);
      toFirstWrong();
      return;
    }
    if (!(await deed.run(SetCropWindow, window))) return;
    toast(words.saved(dayText(window.validFrom)));
    onSaved(window.validFrom);
  };
  const text = (part: TextPart, hint?: string) => (
    <TextField
      id={part}
      label={words[part]}
      hint={hint}
      inputMode={isDayMonth(part) ? 'text' : 'numeric'}
      autocomplete="off"
      maxLength={10}
      error={
        isTried && !isHeard(part, draft[part])
          ? isDayMonth(part)
            ? words.noDayMonth
            : words.noNumber
          : errorAt(FIELDS[part])
      }
      value={draft[part]}
      onChange={(typed) => set({ [part]: typed })}
    />
  );
  return (
    <Screen
      title={draft.isNew || !of ? words.add : words.change(named(of), words.season[draft.season])}
      code="O9"
      density="desk"
      action={
        <>
          <Button
            look="main"
            isWide
            isDisabled={deed.isBusy || !isOnline.value}
            onPress={() => void save()}
          >
            {window ? words.save : words.needs}
          </Button>
          <Button look="quiet" isWide onPress={onCancel}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        <NotDone why={saidElsewhere(deed.notDone, ...Object.values(FIELDS), ...PICKED)} />
        {draft.isNew && (
          <PickField
            id="crop"
            label={words.crop}
            error={errorAt('cropCode')}
            value={draft.cropCode}
            options={crops.map((one) => ({ value: one.code, label: titled(named(one)) }))}
            onChange={(cropCode) => set({ cropCode, varietyCode: '' })}
          />
        )}
        {draft.isNew && (
          <PickField
            id="variety"
            label={words.variety}
            error={errorAt('varietyCode')}
            value={draft.varietyCode}
            options={[
              { value: '', label: words.everyVariety },
              ...(crop?.varieties ?? []).map((one) => ({
                value: one.code,
                label: titled(named(one)),
              })),
            ]}
            onChange={(varietyCode) => set({ varietyCode })}
          />
        )}
        {draft.isNew && (
          <PickField
            id="season"
            label={words.seasonLabel}
            value={draft.season}
            options={(['MAIN', 'OFF'] as const).map((value) => ({
              value,
              label: words.season[value],
            }))}
            onChange={(season) => set({ season: season === 'OFF' ? 'OFF' : 'MAIN' })}
          />
        )}
        {text('opens', words.dayHint)}
        {text('closes', words.dayHint)}
        {text('usual')}
        {text('most', words.mostHint)}
        {text('shelfFrom')}
        {text('shelfTo')}
        <Field
          id="valid-from"
          label={words.from}
          error={isTried && draft.validFrom === '' ? words.noDay : errorAt('validFrom')}
        >
          {(tied) => (
            <input
              class="input"
              type="date"
              {...tied}
              value={draft.validFrom}
              onChange={({ currentTarget: { value } }) => set({ validFrom: value })}
            />
          )}
        </Field>
      </form>
    </Screen>
  );
}
