import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

/** What the worker's source holds in place of the lists of files. */
const PLACEHOLDER = /\bPRECACHE\b/;
const PART = /\/shell\/parts\/(\w+)\.ts$/;

/** What a phone keeps, as names of files below /app/. */
interface Kept {
  /** After one visit, whoever holds the phone. */
  readonly shell: string[];
  /** Beyond the shell, by part of the app; `….en` is what English takes beside it. */
  readonly parts: Record<string, string[]>;
  /** Kept when first fetched, by what it is for: of no use without a line, or drawn beside what says the same. */
  readonly apart: Record<string, string[]>;
}

/** By the file that opens them. The scanner's 412 kB belong on checkpoint phones only. */
const APART = {
  scanner: /\/scanner-\w+\.ts$/,
  'figures of a plan': /\/plan-figures\.tsx$/,
  'asking for a bulk order': /\/trader-order-form\.tsx$/,
  'counting in containers': /\/(in-containers\.tsx|counted-weight\.ts)$/,
};

/**
 * Writes into `sw.js` which files a phone keeps, and a version made from their contents. Hashed names carry their own
 * version; index.html does not, so its text is part of the version. The same lists go to `.vite/kept.json`, where the
 * budgets are weighed.
 */
export const precachedShell = (): Plugin => ({
  name: 'precached-shell',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('sw.js is missing from the build');
      const page = bundle['index.html'];
      if (page?.type !== 'asset') this.error('index.html is missing from the build');
      if (!PLACEHOLDER.test(worker.code)) this.error('sw.ts no longer names PRECACHE');
      const kept = keptFiles(bundle);
      const version = createHash('sha256')
        .update(JSON.stringify(kept))
        .update(page.source)
        .digest('hex')
        .slice(0, 12);
      const written = JSON.stringify({ version, shell: kept.shell, parts: ofRoles(kept.parts) });
      worker.code = worker.code.replace(PLACEHOLDER, () => written);
      this.emitFile({ type: 'asset', fileName: '.vite/kept.json', source: JSON.stringify(kept) });
    },
  },
});

/** The occasional screens are weighed with the rest, but no phone keeps them. */
const ofRoles = (parts: Kept['parts']): Kept['parts'] =>
  Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith('occasional')));

function keptFiles(bundle: Rolldown.OutputBundle): Kept {
  const chunks = new Map(
    Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
  );
  /** A file and all it may ever load, apart from other parts of the app. */
  const withLoaded = (name: string, seen = new Set<string>()): Set<string> => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) return seen;
    seen.add(name);
    for (const needed of [...chunk.imports, ...chunk.dynamicImports])
      if (!isPart(needed) && !isApart(needed)) withLoaded(needed, seen);
    return seen;
  };
  const partOf = (name: string): string | undefined =>
    PART.exec(chunks.get(name)?.facadeModuleId ?? '')?.[1];
  const isPart = (name: string): boolean => partOf(name) !== undefined;

  const opens = (name: string, file: RegExp): boolean =>
    file.test(chunks.get(name)?.facadeModuleId ?? '');
  const isApart = (name: string): boolean => Object.values(APART).some((file) => opens(name, file));

  const entry = [...chunks.values()].find(
    ({ isEntry, fileName }) => isEntry && fileName !== 'sw.js',
  );
  const common = withLoaded(entry?.fileName ?? '');
  const others = Object.keys(bundle).filter((name) =>
    /\.(css|html|png|svg|webmanifest)$/.test(name),
  );
  const parts = new Map<string, readonly string[]>([['guest', [...common]]]);
  for (const name of chunks.keys()) {
    const part = partOf(name);
    if (part)
      parts.set(
        part,
        [...withLoaded(name)].filter((one) => !common.has(one)),
      );
  }
  const kept = new Set([...common, ...[...parts.values()].flat()]);
  const apart = Object.entries(APART).map(([what, file]) => {
    const names = [...chunks.keys()].filter((name) => opens(name, file));
    const all = new Set(names.flatMap((name) => [...withLoaded(name)]));
    return [what, [...all].filter((name) => !kept.has(name)).toSorted()] as const;
  });
  return {
    apart: Object.fromEntries(apart),
    shell: [...others, ...common].filter((name) => !isEnglish(name)).toSorted(),
    parts: Object.fromEntries(
      [...parts].flatMap(([part, names]) => [
        ...(part === 'guest' ? [] : [[part, names.filter((name) => !isEnglish(name)).toSorted()]]),
        [`${part}.en`, names.filter(isEnglish).toSorted()],
      ]),
    ),
  };
}

const isEnglish = (name: string): boolean => name.startsWith('assets/en-');
