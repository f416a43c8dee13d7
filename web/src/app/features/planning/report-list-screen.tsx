import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dayOf, plusDays, type Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { act } from '../../offline/phone.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button, LinkButton } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Switch } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { fmt } from '../../words/words.js';
import { DayAndCrop, mostGathered } from './day-and-crop.js';
import { ReportForecast } from './documents.js';
import { BulkForecast, Gathered, type GatheredRow } from './gather-documents.js';
import { say } from './gather-words.js';
import type { ListSheetProps } from './list-sheet.js';
import { hearContainers, memberWeight, MemberWeight } from './member-weight.js';
import { listKey, withList, type TypedLists } from './report-draft.js';

interface ListDraft {
  day: Day;
  cropCode: string | undefined;
  lists: TypedLists;
}

type Outcome = Extract<
  ResultOf<typeof BulkForecast>['communeBulkForecast'],
  { __typename: 'BulkForecast' }
>['rows'][number];

interface ReportListProps extends Partial<RouteProps> {
  /** The list as a spreadsheet, for a commune. */
  Sheet?: ComponentType<ListSheetProps>;
}

/** A clerk on the telephone: one field a household. */
export default function ReportListScreen({ Sheet }: ReportListProps) {
  const words = say();
  const today = dayOf(new Date());
  const isCommune = session.value?.role === 'COMMUNE_OFFICER';
  const { value: draft, change } = useDraft<ListDraft>('report-list', {
    day: plusDays(today, 1),
    cropCode: undefined,
    lists: {},
  });
  const day = draft && draft.day >= today ? draft.day : plusDays(today, 1);
  const { data, at, isKept, isLoading, fault, refresh } = useRead(Gathered, {
    day,
    cropCode: null,
  });
  useEffect(hearContainers, []);
  const deed = useDeed();
  const [isSilentOnly, setSilentOnly] = useState(true);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);

  const crops = data?.coopForecast.crops ?? [];
  const cropCode = (crops.find((one) => one.cropCode === draft?.cropCode) ?? mostGathered(crops))
    ?.cropCode;
  const all = (data?.coopForecast.rows ?? []).filter((row) => row.cropCode === cropCode);
  const lists = draft?.lists ?? {};
  const typed = lists[listKey(day, cropCode)] ?? {};
  const rows = all.filter(
    ({ mark, householdId }) => !isSilentOnly || mark !== 'REPORTED' || typed[householdId],
  );
  const filled = rows.filter(({ householdId }) => typed[householdId]?.trim());
  const heard = filled.flatMap(({ householdId, containers }) => {
    const grams = memberWeight(typed[householdId] ?? '', containers);
    return grams === null ? [] : [{ householdId: householdId as Id, grams }];
  });
  const canSend = heard.length > 0 && heard.length === filled.length;
  const set = (part: Partial<ListDraft>): void => change({ day, cropCode, lists, ...part });
  const setTyped = (next: Readonly<Record<string, string>>): void =>
    set({ lists: withList(lists, listKey(day, cropCode), next, today) });
  const nameOf = (id: string): string => all.find((row) => row.householdId === id)?.name ?? '';

  const sendEach = async (crop: string): Promise<void> => {
    for (const { householdId, grams } of heard) {
      await act(ReportForecast, {
        objectKey: `forecast:${householdId}:${crop}:${day}`,
        title: words.actTitle(nameOf(householdId), fmt().kg(grams)),
        input: { householdId, cropCode: crop, day, grams },
      });
    }
    toast(words.noted(fmt().number(heard.length)));
    setTyped({});
  };
  const sendList = async (crop: string): Promise<void> => {
    const answer = await deed.run(
      BulkForecast,
      { cropCode: crop, day, rows: heard },
      `${crop} ${day}`,
    );
    if (!answer) return;
    setOutcomes(answer.rows);
    // What was refused stays typed, to be mended.
    const refused = answer.rows.filter(({ status }) => status === 'REFUSED');
    setTyped(
      Object.fromEntries(refused.map(({ householdId }) => [householdId, typed[householdId] ?? ''])),
    );
    refresh();
  };
  const send = (): void => {
    if (cropCode !== undefined) void (isCommune ? sendList(cropCode) : sendEach(cropCode));
  };

  return (
    <Screen
      title={words.report}
      code="H4"
      back={isCommune ? '/app/xa' : '/app/htx/nguon'}
      action={
        <Button
          look="main"
          isWide
          isDisabled={!canSend || deed.isBusy || (isCommune && !isOnline.value)}
          onPress={send}
        >
          {canSend
            ? words.send(fmt().number(heard.length))
            : filled.length > 0
              ? words.mend
              : words.nothingTyped}
        </Button>
      }
    >
      <div class="stack">
        <DayAndCrop
          {...{ today, day, crops, cropCode }}
          onDay={(next) => set({ day: next })}
          onCrop={(next) => set({ cropCode: next })}
        />
        {isKept && at && <KeptNote at={at} />}
        {isCommune && !isOnline.value && <p class="stale">{words.needLine}</p>}
        <NotDone why={deed.notDone} />
        {outcomes.length > 0 && <Outcomes rows={outcomes} nameOf={nameOf} />}
        {!data && isLoading && <Skeleton rows={4} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && all.length === 0 && (
          <EmptyState
            picture={<Icon name="basket" size={56} />}
            title={words.none}
            note={words.noneNote}
          />
        )}
        {Sheet && cropCode !== undefined && (
          <Sheet
            day={day}
            cropCode={cropCode}
            onTake={(taken) => {
              setSilentOnly(false);
              setTyped({ ...typed, ...taken });
            }}
          />
        )}
        {isCommune && (
          <LinkButton isWide icon="plus" href="/app/them-ho">
            {words.more}
          </LinkButton>
        )}
        {all.length > 0 && (
          <Switch label={words.onlySilent} isOn={isSilentOnly} onChange={setSilentOnly} />
        )}
        {all.length > 0 && rows.length === 0 && (
          <p class="row beside">
            <Icon name="check" />
            {words.allDone}
          </p>
        )}
        {rows.length > 0 && <p class="earth">{words.howToType}</p>}
        {rows.map((row, nth) => (
          <MemberWeight
            key={row.householdId}
            householdId={row.householdId as Id}
            containers={row.containers}
            onContainer={refresh}
            id={`ho-${row.householdId}`}
            label={words.howMuch(row.name)}
            hint={hintOf(row)}
            isNeeded={nth === 0 && !Object.values(typed).some(Boolean)}
            value={typed[row.householdId] ?? ''}
            onChange={(text) => setTyped({ ...typed, [row.householdId]: text })}
          />
        ))}
      </div>
    </Screen>
  );
}

function hintOf({ hamlet, mark, grams }: GatheredRow): string {
  const words = say();
  const known =
    grams !== null &&
    (mark === 'UNKNOWN'
      ? words.guess(fmt().kg(Math.round(grams / 1_000) * 1_000))
      : words.before(fmt().kg(grams)));
  return [hamlet, known].filter(Boolean).join(' · ');
}

interface OutcomesProps {
  rows: readonly Outcome[];
  nameOf: (householdId: string) => string;
}

function Outcomes({ rows, nameOf }: OutcomesProps) {
  const words = say();
  const of = (status: Outcome['status']): Outcome[] => rows.filter((row) => row.status === status);
  const refused = of('REFUSED');
  const [written, same] = [of('WRITTEN').length, of('SAME').length];
  return (
    <div role="status" class="stack tight">
      <p class="row beside">
        <Icon name="check" />
        {[words.written(fmt().number(written)), same > 0 && words.same(fmt().number(same))]
          .filter(Boolean)
          .join(' ')}
      </p>
      {refused.length > 0 && <p class="wrong">{words.refused(fmt().number(refused.length))}</p>}
      {refused.map(({ householdId, refusal }) => (
        <p key={householdId}>
          <b>{nameOf(householdId)}</b> {refusal?.message} {refusal?.nextStep}
        </p>
      ))}
    </div>
  );
}
