import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Switch } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { ReplaceAllocation, Suggestion } from './documents.js';
import { say } from './words.js';

/** AL-11: what a stop did not give is taken of lots that stand by, the smallest detour first. */
export default function ReplaceScreen({ params, query }: RouteProps) {
  const words = say();
  const stopId = params['id'] ?? '';
  const runPath = `/app/chuyen/${query['chuyen'] ?? ''}`;
  const { data, isLoading, fault, refresh } = useRead(Suggestion, { stopId });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const deed = useDeed();
  const { route } = useLocation();
  const answer = data?.suggestReplacements;
  const suggestion = answer?.__typename === 'ReplacementSuggestion' ? answer : undefined;
  const isShort = suggestion !== undefined && suggestion.missing > 0;
  const options = isShort ? suggestion.options : [];

  const take = async (): Promise<void> => {
    const backupIds = options
      .map(({ backupId }) => backupId)
      .filter((backupId) => chosen.includes(backupId));
    const at = new Date().toISOString();
    if (await deed.run(ReplaceAllocation, { stopId, at, backupIds })) route(runPath);
    else refresh();
  };
  return (
    <Screen
      title={words.replace}
      code="S3"
      back={runPath}
      action={
        options.length > 0 ? (
          <Button
            look="main"
            isWide
            isDisabled={chosen.length === 0 || deed.isBusy}
            onPress={() => void take()}
          >
            {chosen.length === 0 ? words.choose : words.take(fmt().number(chosen.length))}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        {!data && isLoading && <Skeleton rows={3} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {answer?.__typename === 'Refused' && <NotDone why={{ ...answer, field: null }} />}
        <NotDone why={deed.notDone} />
        {suggestion && (
          <p class="lead">
            {isShort ? words.missing(fmt().load(suggestion.missing)) : words.enough}
          </p>
        )}
        {isShort && options.length === 0 && (
          <EmptyState
            picture={<Icon name="truck" size={56} />}
            title={words.noOption}
            note={words.noOptionNote}
          />
        )}
        {options.map(({ backupId, grams, detourMinutes, backup }) => (
          <Switch
            key={backupId}
            label={`${fmt().kg(grams)} · ${fmt().perKg(backup.vndPerKg)}`}
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
