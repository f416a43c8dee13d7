import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { act, noted, queue } from '../../offline/phone.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Switch } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { OneRun } from '../runs/run-documents.js';
import { stopsOnScreen } from '../runs/stops-on-screen.js';
import { ReplaceAllocation, RunReplacements } from './replace-documents.js';
import { say } from './replace-words.js';
import { shortageHere } from './shortage-here.js';

/** AL-11: what a stop did not give is taken of lots that stand by, the smallest detour first; with and without signal. */
export default function ReplaceScreen({ params, query }: RouteProps) {
  const words = say();
  const runId = params['id'] ?? '';
  const runPath = `/app/chuyen/${runId}`;
  const books = useRead(RunReplacements, { runId });
  const run = useRead(OneRun, { id: runId });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { route } = useLocation();
  const answer = books.data?.runReplacements;
  const readAt = books.at;
  const stops = stopsOnScreen(run.data?.run?.stops ?? [], queue.value, run.at?.getTime() ?? 0);
  const stop =
    stops.find(({ id }) => id === query['diem']) ??
    stops.find(({ state }) => state === 'FAILED' || state === 'PARTIAL') ??
    stops[0];
  const shortage =
    answer?.__typename === 'RunReplacements' && stop && readAt
      ? shortageHere(
          { id: stop.id, promised: stop.grams },
          answer.stops,
          queue.value,
          readAt.getTime(),
        )
      : undefined;
  const options = shortage?.options ?? [];
  const taken = [...(shortage?.takenOf(chosen) ?? [])];
  const kg = fmt().kg(taken.reduce((sum, [, grams]) => sum + grams, 0));

  const take = async (): Promise<void> => {
    if (!stop || !shortage) return;
    const backupIds = taken.map(([id]) => id);
    const names = options
      .filter(({ backupId }) => backupIds.includes(backupId))
      .map(({ backup }) => backup.household?.name ?? backup.commune.name);
    const title = words.takeTitle(kg, names.join(', '));
    const takenGrams = taken.reduce((sum, [, grams]) => sum + grams, 0);
    const waiting = await act(ReplaceAllocation, {
      objectKey: `run:${runId}`,
      title,
      input: {
        stopId: stop.id,
        at: new Date().toISOString(),
        backupIds,
        seen: { missingGrams: shortage.missing, takenGrams: takenGrams as typeof shortage.missing },
      },
    });
    noted(title, waiting);
    route(runPath);
  };
  return (
    <Screen
      title={words.replace}
      code="S3"
      back={runPath}
      action={
        options.length > 0 ? (
          <Button look="main" isWide isDisabled={taken.length === 0} onPress={() => void take()}>
            {taken.length === 0 ? words.choose : words.take(kg, fmt().number(taken.length))}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        {books.isKept && readAt && <KeptNote at={readAt} />}
        {!answer && books.isLoading && <Skeleton rows={3} />}
        {!answer && books.fault && <ErrorState fault={books.fault} onRetry={books.refresh} />}
        {answer?.__typename === 'Refused' && <NotDone why={{ ...answer, field: null }} />}
        {shortage && (
          <p class="lead">
            {shortage.missing > 0 ? words.missing(fmt().load(shortage.missing)) : words.enough}
          </p>
        )}
        {shortage && shortage.missing > 0 && options.length === 0 && (
          <EmptyState
            picture={<Icon name="truck" size={56} />}
            title={words.noOption}
            note={words.noOptionNote}
          />
        )}
        {options.map(({ backupId, takes, detourMinutes, backup }) => (
          <Switch
            key={backupId}
            label={`${fmt().kg(takes)} · ${fmt().perKg(backup.vndPerKg)}`}
            note={`${backup.household?.name ?? ''} · ${backup.commune.name}, ${words.detour(fmt().number(detourMinutes))}`}
            isOn={chosen.includes(backupId)}
            onChange={(isOn) =>
              setChosen(isOn ? [...chosen, backupId] : chosen.filter((other) => other !== backupId))
            }
          />
        ))}
      </div>
    </Screen>
  );
}
