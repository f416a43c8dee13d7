import { randomUUID } from 'node:crypto';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType, lexicographicSortSchema, type GraphQLSchema } from 'graphql';
import { ROLES, type Role } from '../../../src/platform/access/actor.js';
import { placesOf, put, type Place } from '../foreign-ids.js';
import { rolesAsking } from '../printed.js';
import { documentsOf, isListed, nothingOf, type Field } from './asking.js';
import { exampleOf, keysOf, whichOf } from './examples.js';
import { Inside, type Answered, type Kind } from './inside.js';
import {
  COMMUNE,
  gradeOf,
  partFor,
  RELATIONS,
  relationTo,
  type Neighbourhood,
  type Part,
} from './neighbourhood.js';
import type { OneConnection } from './one-connection.js';
import { sightsIn } from './seeing.js';
import { Seen } from './table.js';

const REFUSED_ROLE = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);
// From what an operation answers, that many things within things.
const DEPTH: Readonly<Record<Kind, number>> = { query: 3, mutation: 2, subscription: 1 };

interface Asked {
  readonly kind: Kind;
  readonly field: Field;
  readonly role: Role;
  /** Whose things are asked about; undefined when about nobody's. */
  readonly part?: Part | undefined;
}

/** Asks everything as everybody about everybody's, and writes down who got what. */
export class Matrix {
  readonly operations = new Seen();
  readonly fields = new Seen();
  readonly facts = new Seen();
  /** What must not be, whatever the table says. */
  readonly faults: string[] = [];
  readonly #schema: GraphQLSchema;
  readonly #checkpointId: string;
  readonly #unitId: string;
  readonly #inside: Inside;

  constructor(
    private readonly here: Neighbourhood,
    private readonly connection: OneConnection,
  ) {
    // The product does not sort its schema; a table that is compared must.
    this.#schema = lexicographicSortSchema(here.world.app.get(GraphQLSchemaHost).schema);
    this.#inside = new Inside(here, this.#schema, (fault) => this.faults.push(fault));
    this.#unitId = here.make.commune(COMMUNE);
    this.#checkpointId = here.make.place('CHOT-QL31-TAY');
    for (const { kind } of here.facts) this.facts.row(kind);
    for (const type of Object.values(this.#schema.getTypeMap()).filter(isObjectType)) {
      if (type.name.startsWith('__') || /^(Query|Mutation|Subscription)$/.test(type.name)) continue;
      for (const name of Object.keys(type.getFields())) this.fields.row(`${type.name}.${name}`);
    }
  }

  async fill(kind: Kind): Promise<void> {
    const roots = {
      query: this.#schema.getQueryType(),
      mutation: this.#schema.getMutationType(),
      subscription: this.#schema.getSubscriptionType(),
    };
    for (const field of Object.values(roots[kind]?.getFields() ?? {})) {
      const may = rolesAsking(this.here.world, field.name);
      for (const role of ROLES) {
        if (may.includes(role)) await this.#served(kind, field, role);
        else await this.#refused(kind, field, role);
      }
    }
  }

  /** Whom a rule does not name is refused by the guard of the operation, whatever it is asked about. */
  async #refused(kind: Kind, field: Field, role: Role): Promise<void> {
    const variables = await this.#variables(field, role, undefined);
    const { errors } = await this.#inside.ask(kind, role, nothingOf(kind, field), variables);
    if (!errors.some(({ extensions }) => REFUSED_ROLE.has(extensions.code))) {
      this.faults.push(`${field.name}: ${role} is not refused ${JSON.stringify(errors)}`);
    }
    this.operations.mark(`${kind} ${field.name}`, role, '-');
  }

  async #served(kind: Kind, field: Field, role: Role): Promise<void> {
    const documents = documentsOf(kind, field, DEPTH[kind]);
    const [first = ''] = documents;
    if (this.#aimsOf(field, role).length === 0 && !keysOf(field.name)) {
      this.operations.mark(`${kind} ${field.name}`, role, '*');
      const variables = await this.#variables(field, role, undefined);
      await this.#look({ kind, field, role, documents, variables });
      return;
    }
    const absent = await this.#ask(
      kind,
      role,
      first,
      await this.#variables(field, role, undefined),
    );
    for (const relation of RELATIONS) {
      const part = partFor(role, relation);
      if (!part) continue;
      const variables = await this.#variables(field, role, part);
      const answer = await this.#ask(kind, role, first, variables);
      const isServed = said(answer) !== said(absent) && !said(answer).includes(ASK_FIRST);
      this.operations.mark(`${kind} ${field.name}`, role, isServed ? relation.slice(0, 1) : '.');
      if (!isServed) continue;
      this.#note({ kind, field, role, part }, answer);
      await this.#look({ kind, field, role, documents: documents.slice(1), variables, part });
    }
  }

  async #look(asked: Asked & { documents: readonly string[]; variables: object }): Promise<void> {
    for (const document of asked.documents) {
      this.#note(asked, await this.#ask(asked.kind, asked.role, document, asked.variables));
    }
  }

  /** Writes down every field an answer filled, whose it is, and what it gives away of people. */
  #note({ kind, field, role, part }: Asked, answer: Answered): void {
    const got = answer.data?.[field.name];
    if (!got || typeof got !== 'object') return;
    for (const sight of sightsIn(got, field.type, (id) => this.here.partOf(id), part)) {
      const mark = sight.part ? relationTo(role, sight.part).slice(0, 1) : '*';
      this.fields.mark(sight.field, role, mark);
      if (isListed(field) && sight.part) this.operations.mark(`${kind} ${field.name}`, role, mark);
    }
    const text = JSON.stringify(got);
    for (const fact of this.here.facts.filter(({ value }) => text.includes(value))) {
      this.facts.mark(fact.kind, role, relationTo(role, fact.part).slice(0, 1));
    }
  }

  /** Where ids of somebody's things stand; a place of the map is nobody's, and what is left out points at nothing. */
  #aimsOf(field: Field, role: Role): Place[] {
    const variables = exampleOf(field, { role });
    return placesOf(field).filter(
      ({ table, path }) =>
        table !== 'places' &&
        path.reduce<unknown>(
          (at, name) => ([at].flat()[0] as Record<string, unknown>)?.[name],
          variables,
        ) !== null,
    );
  }

  /** Variables that point at this part's things; at nothing that exists without a part. */
  async #variables(
    field: Field,
    role: Role,
    part: Part | undefined,
  ): Promise<Record<string, unknown>> {
    const keys = keysOf(field.name);
    const variables = exampleOf(field, {
      role,
      gradeCode: gradeOf(part),
      checkpointId: this.#checkpointId,
      unitId: this.#unitId,
      partyId: this.here.traderOf('first'),
      isPhoneDeal: role !== 'TRADER',
      buyerPhone: role === 'TRADER' ? null : this.here.traderPhone('far'),
      ...(keys &&
        part &&
        (await this.here.keys(keys.table, part, keys.words, whichOf(field.name, keys.table)))),
    });
    const taken = new Map<string, number>();
    for (const { table, path } of this.#aimsOf(field, role)) {
      const ids = part ? await this.here.idsOf(table, part, role, whichOf(field.name, table)) : [];
      const next = taken.get(table) ?? 0;
      taken.set(table, next + 1);
      put(variables, path, ids[next] ?? ids[0] ?? randomUUID());
    }
    return variables;
  }

  /** Asks, and takes back whatever was written. */
  #ask(kind: Kind, role: Role, document: string, variables: object): Promise<Answered> {
    return this.connection.undone(() => this.#inside.ask(kind, role, document, variables));
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** An officer learns that she must ask the household first, and does nothing for it. */
const ASK_FIRST = '"CONSENT_MISSING"';

/** An answer without the ids in it: two that are equal tell the asker nothing apart. */
const said = ({ data, errors }: Answered): string =>
  JSON.stringify([
    data,
    errors.map(({ message, extensions }) => [message, extensions.code]),
  ]).replaceAll(UUID, '');
