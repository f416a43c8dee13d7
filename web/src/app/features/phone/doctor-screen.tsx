import { useEffect, useState } from 'preact/hooks';
import { Screen } from '../../shell/screen.js';
import { Card } from '../../ui/card.js';
import { Chip } from '../../ui/chips.js';
import { vietnameseVoice } from '../../ui/read-aloud.js';
import { say } from './words.js';

type Ability = 'secure' | 'offline' | 'storage' | 'camera' | 'push' | 'voice';

const LOOKS: Record<Ability, () => boolean | Promise<boolean>> = {
  secure: () => isSecureContext,
  offline: () => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null,
  storage: () => navigator.storage?.persisted?.() ?? false,
  // Seeing that a camera is there needs no permission and asks nobody anything.
  camera: async () => {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    return devices.some(({ kind }) => kind === 'videoinput');
  },
  push: () => 'PushManager' in globalThis,
  voice: () => vietnameseVoice() !== undefined,
};

const ABILITIES = Object.keys(LOOKS) as Ability[];

/** What this phone can do, and for each thing it cannot the one way to mend it. Nothing here blocks anything. */
export default function DoctorScreen() {
  const words = say().doctor;
  const [found, setFound] = useState<Partial<Record<Ability, boolean>>>({});
  useEffect(() => {
    for (const ability of ABILITIES) {
      void Promise.resolve(LOOKS[ability]()).then((can) =>
        setFound((before) => ({ ...before, [ability]: can })),
      );
    }
  }, []);
  return (
    <Screen title={words.title} code="M3" back="/app">
      <div class="stack">
        <p>{words.intro}</p>
        {ABILITIES.map((ability) => (
          <Card
            key={ability}
            title={words[ability]}
            aside={
              found[ability] !== undefined && (
                <Chip
                  tone={found[ability] ? 'green' : 'amber'}
                  icon={found[ability] ? 'check' : 'warning'}
                >
                  {found[ability] ? words.good : words.missing}
                </Chip>
              )
            }
          >
            {found[ability] === false && <p class="earth">{words[`${ability}Fix`]}</p>}
          </Card>
        ))}
      </div>
    </Screen>
  );
}
