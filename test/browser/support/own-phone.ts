import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserArguments, browserPath } from './browser.js';

/** A phone with a disk of its own: its browser can be killed, and finds what it kept when it starts again. */
export class OwnPhone {
  private child: ChildProcess | undefined;
  private browser: Browser | undefined;

  private constructor(private readonly disk: string) {}

  static bought(): OwnPhone {
    return new OwnPhone(mkdtempSync(join(tmpdir(), 'cho-luc-nam-phone-')));
  }

  /** Starts the browser on what the disk holds. */
  async switchOn(): Promise<Page> {
    const child = spawn(
      await browserPath(),
      [...browserArguments, `--user-data-dir=${this.disk}`, '--remote-debugging-port=0'],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.child = child;
    this.browser = await chromium.connectOverCDP(await addressOf(child));
    const [context] = this.browser.contexts();
    if (!context) throw new Error('the browser has no window');
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.setViewportSize({ width: 360, height: 740 });
    return page;
  }

  /** As when it is switched off in peace: what the browser still held in memory goes to its disk. */
  async switchOff(): Promise<void> {
    const { child, browser } = this;
    if (!child || !browser) return;
    const gone = once(child, 'exit');
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close');
    await gone;
  }

  /** As when the phone runs out of memory or battery: no goodbye, nothing tidied up. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    await this.browser?.close();
  }

  async throwAway(): Promise<void> {
    await this.kill();
    rmSync(this.disk, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where the browser can be spoken to; it says so on its second output. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const bytes of child.stderr ?? []) {
    said += String(bytes);
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`the browser did not start: ${said}`);
}
