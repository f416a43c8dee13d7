import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

// With these two the packaged browser dies together with its first page.
const UNWANTED = new Set(['--single-process', '--no-zygote']);
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];

export const browserArguments = [
  ...sparticuz.args.filter((arg) => !UNWANTED.has(arg)),
  '--no-sandbox',
  '--headless',
];

/** The system's Chromium when there is one, else the packaged one. */
export const browserPath = (): Promise<string> => {
  const found = process.env['CHROMIUM_PATH'] ?? SYSTEM.find((path) => existsSync(path));
  return found === undefined ? sparticuz.executablePath() : Promise.resolve(found);
};

export const launchBrowser = async (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserPath(),
    args: [...browserArguments, ...more],
    headless: true,
  });

/** A phone of one person: 360 × 740, Vietnamese, nothing on it yet. */
export const aPhone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Pictures show where things come to rest.
    reducedMotion: 'reduce',
  });

/** A desk of the office. */
export const aDesk = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Pictures show where things come to rest.
    reducedMotion: 'reduce',
  });

/** Writes down faults of the page that a person would not see but that make a story worthless. */
export function faultsOf(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
      faults.push(message.text());
  });
}
