import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Given, Someone } from '../given.js';
import { documentOf } from '../hostile-inputs.js';

/** Acts of people, by the name of the mutation alone, and the ids of what came of them. */
export class Doing {
  constructor(private readonly make: Given) {}

  /** Does one act that must not fail. */
  async act(someone: Someone, operation: string, wish: object): Promise<void> {
    const { world } = this.make;
    const { schema } = world.app.get(GraphQLSchemaHost);
    const field = schema.getMutationType()?.getFields()[operation];
    if (!field) throw new Error(`no such mutation: ${operation}`);
    const answer = await someone.voice.send<Record<string, { __typename: string }>>(
      documentOf('mutation', field),
      { input: { clientMutationId: world.id(), ...wish } },
    );
    const { __typename: kind } = answer.data?.[operation] ?? {};
    if (kind && kind !== 'Refused') return;
    throw new Error(`${operation}: ${JSON.stringify(answer.data ?? answer.errors)}`);
  }

  /** @returns the id in the first row; there is one */
  async one(statement: string, id: string): Promise<string> {
    const [row]: { id: string }[] = await this.make.world.db.query(statement, [id]);
    if (!row) throw new Error(`nothing there: ${statement}`);
    return row.id;
  }

  communeOf({ party }: Someone): Promise<string> {
    return this.one(`select commune_id as id from parties where id = $1`, party.id);
  }
}
