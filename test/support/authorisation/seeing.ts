import { getNamedType, isObjectType, isUnionType, type GraphQLOutputType } from 'graphql';
import type { Part } from './neighbourhood.js';

/** What of whom was in an answer. */
export interface Sight {
  /** `Deal.number`. */
  readonly field: string;
  /** Whose: the part the nearest thing with an id came with; none for what is nobody's. */
  readonly part: Part | undefined;
}

type PartOf = (id: string) => Part | undefined;

/** Every field that was filled, through every list and nested thing of an answer. */
export function* sightsIn(
  value: unknown,
  type: GraphQLOutputType,
  partOf: PartOf,
  part?: Part,
): Generator<Sight> {
  if (Array.isArray(value)) {
    for (const one of value) yield* sightsIn(one, type, partOf, part);
    return;
  }
  const shown = value as Record<string, unknown>;
  const named = getNamedType(type);
  const object = isUnionType(named)
    ? named.getTypes().find(({ name }) => name === shown['__typename'])
    : named;
  if (!isObjectType(object)) return;
  const own = marked(shown, partOf) ?? part;
  for (const [name, { type: inner }] of Object.entries(object.getFields())) {
    const { [name]: one } = shown;
    if (one === null || one === undefined || (Array.isArray(one) && one.length === 0)) continue;
    yield { field: `${object.name}.${name}`, part: own };
    yield* sightsIn(one, inner, partOf, own);
  }
}

function marked(shown: Record<string, unknown>, partOf: PartOf): Part | undefined {
  const names = Object.keys(shown).filter((name) => name.endsWith('Id'));
  return ['id', ...names].map((name) => partOf(String(shown[name]))).find(Boolean);
}
