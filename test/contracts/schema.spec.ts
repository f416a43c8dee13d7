import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { committed, printedSchema } from '../support/printed.js';
import { World } from '../support/world.js';

describe('the schema', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
  });
  afterAll(() => world.close());

  it('is the one in schema.graphql, which web and reviewers read (UPDATE=1 writes it)', () => {
    const today = printedSchema(world);
    expect(committed('schema.graphql', today)).toBe(today);
  });

  it('says in words what every type, field, argument and value is', () => {
    const { schema } = world.app.get(GraphQLSchemaHost);
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const undescribed = types.flatMap((type) => [
      ...(type.description || roots.includes(type as never) ? [] : [type.name]),
      ...partsOf(type)
        .filter((part) => !part.description)
        .map((part) => part.path),
    ]);
    expect(undescribed).toEqual([]);
  });

  it('says it in Vietnamese and in English', () => {
    const { schema } = world.app.get(GraphQLSchemaHost);
    const oneLanguage = Object.values(schema.getTypeMap())
      .flatMap(partsOf)
      .filter(
        ({ path, description }) =>
          !path.startsWith('__') && description && !description.includes(' / '),
      );
    expect(oneLanguage.map(({ path }) => path)).toEqual([]);
  });
});

interface Part {
  readonly path: string;
  readonly description: string | null | undefined;
}

function partsOf(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map(({ name, description }) => ({ path: `${type.name}.${name}`, description }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, description }) => ({
      path: `${type.name}.${name}`,
      description,
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { path: `${type.name}.${field.name}`, description: field.description },
    ...field.args.map(({ name, description }) => ({
      path: `${type.name}.${field.name}(${name})`,
      description,
    })),
  ]);
}
