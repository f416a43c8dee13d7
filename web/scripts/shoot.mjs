// Pictures of the kit and of the built pages: `node web/dev/shoot.mjs <folder> [name…]`. Needs a build.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { createServer as createVite } from 'vite';
import { startPreview } from './preview.mjs';

const [folder = 'shots', ...only] = process.argv.slice(2);
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
const SHEETS = [
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
];
const PAGES = {
  trang: '/',
  cho: '/cho',
  'cho-trong': '/cho?trong',
  lo: '/lo/1',
  gia: '/gia',
  giay: '/p/1',
  'giay-hong': '/p/2',
  demo: '/demo',
  410: '/410',
  app: '/app/',
  'app-cho-gui': '/app/cho-gui',
  'app-cai-dat': '/app/cai-dat',
  'app-kiem-tra': '/app/kiem-tra',
};

const vite = await createVite({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  server: { port: 0, host: '127.0.0.1', hmr: false },
  logLevel: 'error',
});
await vite.listen();
const bench = `http://127.0.0.1:${vite.httpServer.address().port}`;
const preview = await startPreview();
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  // In one process the browser would end with its first page; without its own rules it would prove nothing.
  args: chromium.args.filter(
    (arg) => !['--single-process', '--no-zygote', '--disable-web-security'].includes(arg),
  ),
  headless: true,
});
await mkdir(folder, { recursive: true });

async function shoot(name, url, options = {}) {
  if (only.length > 0 && !only.some((one) => name.includes(one))) return;
  const page = await browser.newPage({
    viewport: options.viewport ?? PHONE,
    deviceScaleFactor: 2,
    colorScheme: options.colorScheme ?? 'light',
  });
  page.on('pageerror', (error) => console.log(name, 'error:', error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(name, 'console:', message.text());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: options.isWhole ?? true });
  await page.close();
}

for (const sheet of SHEETS) {
  await shoot(`kit-${sheet}`, `${bench}/kit.html?sheet=${sheet}`);
}
for (const sheet of ['home', 'slip', 'grades', 'chips']) {
  await shoot(`night-${sheet}`, `${bench}/kit.html?sheet=${sheet}`, { colorScheme: 'dark' });
}
await shoot('kit-desk', `${bench}/kit.html?sheet=desk`, { viewport: DESK });
await shoot('night-desk', `${bench}/kit.html?sheet=desk`, { viewport: DESK, colorScheme: 'dark' });
for (const [name, path] of Object.entries(PAGES)) {
  await shoot(`page-${name}`, preview.url + path);
}
await shoot('page-desk-cho', `${preview.url}/cho`, { viewport: DESK });
await shoot('page-desk-gia', `${preview.url}/gia`, { viewport: DESK });
await shoot('page-night-cho', `${preview.url}/cho`, { colorScheme: 'dark' });

await browser.close();
preview.close();
await vite.close();
