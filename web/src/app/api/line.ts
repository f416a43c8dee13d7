import { signal } from '@preact/signals';

const PROBE_MS = 15_000;

/**
 * Whether the server can be reached, as far as this phone knows. The phone's own word is believed when it says
 * "no"; its "yes" only means that some mast was heard, so every real request corrects it.
 */
export const isOnline = signal(typeof navigator === 'undefined' || navigator.onLine);

/** How often the phone has said that its signal went or came. */
let turns = 0;

/**
 * Before the server is asked. What comes of it is told to the result: how the line was when the question left says
 * nothing once the phone has spoken since.
 */
export function asking(): (isHeard: boolean) => void {
  const asked = turns;
  return (isHeard) => {
    if (asked === turns) isOnline.value = isHeard;
  };
}

/** Watches the line: by the phone's events, and while it is down by asking the server now and then. */
export function watchLine(whenBack: () => void): void {
  addEventListener('offline', () => {
    turns += 1;
    isOnline.value = false;
  });
  addEventListener('online', () => {
    turns += 1;
    void probe();
  });
  setInterval(() => {
    if (!isOnline.value && document.visibilityState === 'visible') void probe();
  }, PROBE_MS);
  isOnline.subscribe((isUp) => {
    if (isUp) whenBack();
  });
  void probe();
}

async function probe(): Promise<void> {
  const told = asking();
  await fetch('/livez', { method: 'HEAD', cache: 'no-store' }).then(
    () => told(true),
    () => told(false),
  );
}
