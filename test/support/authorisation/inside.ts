import {
  execute,
  parse,
  subscribe,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { Authenticator, type Actor, type Role } from '../../../src/platform/access/actor.js';
import { maskFault } from '../../../src/platform/graphql/faults.js';
import type { Answer } from '../ask.js';
import type { Neighbourhood } from './neighbourhood.js';

export type Kind = 'query' | 'mutation' | 'subscription';
export type Answered = Answer<Record<string, unknown>>;

/**
 * Asks past the wire: the product's own schema, guards, resolvers and statements, for whoever the session of a role is
 * found to be. What stands before them (limits of a document, cookies, compiled execution) does not ask who somebody is,
 * and costs three quarters of a question.
 */
export class Inside {
  readonly #actors = new Map<Role, Promise<Actor>>();
  readonly #parsed = new Map<string, DocumentNode>();

  constructor(
    private readonly here: Neighbourhood,
    private readonly schema: GraphQLSchema,
    private readonly onFault: (fault: string) => void,
  ) {}

  async ask(kind: Kind, role: Role, document: string, variables: object): Promise<Answered> {
    const answered = ({ data, errors = [] }: ExecutionResult): Answered => ({
      status: 200,
      data: data ?? null,
      errors: errors.map((error) => this.#shown(error, `${role}: ${document.slice(0, 160)}`)),
      cookies: [],
    });
    const request = {
      schema: this.schema,
      document: this.#read(document),
      contextValue: { actor: await this.#actorOf(role) },
      variableValues: { ...variables },
    };
    if (kind !== 'subscription') return answered(await execute(request));
    const opened = await subscribe(request);
    if (!(Symbol.asyncIterator in opened)) return answered(opened);
    // That it opened is the answer.
    await opened.return?.();
    return answered({ data: { opened: true } });
  }

  /** As the wire would show it; what it would hide is a fault. */
  #shown(error: GraphQLError, asked: string): Answered['errors'][number] {
    const masked = maskFault((_, fault) => this.onFault(`${asked}: ${String(fault)}`));
    const { message, extensions } = masked(error.toJSON(), error);
    return { message, extensions: { code: String(extensions?.['code']) } };
  }

  #read(document: string): DocumentNode {
    const read = this.#parsed.get(document) ?? parse(document);
    this.#parsed.set(document, read);
    return read;
  }

  #actorOf(role: Role): Promise<Actor> {
    const { world, voices } = this.here;
    const actor =
      this.#actors.get(role) ??
      world.app.get(Authenticator).actorOf(voices.get(role)?.session, 'vi');
    this.#actors.set(role, actor);
    return actor;
  }
}
