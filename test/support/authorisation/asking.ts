import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';

export type Field = GraphQLField<unknown, unknown>;

// The product refuses documents of a thousand tokens; a selection of this many names stays well below.
const NAMES_EACH = 350;

/** Documents that together ask an operation for everything that can be reached from its answer. */
export function documentsOf(kind: string, field: Field, depth: number): string[] {
  const parts = partsOf(field.type, depth);
  if (parts.length === 0) return [`${headOf(kind, field)} }`];
  // Refusals stand in each, so that any of them tells whether it was one.
  const isUnion = isUnionType(getNamedType(field.type));
  const refused = isUnion ? '... on Refused { code message nextStep field }' : '';
  return packed(parts).map(
    (selection) => `${headOf(kind, field)} { __typename ${refused} ${selection} } }`,
  );
}

/** A document that asks for nothing but whether it is answered. */
export function nothingOf(kind: string, field: Field): string {
  const selection = isComposite(getNamedType(field.type)) ? '{ __typename }' : '';
  return `${headOf(kind, field)} ${selection} }`;
}

function headOf(kind: string, field: Field): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}`;
}

function partsOf(type: GraphQLOutputType, depth: number): string[] {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    return named
      .getTypes()
      .flatMap((member) =>
        members(member, depth).map((part) => `... on ${member.name} { ${part} }`),
      );
  }
  return isObjectType(named) ? members(named, depth) : [];
}

function members(type: GraphQLObjectType, depth: number): string[] {
  // An id tells whose a thing is, so it stands in each part.
  const id = marks(type);
  return selectionsOf(type, depth, [type.name]).map((selection) => `${id} ${selection}`);
}

/** Names by which a thing says whose it is. */
const marks = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter(({ name, args }) => args.length === 0 && (name === 'id' || name.endsWith('Id')))
    .map(({ name }) => name)
    .join(' ');

function selectionsOf(type: GraphQLObjectType, depth: number, above: readonly string[]): string[] {
  const parts: string[] = [];
  for (const field of Object.values(type.getFields())) {
    const part = selectionOf(field, depth, above);
    if (part) parts.push(part);
  }
  return parts;
}

function selectionOf(field: Field, depth: number, above: readonly string[]): string | undefined {
  const named = getNamedType(field.type);
  if (field.args.some(({ type }) => getNullableType(type) !== type)) return undefined;
  if (!isComposite(named)) return field.name;
  if (!isObjectType(named)) throw new Error(`a field of a union: ${field.name}`);
  if (above.includes(named.name) || depth === 0) return undefined;
  const isPaged = /(Connection|PageInfo)$/.test(named.name);
  const next = [...above, named.name];
  const inner = selectionsOf(named, isPaged ? depth : depth - 1, next);
  return inner.length === 0 ? undefined : `${field.name} { ${inner.join(' ')} }`;
}

const isComposite = (type: GraphQLNamedType): boolean =>
  isObjectType(type) || isUnionType(type) || isInterfaceType(type);

function packed(parts: readonly string[]): string[] {
  const packs: string[] = [];
  let names = Infinity;
  for (const part of parts) {
    const own = part.match(/\w+/g)?.length ?? 0;
    if (names + own > NAMES_EACH) {
      packs.push('');
      names = 0;
    }
    names += own;
    packs[packs.length - 1] += ` ${part}`;
  }
  return packs;
}

/** Whether an answer is a list, paged or not. */
export function isListed({ type }: Field): boolean {
  return isListType(getNullableType(type)) || getNamedType(type).name.endsWith('Connection');
}
