import { bytesOf, textOf } from './base64url.js';

/** How notifications stand on this phone: not possible here, forbidden by the person, off, or on. */
export type PushState = 'impossible' | 'forbidden' | 'off' | 'on';

export interface PushAddress {
  endpoint: string;
  p256dh: string;
  auth: string;
}

const isPossible = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export async function pushState(): Promise<PushState> {
  if (!isPossible()) return 'impossible';
  if (Notification.permission === 'denied') return 'forbidden';
  return (await subscription()) ? 'on' : 'off';
}

/**
 * Asks the person, then the browser.
 * @param key public key of the server, base64url
 * @returns undefined when the person or the browser says no
 */
export async function subscribe(key: string): Promise<PushAddress | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const registration = await navigator.serviceWorker.ready;
  const given = await registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })
    .catch(() => undefined);
  const [p256dh, auth] = [given?.getKey('p256dh'), given?.getKey('auth')];
  if (!given || !p256dh || !auth) return undefined;
  return { endpoint: given.endpoint, p256dh: textOf(p256dh), auth: textOf(auth) };
}

/** @returns the address that takes no more notifications, when there was one */
export async function unsubscribe(): Promise<string | undefined> {
  if (!isPossible()) return undefined;
  const given = await subscription();
  await given?.unsubscribe();
  return given?.endpoint;
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/app/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}
