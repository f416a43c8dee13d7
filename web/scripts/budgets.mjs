// Weighs what a phone must fetch, by role, after `npm run build`; over budget it says so and exits 1. All figures are
// bytes of gzip −9.
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
const kept = JSON.parse(await readFile(new URL('app/.vite/kept.json', dist), 'utf8'));
const PARTS = Object.keys(kept.parts).filter(
  (name) => !name.endsWith('.en') && !['guest', 'occasional'].includes(name),
);
const scripts = (names) => names.filter((name) => name.endsWith('.js'));
const inApp = (names) => total(names.map((name) => `app/${name}`));

/** A chunk and everything it imports at once. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const needed of manifest[key].imports ?? []) withImports(needed, seen);
  return seen;
}
const filesOf = (...keys) => [
  ...new Set(keys.flatMap((key) => [...withImports(key)]).map((key) => manifest[key].file)),
];

const GUEST_HOME = 'features/home/guest-home.tsx';

/** What is fetched when it is first wanted, with what only it needs. The scanner's weight is that of its script, without its wasm. */
const APART = {
  scanner: 15 * KB,
  'figures of a plan': 6 * KB,
  'asking for a bulk order': 6 * KB,
  'counting in containers': 4 * KB,
};
const weighApart = async (what) => [
  `fetched apart: ${what}, JS`,
  await inApp(scripts(kept.apart[what])),
  APART[what],
];

/** What each role loads: to see its heaviest screen first, to have opened every screen, and to have all on the phone. */
async function weighPart(part) {
  const entry = `shell/parts/${part}.ts`;
  const first = await Promise.all(
    manifest[entry].dynamicImports.map((screen) => inApp(filesOf('index.html', entry, screen))),
  );
  const all = [...kept.shell, ...kept.parts[part]];
  const english = [...kept.parts['guest.en'], ...kept.parts[`${part}.en`]];
  return [
    [`${part}: heaviest first screen, JS`, Math.max(...first), 50 * KB],
    [`${part}: every screen, JS`, await inApp(scripts(all)), 120 * KB],
    [`${part}: every screen in English, JS`, await inApp(scripts([...all, ...english])), 140 * KB],
    [`${part}: kept on the phone after sign-in`, await inApp(all), 200 * KB],
  ];
}

/** What the heaviest of the occasional screens costs a phone that has nothing but the shell. */
async function weighHeaviestOccasional() {
  const shell = new Set(kept.shell);
  const screens = manifest['shell/parts/occasional.ts'].dynamicImports.map((screen) =>
    inApp(scripts(filesOf(screen)).filter((name) => !shell.has(name))),
  );
  return Math.max(...(await Promise.all(screens)));
}

const assets = await readdir(new URL('public/assets/', dist));
const publicFiles = (extension) =>
  assets.filter((name) => name.endsWith(extension)).map((name) => `public/assets/${name}`);
const styles = (await readdir(new URL('app/assets/', dist)))
  .filter((name) => name.endsWith('.css'))
  .map((name) => `app/assets/${name}`);
const pages = await samplePages();
const pageStyle = await total(publicFiles('.css'));
const pageScript = await total(publicFiles('.js'));

const rows = [
  [
    'first route: shell and start page, JS',
    await inApp(filesOf('index.html', GUEST_HOME)),
    30 * KB,
  ],
  ['kept on the phone after one visit', await inApp(kept.shell), 200 * KB],
  ...(await Promise.all(PARTS.map(weighPart))).flat(),
  ['heaviest occasional screen, beyond the shell, JS', await weighHeaviestOccasional(), 15 * KB],
  ...(await Promise.all(Object.keys(APART).map(weighApart))),
  ['app CSS', await total(styles), 10 * KB],
  ['service worker', await weigh('app/sw.js'), 4 * KB],
  ['public CSS', pageStyle, 10 * KB],
  ['public JS', pageScript, 2 * KB],
  ['list of 20 lots, HTML', gz(pages['/cho']), 14 * KB],
  ['lot, HTML', gz(pages['/lo/1']), 14 * KB],
  ['price board, HTML', gz(pages['/gia']), 14 * KB],
  ['list page, first view without photos', gz(pages['/cho']) + pageStyle + pageScript, 250 * KB],
];

console.log('gzip bytes'.padEnd(44), 'weight'.padStart(9), 'budget'.padStart(9));
for (const [what, weight, budget] of rows)
  console.log(what.padEnd(44), String(weight).padStart(9), String(budget).padStart(9));
const inKb = (bytes) => (bytes / KB).toFixed(1);
for (const [what, weight, budget] of rows)
  if (weight > budget) {
    console.error(
      `Over budget: "${what}" weighs ${inKb(weight)} kB gzip, ${inKb(weight - budget)} kB more than the ${inKb(budget)} kB it may.`,
    );
    process.exitCode = 1;
  }
