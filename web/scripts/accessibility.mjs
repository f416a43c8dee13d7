// Every sheet of the kit and every page that needs no server, light and dark, 320, 360 and 1280 px wide: no axe
// violation, nothing wider than the window, nothing to press under 48 px on a phone. Needs a build.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openBench, PAGES, SHEETS } from './browser.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const bench = await openBench();
const targets = [
  ...SHEETS.map((name) => [`kit ${name}`, bench.sheet(name)]),
  ...Object.entries(PAGES).map(([name, path]) => [`page ${name}`, bench.page(path)]),
];
let passes = 0;
let faults = 0;

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 360, 1280]) {
    // The check itself is a foreign script, which the pages' own policy would refuse.
    const viewport = { width, height: 740 };
    const context = await bench.browser.newContext({ viewport, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    for (const [name, url] of targets) {
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.evaluate(axe);
      const found = await page.evaluate((values) => globalThis.axe.run({ runOnly: values }), RULES);
      passes += found.passes.length;
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const sentences = [
        ...found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`),
        ...(tooWide > 0 ? [`${tooWide} px wider than the window`] : []),
        ...(width === 360 ? await page.evaluate(smallTargets) : []),
      ];
      faults += sentences.length;
      for (const sentence of sentences) console.log(colorScheme, width, name, '–', sentence);
    }
    await context.close();
  }
}
await bench.close();
console.log(`${passes} checks passed, ${faults} faults`);
if (faults > 0 || passes === 0) process.exitCode = 1;

/** Runs in the page. A link within a sentence may be as small as its words (WCAG 2.5.8). */
function smallTargets() {
  const pressable =
    'a[href], button, select, input:not([type=hidden], [type=radio], [type=checkbox])';
  return [...document.querySelectorAll(pressable)]
    .filter((one) => !one.closest('.skip, [data-density=desk], svg'))
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 48)
    .map(
      ({ one, box }) =>
        `${Math.round(box.width)} × ${Math.round(box.height)} px: ${one.outerHTML.slice(0, 80)}`,
    );
}
