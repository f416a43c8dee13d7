import { signal } from '@preact/signals';

const PROBE_MS = 15_000;

/**
 * Whether the server can be reached, as far as this phone knows. The phone's own word is believed when it says
 * "no"; its "yes" only means that some mast was heard, so every real request corrects it.
 */
export const isOnline = signal(typeof navigator === 'undefined' || navigator.onLine);

/** Watches the line: by the phone's events, and while it is down by asking the server now and then. */
export function watchLine(whenBack: () => void): void {
  addEventListener('offline', () => (isOnline.value = false));
  addEventListener('online', () => void probe());
  setInterval(() => {
    if (!isOnline.value && document.visibilityState === 'visible') void probe();
  }, PROBE_MS);
  isOnline.subscribe((isUp) => {
    if (isUp) whenBack();
  });
  void probe();
}

async function probe(): Promise<void> {
  isOnline.value = await fetch('/livez', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
}
