import { createECDH, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import webPush from 'web-push';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';

/** Where one browser takes notifications, as the browser said it. */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface PushWords {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

export type Pushed = 'SENT' | 'GONE';

const PATIENCE_MS = 10_000;
// A notification nobody could be given within four hours is stale; the app's own list still has it.
const KEPT_S = 4 * 3_600;
const GONE = new Set([404, 410]);

/**
 * Notifications of the browser (Web Push, RFC 8030, 8188, 8291, 8292). The server's VAPID key pair is derived from the
 * secret key, so that there is nothing more to set, and every process has the same.
 */
@Injectable()
export class PushService {
  readonly publicKey: string;
  readonly #vapid: { subject: string; publicKey: string; privateKey: string };

  constructor(@Inject(CONFIG) config: Config) {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(
      Buffer.from(hkdfSync('sha256', config.secretKey, 'cho-luc-nam', 'vapid', 32)),
    );
    this.publicKey = pair.getPublicKey('base64url');
    const subject = config.publicUrl.startsWith('https:')
      ? config.publicUrl
      : 'mailto:quan-tri@cho.invalid';
    const privateKey = pair.getPrivateKey('base64url').padStart(43, 'A');
    this.#vapid = { subject, publicKey: this.publicKey, privateKey };
  }

  /** @throws Error when the push service is out of reach or answers anything but taken or gone */
  async push(address: PushAddress, words: PushWords, isUrgent: boolean): Promise<Pushed> {
    const { endpoint, p256dh, auth } = address;
    const request = webPush.generateRequestDetails(
      { endpoint, keys: { p256dh, auth } },
      JSON.stringify(words),
      {
        vapidDetails: this.#vapid,
        TTL: KEPT_S,
        urgency: isUrgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      },
    );
    // Fetch instead of the library's own request: no redirect is followed, and the body is bounded by us.
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: request.headers,
      body: new Uint8Array(request.body ?? []),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (response.ok) return 'SENT';
    if (GONE.has(response.status)) return 'GONE';
    throw new Error(`the push service answered ${response.status}`);
  }
}
