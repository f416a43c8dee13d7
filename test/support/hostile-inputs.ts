import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

/** A value a client may send, by the name of its type: it fits, and means nothing here. */
const FITTING: Readonly<Record<string, unknown>> = {
  String: 'x',
  ID: '00000000-0000-4000-8000-000000000000',
  UUID: '00000000-0000-4000-8000-000000000000',
  Int: 1,
  Float: 1,
  Boolean: true,
  Grams: 1_000,
  Vnd: 1_000,
  Day: '2026-08-25',
  DateTime: '2026-08-25T05:00:00+07:00',
};

const forged = (keys: unknown): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

// Text that a statement, a parser, a screen or a sheet may stumble over, and cursors nobody gave out.
const TEXTS = [
  '',
  "'; drop table lots; --",
  'a\0b',
  '\ud800',
  '%_\\',
  'x'.repeat(20_000),
  forged(['2026-13-45', 'x']),
  forged([1e21, null, {}]),
];
const NUMBERS = [-1, 0, 2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER, 1e300, 0.5, '1'];

/** What is wrong, or at the edge, for each type; whatever a type refuses by itself is among it. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  String: TEXTS,
  ID: TEXTS,
  UUID: ['', 'x', 'a\0b', 7],
  Int: NUMBERS,
  Float: [...NUMBERS, -1e300],
  Grams: NUMBERS,
  Vnd: NUMBERS,
  Boolean: ['true', 1],
  Day: ['2021-02-30', '0001-01-01', '9999-12-31', 'today', 20_210_723],
  DateTime: ['1900-01-01T00:00:00Z', '2199-12-31T23:59:59Z', '2026-02-30T00:00:00Z', 'now', 0],
};

/** Every wrong input of one operation: each leaf in turn, with everything else fitting. */
export function* wrongInputs(field: GraphQLField<unknown, unknown>): Generator<object> {
  const fitting = Object.fromEntries(field.args.map(({ name, type }) => [name, fittingOf(type)]));
  yield fitting;
  for (const { name, type } of field.args) {
    for (const value of wrongOf(type)) yield { ...fitting, [name]: value };
  }
}

/** A document that asks an operation for no more than what came of it. */
export function documentOf(kind: string, field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const answer = getNamedType(field.type);
  const refused = answer.name.endsWith('Result') ? ' ... on Refused { code message nextStep }' : '';
  const selection = isCompositeType(answer) ? ` { __typename${refused} }` : '';
  return `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`;
}

export function fittingOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [fittingOf(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return FITTING[inner.name];
  return Object.fromEntries(
    Object.values(inner.getFields()).map(({ name, type: own }) => [name, fittingOf(own)]),
  );
}

function* wrongOf(type: GraphQLInputType): Generator<unknown> {
  const inner = getNullableType(type);
  yield null;
  if (isListType(inner)) {
    yield [];
    yield 'x';
    yield Array.from({ length: 300 }, () => fittingOf(inner.ofType));
    for (const value of wrongOf(inner.ofType)) yield [value];
  } else if (isEnumType(inner)) {
    yield 'NO_SUCH_VALUE';
  } else if (isInputObjectType(inner)) {
    const fitting = fittingOf(inner) as object;
    yield { ...renewed(fitting), role: 'ADMIN', ownerId: randomUUID() };
    for (const { name, type: own } of Object.values(inner.getFields())) {
      for (const value of wrongOf(own)) yield { ...renewed(fitting), [name]: value };
    }
  } else {
    yield* WRONG[inner.name] ?? [];
  }
}

/** The same act under a key of its own: a repeat would be answered from memory. */
const renewed = <Input extends object>(input: Input): Input =>
  'clientMutationId' in input ? { ...input, clientMutationId: randomUUID() } : input;
