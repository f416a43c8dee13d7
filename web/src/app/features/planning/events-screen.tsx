import { dayOf, plusDays } from '../../../../../src/kernel/day.js';
import { useDeed } from '../../api/use-deed.js';
import { useDraft } from '../../offline/use-draft.js';
import { useRead } from '../../offline/use-read.js';
import { session } from '../../session.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Choices, Field, TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { dayText } from '../../words/format.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { FieldEvents, ReportFieldEvent } from './season-documents.js';
import { say } from './season-words.js';

const KINDS = ['HAIL', 'STORM', 'FLOOD', 'DROUGHT', 'HEAT', 'COLD', 'PEST', 'DISEASE'] as const;
const LOSSES_BP = [1000, 2500, 5000, 7500, 10_000] as const;
const REACHES = [3, 7, 14, 30] as const;

interface EventDraft {
  kind: (typeof KINDS)[number] | null;
  loss: number;
  reach: number;
  note: string;
}

const BEGIN: EventDraft = { kind: null, loss: 1, reach: 7, note: '' };

/** Hail, flood, pests: what happened, about how much is lost, and how long it lasts. */
export default function EventsScreen() {
  const words = say();
  const today = dayOf(new Date());
  const isGrower = session.value?.role === 'GROWER';
  const { data, at, isKept, isLoading, fault, refresh } = useRead(FieldEvents, {});
  const { value: draft, change, discard } = useDraft<EventDraft>('field-event', BEGIN);
  const deed = useDeed('field-event');
  const events = data?.fieldEvents.nodes ?? [];
  const set = (part: Partial<EventDraft>): void => change({ ...(draft ?? BEGIN), ...part });
  const report = async (): Promise<void> => {
    if (!draft?.kind) return;
    const told = await deed.run(ReportFieldEvent, {
      kind: draft.kind,
      firstDay: today,
      lastDay: plusDays(today, draft.reach),
      lossBp: LOSSES_BP[draft.loss] ?? 0,
      note: draft.note,
    });
    if (!told) return;
    toast(words.reported(fmt().number(told.forecasts)));
    discard();
    refresh();
  };
  return (
    <Screen
      title={words.events}
      code="A13"
      back={isGrower ? '/app/ke-hoach' : '/app'}
      action={
        isGrower ? (
          <Button
            look="main"
            isWide
            isDisabled={!draft?.kind || deed.isBusy}
            onPress={() => void report()}
          >
            {words.report}
          </Button>
        ) : undefined
      }
    >
      <div class="stack">
        <NotDone why={deed.notDone} />
        {isGrower && draft && (
          <form class="stack" onSubmit={(event) => event.preventDefault()}>
            <Choices
              name="kind"
              legend={words.eventKind}
              choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
            />
            <Field id="mat" label={words.loss}>
              {(tied) => (
                <select
                  class="input"
                  {...tied}
                  value={String(draft.loss)}
                  onChange={({ currentTarget }) => set({ loss: Number(currentTarget.value) })}
                >
                  {words.losses.map((text, index) => (
                    <option key={text} value={String(index)}>
                      {text}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field id="lau" label={words.lasting} hint={words.lowers}>
              {(tied) => (
                <select
                  class="input"
                  {...tied}
                  value={String(draft.reach)}
                  onChange={({ currentTarget }) => set({ reach: Number(currentTarget.value) })}
                >
                  {REACHES.map((days) => (
                    <option key={days} value={String(days)}>
                      {words.lastingDays(days)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TextField
              id="ghi-chu"
              label={words.note}
              isOptional
              maxLength={300}
              value={draft.note}
              onChange={(note) => set({ note })}
            />
          </form>
        )}
        {isKept && at && <KeptNote at={at} />}
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        {data && events.length === 0 && (
          <EmptyState picture={<Icon name="sun" size={56} />} title={words.noEvents} />
        )}
        {events.map((event) => (
          <Card
            key={event.id}
            title={`${words.kinds[event.kind]} · ${event.commune.name}`}
            aside={<span class="num">{dayText(event.firstDay).slice(0, 5)}</span>}
          >
            <p>
              {event.crop ? named(event.crop) : words.everyCrop} ·{' '}
              {words.eventLine(
                `${fmt().number(event.lossBp / 100)}%`,
                fmt().number(event.plots),
                fmt().number(event.forecasts),
              )}
            </p>
            {event.note && <p class="earth">{event.note}</p>}
          </Card>
        ))}
      </div>
    </Screen>
  );
}
