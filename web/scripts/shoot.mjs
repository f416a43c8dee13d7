// Pictures of the kit and of the built pages: `node web/scripts/shoot.mjs <folder> [name…]`. Needs a build.
import { mkdir } from 'node:fs/promises';
import { openBench, PAGES, SHEETS } from './browser.mjs';

const [folder = 'shots', ...only] = process.argv.slice(2);
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

const bench = await openBench();
await mkdir(folder, { recursive: true });

async function shoot(name, url, { viewport = PHONE, colorScheme = 'light' } = {}) {
  if (only.length > 0 && !only.some((one) => name.includes(one))) return;
  const page = await bench.browser.newPage({ viewport, deviceScaleFactor: 2, colorScheme });
  page.on('pageerror', (error) => console.log(name, 'error:', error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(name, 'console:', message.text());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  await page.close();
}

for (const sheet of SHEETS) {
  const viewport = sheet === 'desk' ? DESK : PHONE;
  await shoot(`kit-${sheet}`, bench.sheet(sheet), { viewport });
  await shoot(`kit-${sheet}-night`, bench.sheet(sheet), { viewport, colorScheme: 'dark' });
}
for (const [name, path] of Object.entries(PAGES)) {
  await shoot(`page-${name}`, bench.page(path));
  await shoot(`page-${name}-night`, bench.page(path), { colorScheme: 'dark' });
}
await shoot('page-cho-desk', bench.page('/cho'), { viewport: DESK });
await shoot('page-gia-desk', bench.page('/gia'), { viewport: DESK });
await bench.close();
