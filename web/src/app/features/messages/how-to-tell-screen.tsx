import { useState } from 'preact/hooks';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Field, Switch } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { PushOnPhone } from './push-switch.js';
import { ChangeHowToTell, HowToTell } from './settings-documents.js';
import { say } from './settings-words.js';

const CARRIED = ['ZALO', 'SMS'] as const;
const TOPICS = ['ORDERS', 'LOTS', 'TICKETS', 'MONEY', 'RUNS', 'PERMITS', 'OTHER'] as const;

interface Wish {
  channels: readonly ('PUSH' | 'ZALO' | 'SMS')[];
  quietFrom: string;
  quietTo: string;
  muted: readonly (typeof TOPICS)[number][];
}

/** How the person wants to be told: ways, hours, topics. */
export default function HowToTellScreen() {
  const words = say();
  const { data, at, isKept, isLoading, fault, refresh } = useRead(HowToTell, {});
  const deed = useDeed();
  // Only what is changed here is laid over what the market has: another phone may have changed the rest.
  const [changed, setChanged] = useState<Partial<Wish>>({});
  const kept = data?.messageSettings;
  const wish: Wish | null = kept ? { ...kept, ...changed } : null;

  const change = (part: Partial<Wish>): void => setChanged((before) => ({ ...before, ...part }));
  const toggled = <Value,>(list: readonly Value[], value: Value, isOn: boolean): Value[] =>
    isOn ? [...list.filter((one) => one !== value), value] : list.filter((one) => one !== value);
  const save = async (): Promise<void> => {
    if (!wish) return;
    const { channels, quietFrom, quietTo, muted } = wish;
    const answer = await deed.run(ChangeHowToTell, {
      channels: [...channels],
      quietFrom,
      quietTo,
      muted: [...muted],
    });
    if (!answer) return;
    toast(words.saved);
    refresh();
  };

  return (
    <Screen
      title={words.title}
      code="M8"
      back="/app/tin"
      action={
        wish && (
          <Button
            look="main"
            isWide
            isDisabled={deed.isBusy || wish.quietFrom === '' || wish.quietTo === ''}
            onPress={() => void save()}
          >
            {words.save}
          </Button>
        )
      }
    >
      <div class="stack loose">
        {isKept && at && <KeptNote at={at} />}
        {!wish && isLoading && <Skeleton rows={5} />}
        {!wish && fault && <ErrorState fault={fault} onRetry={refresh} />}
        <NotDone why={saidElsewhere(deed.notDone, 'quietFrom', 'quietTo')} />
        {kept && <PushOnPhone pushKey={kept.pushKey} />}
        {wish && (
          <>
            <fieldset class="choices">
              <legend>{words.ways}</legend>
              {CARRIED.map((channel) => (
                <Switch
                  key={channel}
                  label={words.channels[channel]}
                  note={words.channelNotes[channel]}
                  isOn={wish.channels.includes(channel)}
                  onChange={(isOn) => change({ channels: toggled(wish.channels, channel, isOn) })}
                />
              ))}
            </fieldset>
            <Card title={words.quiet}>
              <p class="earth">{words.quietNote}</p>
              <div class="pair">
                <HourField
                  id="quiet-from"
                  label={words.from}
                  error={saidAt(deed.notDone, 'quietFrom')}
                  value={wish.quietFrom}
                  onChange={(quietFrom) => change({ quietFrom })}
                />
                <HourField
                  id="quiet-to"
                  label={words.to}
                  error={saidAt(deed.notDone, 'quietTo')}
                  value={wish.quietTo}
                  onChange={(quietTo) => change({ quietTo })}
                />
              </div>
            </Card>
            <fieldset class="choices">
              <legend>{words.topics}</legend>
              <p class="earth">{words.topicsNote}</p>
              {TOPICS.map((topic) => (
                <Switch
                  key={topic}
                  label={words.topicNames[topic]}
                  isOn={!wish.muted.includes(topic)}
                  onChange={(isOn) => change({ muted: toggled(wish.muted, topic, !isOn) })}
                />
              ))}
            </fieldset>
          </>
        )}
      </div>
    </Screen>
  );
}

interface HourProps {
  id: string;
  label: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

const HourField = ({ id, label, error, value, onChange }: HourProps) => (
  <Field id={id} label={label} error={error}>
    {(tied) => (
      <input
        class="input num"
        type="time"
        {...tied}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
);
