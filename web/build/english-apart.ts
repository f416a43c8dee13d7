import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const APART = '?english';

/** Whether a file of the build holds English words. */
export const isEnglish = (id: string | null): boolean =>
  id !== null && (id.endsWith(APART) || id.endsWith('/words/en.ts'));

interface Call {
  readonly start: number;
  readonly end: number;
  readonly english: { readonly start: number; readonly end: number };
}

/**
 * Words stand in both languages side by side: `const say = bilingual({ … }, { … })`. A phone speaks one language, so
 * the build moves each English half into a file of its own, which only those who read English fetch.
 */
export const englishApart = (): Plugin => ({
  name: 'english-apart',
  apply: 'build',
  resolveId: (id) => (id.endsWith(APART) ? id : null),
  load: (id) => (id.endsWith(APART) ? readFile(id.slice(0, -APART.length), 'utf8') : null),
  transform: {
    filter: { id: /\/web\/src\/app\//, code: 'bilingual(' },
    handler(code, id) {
      const call = callOf(this.parse(code));
      if (!call) return null;
      const { start, end, english } = call;
      const words = code.slice(english.start, english.end);
      if (id.endsWith(APART)) {
        // Whatever else the file says stays where it is; only what the English half uses comes along.
        const rest = code.slice(0, start) + 'undefined' + code.slice(end);
        return `${rest.replaceAll(/^export (?=const|let|function|class)/gm, '')}\nexport default ${words};`;
      }
      const fetched = `() => import(${JSON.stringify(id + APART)}).then((file) => file.default)`;
      return code.slice(0, english.start) + fetched + code.slice(english.end);
    },
  },
});

/** The one call of `bilingual` with both halves written out. */
function callOf(program: unknown): Call | undefined {
  let found: Call | undefined;
  JSON.stringify(program, (_key, node: unknown) => {
    if (isCall(node)) {
      const [, english] = node.arguments;
      if (node.callee.name === 'bilingual' && english?.type === 'ObjectExpression') {
        if (found) throw new Error('one bilingual() a file: its English half is a file of its own');
        found = { start: node.start, end: node.end, english };
      }
    }
    return node;
  });
  return found;
}

interface CallNode {
  readonly type: 'CallExpression';
  readonly start: number;
  readonly end: number;
  readonly callee: { readonly name?: string };
  readonly arguments: readonly { type: string; start: number; end: number }[];
}

const isCall = (node: unknown): node is CallNode =>
  typeof node === 'object' && node !== null && 'type' in node && node.type === 'CallExpression';
