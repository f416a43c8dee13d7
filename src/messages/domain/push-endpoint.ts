/** The push services of the browsers; a server that sends wherever a client says would reach into its own network. */
const SERVICES: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^(?:updates|push)\.push\.services\.mozilla\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.apple\.com$/,
  /^(?:[a-z0-9-]+\.)*notify\.windows\.com$/,
];
const LONGEST = 1_000;

/** @param allowsLocal outside production a service on this machine will do */
export function isPushEndpoint(text: string, allowsLocal: boolean): boolean {
  if (text.length > LONGEST || !URL.canParse(text)) return false;
  const { protocol, hostname, port, username } = new URL(text);
  if (allowsLocal && protocol === 'http:' && hostname === '127.0.0.1') return true;
  if (protocol !== 'https:' || port !== '' || username !== '') return false;
  return SERVICES.some((service) => service.test(hostname));
}

const BASE64URL = /^[\w-]+=*$/;

/** An uncompressed P-256 point and 16 random bytes, as browsers give them. */
export const arePushKeys = (p256dh: string, auth: string): boolean =>
  BASE64URL.test(p256dh) && BASE64URL.test(auth) && bytes(p256dh) === 65 && bytes(auth) === 16;

const bytes = (base64: string): number => Math.floor((base64.replaceAll('=', '').length * 3) / 4);
