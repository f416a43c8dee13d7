import { useState } from 'preact/hooks';
import { dayOf, daysBetween, plusDays } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { grams, type Grams } from '../../../../../src/kernel/units.js';
import { act, noted } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { WeightPad } from '../../ui/keypad.js';
import { EMPTY, entryOf, weightOf } from '../../ui/keypad-entry.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { CropBook } from '../lots/documents.js';
import { Counting } from './counting.js';
import { CropReports } from './crop-reports.js';
import { ReportForecast, Reports } from './documents.js';
import { HeldNumbers } from './held-reports.js';
import { newReport, stillMeant, type ReportDraft } from './report-draft.js';
import { ReportWritten, type Written } from './report-written.js';
import { cropReports, membersRange, ownRange } from './reports.js';
import { say } from './words.js';

/** "Mai có bao nhiêu?": last time's number is one tap, another is the pad. `?ho=…&ten=…` for a member's. */
export default function ReportScreen({ query }: RouteProps) {
  const words = say();
  const householdId = (query['ho'] ?? null) as Id | null;
  const today = dayOf(new Date());
  const book = useRead(CropBook, {});
  const read = useRead(Reports, householdId === null ? ownRange(today) : membersRange(today));
  const draftKey = `report:${householdId ?? 'own'}`;
  const { value: kept, change, discard } = useDraft(draftKey, newReport(today));
  const [written, setWritten] = useState<Written | null>(null);
  const [isFull, setFull] = useState(false);

  const crops = book.data?.crops ?? [];
  const draft = kept && stillMeant(kept, today);
  const day = draft?.day ?? plusDays(today, 1);
  const daysAhead = daysBetween(today, day);
  const dayName = words.days[daysAhead] ?? '';
  const own = (read.data?.myForecasts ?? []).filter(
    ({ household }) => householdId === null || household.id === householdId,
  );
  const known = cropReports(own, day);
  const crop = crops.find(({ code }) => code === draft?.cropCode);
  const set = (part: Partial<ReportDraft>): void =>
    change({ ...(draft ?? newReport(today)), ...part });

  const report = async (cropCode: string, weight: Grams): Promise<void> => {
    const reported =
      crops.find(({ code }) => code === cropCode) ??
      known.find((one) => one.crop.code === cropCode)?.crop;
    if (!reported) return;
    const title = words.actTitle(fmt().kg(weight), named(reported), dayName);
    try {
      const waiting = await act(ReportForecast, {
        objectKey: `forecast:${householdId ?? 'own'}:${cropCode}:${day}`,
        title,
        input: { householdId, cropCode, day, grams: weight },
        draftKey,
      });
      const before = draft;
      discard(newReport(today));
      setWritten({ actId: waiting.id, cropCode, weight, daysAhead });
      setFull(false);
      noted(words.noted(fmt().kg(weight)), waiting, () => {
        setWritten(null);
        if (before) change(before);
      });
    } catch (full) {
      if (!(full instanceof DOMException)) throw full;
      setFull(true);
    }
  };

  const reportTrend = async (cropCode: string, trend: 'UP' | 'DOWN'): Promise<void> => {
    const reported = known.find((one) => one.crop.code === cropCode)?.crop;
    if (!reported) return;
    const title = words.actTitle(words.trendTitle[trend], named(reported), dayName);
    const waiting = await act(ReportForecast, {
      objectKey: `forecast:${householdId ?? 'own'}:${cropCode}:${day}`,
      title,
      input: { householdId, cropCode, day, trend },
    });
    noted(words.noted(words.trendTitle[trend]), waiting);
  };

  const frame = {
    title: query['ten'] ? words.forHousehold(query['ten']) : words.title,
    code: 'A2',
    back: householdId === null ? '/app' : '/app/htx',
  };
  if (written) {
    return (
      <Screen {...frame}>
        <ReportWritten
          written={written}
          crop={crops.find(({ code }) => code === written.cropCode)}
          household={householdId === null ? null : { id: householdId, name: query['ten'] ?? '' }}
          home={frame.back}
          onMore={() => setWritten(null)}
        />
      </Screen>
    );
  }
  if (!draft || (!read.data && read.isLoading) || (!book.data && book.isLoading)) {
    return (
      <Screen {...frame}>
        <Skeleton rows={2} height={12} />
      </Screen>
    );
  }
  // Without last time's numbers one can still report; without the crops one cannot.
  const fault = !book.data && book.fault;
  const weight = weightOf(draft.entry);
  const choosesCrop = draft.choosesCrop || known.length === 0;
  return (
    <Screen
      {...frame}
      action={
        crop && weight === null ? (
          <Button isWide onPress={() => void report(crop.code, grams(0))}>
            {words.nothing}
          </Button>
        ) : crop && weight !== null ? (
          <Button look="main" isWide onPress={() => void report(crop.code, weight)}>
            {words.send(fmt().kg(weight))}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        {isFull && (
          <p class="stale" role="alert">
            {words.full}
          </p>
        )}
        {fault && (
          <ErrorState
            fault={fault}
            onRetry={() => {
              read.refresh();
              book.refresh();
            }}
          />
        )}
        {!fault && crop && (
          <section class="stack tight">
            <h2>
              {titled(named(crop))} – {words.question[daysAhead]?.toLowerCase()}
            </h2>
            <WeightPad
              entry={draft.entry}
              onChange={(entry) => set({ entry })}
              units={['tan', 'ta', 'yen', 'kg']}
            />
            <Counting
              householdId={householdId}
              onWeight={(counted) => set({ entry: entryOf(counted) })}
            />
            <Button
              look="quiet"
              isWide
              icon="back"
              onPress={() => set({ cropCode: null, entry: EMPTY })}
            >
              {words.back}
            </Button>
          </section>
        )}
        {!fault && !crop && (
          <>
            {read.isKept && read.at && <KeptNote at={read.at} />}
            <HeldNumbers householdId={householdId} />
            <fieldset class="choices">
              <legend>{words.question[daysAhead]}</legend>
              <div class="toggles">
                {words.days.map((text, ahead) => (
                  <button
                    type="button"
                    class="btn"
                    key={text}
                    aria-pressed={ahead === daysAhead}
                    onClick={() => set({ day: plusDays(today, ahead), begunOn: today })}
                  >
                    {text}
                  </button>
                ))}
              </div>
            </fieldset>
            {!choosesCrop && (
              <>
                <CropReports
                  known={known}
                  householdId={householdId}
                  day={day}
                  onSame={(cropCode, same) => void report(cropCode, same)}
                  onTrend={(cropCode, trend) => void reportTrend(cropCode, trend)}
                  onOther={(cropCode) => set({ cropCode, entry: EMPTY })}
                />
                <Button isWide icon="plus" onPress={() => set({ choosesCrop: true })}>
                  {words.otherCrop}
                </Button>
              </>
            )}
            {choosesCrop && (
              <section class="stack">
                <h2>{words.whichCrop}</h2>
                <div class="tiles">
                  {crops.map((one) => (
                    <button
                      type="button"
                      class="btn tall"
                      key={one.code}
                      onClick={() => set({ cropCode: one.code, entry: EMPTY })}
                    >
                      <CropDrawing code={one.code} size={56} />
                      {titled(named(one))}
                    </button>
                  ))}
                </div>
              </section>
            )}
          </>
        )}
      </div>
    </Screen>
  );
}
