import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../../src/platform/access/actor.js';
import { launchBrowser } from './browser.js';
import type { Stage } from './stage.js';

/** Why there is no camera, no place and no notification: its holder said no, or the browser knows nothing of them. */
export type Bareness = 'says no' | 'has none';

/** A phone of which an app gets nothing but its screen and its keys. */
export class BarePhone {
  private constructor(
    private readonly stage: Stage,
    private readonly browser: Browser,
    private readonly bareness: Bareness,
  ) {}

  static async that(bareness: Bareness, stage: Stage): Promise<BarePhone> {
    // Unlike on the stage nobody answers the browser's questions with yes, and without an answer it is no.
    return new BarePhone(
      stage,
      await launchBrowser(['--use-fake-device-for-media-stream']),
      bareness,
    );
  }

  /** In the hand of somebody of the demonstration, on this screen. */
  async heldBy(role: Role, path: string): Promise<Page> {
    const signedIn = await this.stage.product.sessionOf(role);
    const look = { locale: 'vi', theme: 'light' } as const;
    const page = await this.stage.lookingOn(signedIn, look, this.browser);
    if (this.bareness === 'has none') await page.addInitScript(TAKES_AWAY);
    await this.stage.go(page, path);
    return page;
  }

  throwAway(): Promise<void> {
    return this.browser.close();
  }
}

/** In the page, before anything of ours. */
const TAKES_AWAY = `
  for (const name of ['mediaDevices', 'geolocation', 'permissions'])
    Object.defineProperty(navigator, name, { value: undefined });
  for (const name of ['Notification', 'PushManager', 'BarcodeDetector']) delete globalThis[name];`;
