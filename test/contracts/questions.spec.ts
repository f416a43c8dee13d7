import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, specifiedRules, validate, type ValidationRule } from 'graphql';
import { limits, MAX_TOKENS } from '../../src/platform/graphql/limits.js';

const APP = 'web/src/app';

/** The documents of the app as their files hold them; those without a name are not sent by themselves. */
const texts = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(APP, file), 'utf8'))
  .flatMap((source) =>
    [...source.matchAll(/graphql\(\s*`([^`]*)`/g)].map(([, text]) => text ?? ''),
  );
const nameIn = (text: string): string => /^\s*\w+\s+(\w+)/.exec(text)?.[1] ?? '';
const fragments = new Map(
  texts.filter((text) => /^\s*fragment /.test(text)).map((text) => [nameIn(text), text]),
);

/** A document and the fragments it spreads, each once. */
function whole(text: string, held = new Set<string>()): string {
  for (const [, name = ''] of text.matchAll(/\.\.\.(?!\s*on\b)\s*(\w+)/g)) {
    if (held.has(name)) continue;
    held.add(name);
    text += `\n${whole(fragments.get(name) ?? '', held)}`;
  }
  return text;
}

describe('what the app asks', () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const asked = texts.filter((text) => /^\s*(query|mutation|subscription)\b/.test(text));
  const rules = [...specifiedRules, ...(limits.validationRules as ValidationRule[])];

  it.each(asked.map((text) => [nameIn(text), text]))(
    'AP-03: %s is within the limits',
    (_, text) => {
      expect(validate(schema, parse(whole(text), { maxTokens: MAX_TOKENS }), rules)).toEqual([]);
    },
  );
});
