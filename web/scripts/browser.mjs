import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { createServer as createVite } from 'vite';
import { startPreview } from './preview.mjs';

/** Sheets of the kit, by the name kit.html knows them under. */
export const SHEETS = [
  'home',
  'keypad',
  'slip',
  'grades',
  'crops',
  'icons',
  'form',
  'chips',
  'states',
  'receipt',
  'confirm',
  'timeline',
  'qr',
  'desk',
];

/** Pages of the build that need no server behind them, by a short name. */
export const PAGES = {
  trang: '/',
  cho: '/cho',
  'cho-trong': '/cho?trong',
  lo: '/lo/1',
  gia: '/gia',
  giay: '/p/1',
  'giay-hong': '/p/2',
  demo: '/demo',
  404: '/404',
  410: '/410',
  app: '/app/',
  'app-cho-gui': '/app/cho-gui',
  'app-cai-dat': '/app/cai-dat',
  'app-kiem-tra': '/app/kiem-tra',
};

// In one process the browser would end with its first page; without its own rules it would prove nothing.
const UNWANTED = new Set(['--single-process', '--no-zygote', '--disable-web-security']);

/** A browser, the built pages and the kit on its bench. */
export async function openBench() {
  const vite = await createVite({
    configFile: fileURLToPath(new URL('../dev/vite.config.ts', import.meta.url)),
    server: { port: 0, host: '127.0.0.1', hmr: false },
    logLevel: 'error',
  });
  await vite.listen();
  const preview = await startPreview();
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !UNWANTED.has(arg)),
    headless: true,
  });
  return {
    browser,
    sheet: (name) => `http://127.0.0.1:${vite.httpServer.address().port}/kit.html?sheet=${name}`,
    page: (path) => preview.url + path,
    async close() {
      await browser.close();
      preview.close();
      await vite.close();
    },
  };
}
