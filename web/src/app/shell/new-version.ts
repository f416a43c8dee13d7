import { effect, signal } from '@preact/signals';
import { locale } from '../words/words.js';

/** A newer app has been fetched and waits. Using it is the person's choice: nothing is interrupted. */
export const waitingVersion = signal<ServiceWorker | null>(null);

/**
 * Keeps the app on the phone, so that it opens without signal.
 * @param partInUse name of the part whose screens are kept; followed when it changes
 */
export async function keepAppOnPhone(partInUse: () => string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/app/sw.js', { scope: '/app' });
  const look = (): void => {
    if (navigator.serviceWorker.controller) waitingVersion.value = registration.waiting;
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  await navigator.serviceWorker.ready;
  effect(() => {
    const part = partInUse();
    const keep = locale.value === 'en' ? [part, 'guest.en', `${part}.en`] : [part];
    registration.active?.postMessage({ keep });
  });
}

/** Keeps files beyond the parts of the app, which the page may have fetched before the worker was there to see it. */
export async function keepFiles(files: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage({ files });
}

export function useNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  waitingVersion.value?.postMessage('use-now');
}
