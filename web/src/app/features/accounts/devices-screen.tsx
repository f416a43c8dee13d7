import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Chip, KeptNote } from '../../ui/chips.js';
import { NotDone } from '../../ui/not-done.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { EndDevice, EndOthers, MyDevices } from './devices-documents.js';
import { say } from './devices-words.js';

type Device = ResultOf<typeof MyDevices>['myDevices'][number];

const at = (instant: unknown): string => fmt().moment(new Date(String(instant)), new Date());

/** Where this number is signed in, and how to end it there. */
export default function DevicesScreen() {
  const words = say();
  const { data, at: readAt, isKept, isLoading, fault, refresh } = useRead(MyDevices, {});
  const deed = useDeed();
  const [asked, setAsked] = useState<Device | 'others' | null>(null);
  const devices = data?.myDevices ?? [];

  const end = async (): Promise<void> => {
    const which = asked;
    setAsked(null);
    if (which === null) return;
    const done =
      which === 'others'
        ? await deed.run(EndOthers, {})
        : await deed.run(EndDevice, { deviceId: which.id as Id }, which.id);
    if (done) refresh();
  };

  return (
    <Screen title={words.title} code="M7" back="/app/cai-dat">
      <div class="stack">
        {isKept && readAt && <KeptNote at={readAt} />}
        <p>{words.intro}</p>
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        <NotDone why={deed.notDone} />
        {devices.map((device) => (
          <Card
            key={device.id}
            title={device.name ?? words.unknown}
            aside={
              device.isThis && (
                <Chip tone="green" icon="check">
                  {words.here}
                </Chip>
              )
            }
          >
            <p>{words.seen(at(device.lastSeenAt))}</p>
            <p class="earth">{words.since(at(device.signedInAt))}</p>
            {!device.isThis && (
              <Button isWide isDisabled={deed.isBusy} onPress={() => setAsked(device)}>
                {words.end}
              </Button>
            )}
          </Card>
        ))}
        {devices.length === 1 && <p class="earth">{words.alone}</p>}
        {devices.length > 2 && (
          <Button
            look="stop"
            isWide
            icon="signOut"
            isDisabled={deed.isBusy}
            onPress={() => setAsked('others')}
          >
            {words.others}
          </Button>
        )}
      </div>
      <ConfirmSheet
        title={
          asked === 'others' || asked === null
            ? words.othersAsk
            : words.endAsk(asked.name ?? words.unknown)
        }
        note={words.endNote}
        yes={words.endYes}
        no={words.stay}
        isOpen={asked !== null}
        onNo={() => setAsked(null)}
        onYes={() => void end()}
      />
    </Screen>
  );
}
