import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { badRequest } from './faults.js';

// Our own clients send a few dozen documents; the bound keeps a stranger's thousands from filling memory.
const KEPT = 500;

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

interface HttpHints {
  status?: number;
  headers?: Iterable<[string, string]>;
}

/**
 * Executes each document through a function compiled for it, kept by document and operation name.
 * The interpreting executor costs about twice as much on a list of twenty lots (bench/list-lots).
 * A plugin that answers early must do what Apollo does elsewhere: format errors, carry their HTTP status, and answer
 * variables that do not fit their types as a bad request. `hidesSchema`: without a word about those types.
 */
export function compiledExecution(
  format: Format,
  hidesSchema: boolean,
): ApolloServerPlugin<BaseContext> {
  const compiled = new Map<string, CompiledQuery>();
  return {
    requestDidStart: async () => ({
      responseForOperation: async (asked) => {
        const { document, operationName, queryHash, schema, request, contextValue, operation } =
          asked;
        if (operation.operation === 'subscription') return null;
        const key = `${queryHash}:${operationName ?? ''}`;
        let query = compiled.get(key);
        if (!query) {
          const made = compileQuery(schema, document, operationName ?? undefined);
          if (!isCompiledQuery(made)) return null;
          query = made;
          if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value ?? '');
          compiled.set(key, query);
        }
        const result = (await query.query(
          {},
          contextValue,
          request.variables ?? {},
        )) as ExecutionResult;
        const { http } = asked.response;
        if (!result.errors) return { http, body: { kind: 'single', singleResult: result } };
        const isExecuted = 'data' in result;
        if (!isExecuted) http.status = 400;
        const errors = isExecuted ? result.errors : [misfit(result.errors, hidesSchema)];
        for (const error of errors) applyHttp(http, error);
        const shown = errors.map((error) => format(error.toJSON(), error));
        return { http, body: { kind: 'single', singleResult: { ...result, errors: shown } } };
      },
    }),
  };
}

// The message quotes what was sent, which may be a whole body.
const LONGEST_REASON = 300;

/** Only the first of them: a long list with one wrong item each would be answered by a far longer one. */
function misfit(errors: readonly GraphQLError[], hidesSchema: boolean): GraphQLError {
  const reason = hidesSchema ? '' : ` ${errors[0]?.message.slice(0, LONGEST_REASON)}`;
  return badRequest(`Dữ liệu gửi kèm không đúng dạng.${reason}`);
}

function applyHttp(
  http: { status?: number; headers: Map<string, string> },
  error: GraphQLError,
): void {
  // The compiled executor leaves `extensions` out where the reference one puts an empty object.
  const hints = (error.extensions as Partial<typeof error.extensions> | undefined)?.['http'] as
    HttpHints | undefined;
  if (hints?.status !== undefined) http.status = hints.status;
  for (const [name, value] of hints?.headers ?? []) http.headers.set(name, value);
}
