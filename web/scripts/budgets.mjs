// Weighs what a phone must fetch, after `npm run build`; exits 1 over budget. All figures are bytes of gzip −9.
import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { samplePages } from './preview.mjs';

const dist = new URL('../../dist/web/', import.meta.url);
const KB = 1000;
const gz = (bytes) => gzipSync(bytes, { level: 9 }).length;
const weigh = async (path) => gz(await readFile(new URL(path, dist)));
const total = async (paths) =>
  (await Promise.all(paths.map(weigh))).reduce((sum, one) => sum + one, 0);

const manifest = JSON.parse(await readFile(new URL('app/.vite/manifest.json', dist), 'utf8'));
const entries = Object.values(manifest);
const file = ({ file: name }) => `app/${name}`;

/** A chunk and everything it imports at once. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const needed of manifest[key].imports ?? []) withImports(needed, seen);
  return seen;
}

const shellKeys = withImports('index.html');
const shell = [...shellKeys].map((key) => file(manifest[key]));
const isScanner = ({ file: name }) => /scanner/.test(name);
const scripts = entries.filter(({ file: name }) => name.endsWith('.js'));
/** A screen's own scripts beyond the shell; the heaviest is what the worst first route costs. */
const screens = entries
  .filter(({ isDynamicEntry, ...entry }) => isDynamicEntry && !isScanner(entry))
  .map(({ src }) =>
    [...withImports(src)].filter((key) => !shellKeys.has(key)).map((key) => file(manifest[key])),
  );
const home = screens.find((files) => files.some((name) => name.includes('guest-home'))) ?? [];
const screenWeights = await Promise.all(screens.map(total));

const assets = await readdir(new URL('public/assets/', dist));
const publicFiles = (extension) =>
  assets.filter((name) => name.endsWith(extension)).map((name) => `public/assets/${name}`);
const styles = (await readdir(new URL('app/assets/', dist)))
  .filter((name) => name.endsWith('.css'))
  .map((name) => `app/assets/${name}`);
const pages = await samplePages();
const pageStyle = await total(publicFiles('.css'));
const pageScript = await total(publicFiles('.js'));

const shellWeight = await total(shell);
const rows = [
  ['first route: shell and start page, JS', shellWeight + (await total(home)), 30 * KB],
  ['heaviest first route of any role, JS', shellWeight + Math.max(0, ...screenWeights), 200 * KB],
  [
    'all JS of the app without the scanner',
    await total(scripts.filter((one) => !isScanner(one)).map(file)),
    120 * KB,
  ],
  ['app CSS', await total(styles), 10 * KB],
  ['service worker', await weigh('app/sw.js'), 2 * KB],
  ['public CSS', pageStyle, 10 * KB],
  ['public JS', pageScript, 2 * KB],
  ['list of 20 lots, HTML', gz(pages['/cho']), 14 * KB],
  ['lot, HTML', gz(pages['/lo/1']), 14 * KB],
  ['price board, HTML', gz(pages['/gia']), 14 * KB],
  ['list page, first view without photos', gz(pages['/cho']) + pageStyle + pageScript, 250 * KB],
];

console.log('gzip bytes'.padEnd(44), 'weight'.padStart(9), 'budget'.padStart(9));
for (const [what, weight, budget] of rows) {
  console.log(
    what.padEnd(44),
    String(weight).padStart(9),
    String(budget).padStart(9),
    weight > budget ? 'OVER' : '',
  );
}
if (rows.some(([, weight, budget]) => weight > budget)) process.exitCode = 1;
