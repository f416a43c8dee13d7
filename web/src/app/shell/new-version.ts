import { signal } from '@preact/signals';

/** A newer app has been fetched and waits. Using it is the person's choice: nothing is interrupted. */
export const waitingVersion = signal<ServiceWorker | null>(null);

export async function keepAppOnPhone(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/app/sw.js', { scope: '/app/' });
  const look = (): void => {
    if (navigator.serviceWorker.controller) waitingVersion.value = registration.waiting;
  };
  look();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
}

export function useNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  waitingVersion.value?.postMessage('use-now');
}
