import { useState } from 'preact/hooks';
import { dayOf, isDay, type Day } from '../../../../../src/kernel/day.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { Field } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { dayText } from '../../words/format.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { dayMonthText, draftOf, newWindow, type WindowDraft } from './calendar-draft.js';
import { CropCalendarOn, type CalendarCrop, type Window } from './calendar-documents.js';
import { CalendarForm } from './calendar-form.js';
import { say } from './calendar-words.js';

const keyOf = ({ cropCode, varietyCode, season, validFrom }: Window): string =>
  [cropCode, varietyCode, season, validFrom].join('/');

/** PL-10: when each crop is picked and how long it keeps, as of a day; the office changes it from a day on. */
export default function CalendarScreen() {
  const words = say();
  const today = dayOf(new Date());
  const [asOf, setAsOf] = useState<Day>(today);
  const [draft, setDraft] = useState<WindowDraft | null>(null);
  const { data, at, isKept, isLoading, fault, refresh } = useRead(CropCalendarOn, { asOf });
  const crops = data?.crops ?? [];
  const from = asOf > today ? asOf : today;
  if (draft) {
    return (
      <CalendarForm
        draft={draft}
        crops={crops}
        onChange={setDraft}
        onSaved={(validFrom) => {
          setDraft(null);
          setAsOf(validFrom);
          refresh();
        }}
        onCancel={() => setDraft(null)}
      />
    );
  }
  return (
    <Screen
      title={words.title}
      code="O9"
      back="/app/vp/ke-hoach"
      density="desk"
      action={
        crops[0] && (
          <Button
            look="main"
            isWide
            icon="plus"
            onPress={() => crops[0] && setDraft(newWindow(crops[0].code, from))}
          >
            {words.add}
          </Button>
        )
      }
    >
      <div class="stack">
        <Field id="as-of" label={words.onDay} hint={words.intro}>
          {(tied) => (
            <input
              class="input"
              type="date"
              {...tied}
              value={asOf}
              onChange={({ currentTarget: { value } }) => {
                if (isDay(value)) setAsOf(value);
              }}
            />
          )}
        </Field>
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && data.cropCalendar.windows.length === 0 && (
          <EmptyState
            picture={<Icon name="calendar" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {data && data.cropCalendar.coming.length > 0 && (
          <Card title={words.coming}>
            {data.cropCalendar.coming.map((window) => (
              <p key={keyOf(window)}>
                <b>
                  {titled(words.since(dayText(window.validFrom)))}: {nameOf(crops, window)},{' '}
                  {words.season[window.season].toLowerCase()}
                </b>{' '}
                <WindowText window={window} />
              </p>
            ))}
          </Card>
        )}
        <div class="columns">
          {crops.map((crop) => (
            <CropCard
              key={crop.code}
              crop={crop}
              windows={(data?.cropCalendar.windows ?? []).filter(
                ({ cropCode }) => cropCode === crop.code,
              )}
              onEdit={(window) => setDraft(draftOf(window, from))}
            />
          ))}
        </div>
      </div>
    </Screen>
  );
}

function nameOf(crops: readonly CalendarCrop[], { cropCode, varietyCode }: Window): string {
  const crop = crops.find(({ code }) => code === cropCode);
  const variety = crop?.varieties.find(({ code }) => code === varietyCode);
  return variety ? named(variety) : crop ? named(crop) : cropCode;
}

interface CropCardProps {
  crop: CalendarCrop;
  windows: readonly Window[];
  onEdit: (window: Window) => void;
}

function CropCard({ crop, windows, onEdit }: CropCardProps) {
  const words = say();
  if (windows.length === 0) return null;
  return (
    <Card
      title={
        <span class="row">
          <CropDrawing code={crop.code} size={40} />
          {titled(named(crop))}
        </span>
      }
    >
      {windows.map((window) => (
        <div class="row apart wrap" key={keyOf(window)}>
          <p>
            <b>{words.season[window.season]}</b>
            {window.varietyCode && ` · ${nameOf([crop], window)}`}
            <br />
            <WindowText window={window} />
            <br />
            <span class="earth">{words.since(dayText(window.validFrom))}</span>
          </p>
          <Button icon="edit" onPress={() => onEdit(window)}>
            {words.edit}
          </Button>
        </div>
      ))}
    </Card>
  );
}

function WindowText({ window }: { window: Window }) {
  const words = say();
  const quintals = (kgPerHa: number): string => fmt().number(Math.round(kgPerHa / 10) / 10);
  return (
    <>
      {words.picked(dayMonthText(window.opens), dayMonthText(window.closes))} ·{' '}
      {words.yields(quintals(window.usualKgPerHa), quintals(window.mostKgPerHa))} ·{' '}
      {words.keeps(String(window.shelfDaysFrom), String(window.shelfDaysTo))}
    </>
  );
}
