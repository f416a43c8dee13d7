import { readFileSync } from 'node:fs';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'graphql';

/** What reaches a person or says where she is, by the names the schema gives it. */
const REACHES =
  /^(phones?|lat|lon|plate|taxCode|members|bankAccount|bankName|householdName|driverName|pickupNote|proofs)$/;
// Units and markets are on every map.
const PUBLIC_PLACES = new Set(['AdminUnit', 'Place']);
// What is printed on these is the name of a person, not of a business or a household in a list.
const PEOPLE = new Set([
  'Person',
  'PartyMember',
  'PartyPerson',
  'CrewMember',
  'RunDriver',
  'BoxContact',
]);

function reachingFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !PUBLIC_PLACES.has(name))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => REACHES.test(field) || (field === 'name' && PEOPLE.has(type.name)))
        .map((field) => `${type.name}.${field}`),
    );
}

describe('docs/personal-data.md', () => {
  it('H1 says of every field that reaches a person when the staff sees it, and of no other', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const rows = readFileSync('docs/personal-data.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const listed = rows
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+\.\w+)`/g)])
      .map(([, field]) => field ?? '');
    expect(listed.toSorted()).toEqual(reachingFields(schema).toSorted());
  });
});
