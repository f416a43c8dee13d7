import { getOperationAST, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import { badRequest } from './faults.js';

interface Asked {
  readonly query: string;
  readonly operationName?: string | null;
}

/**
 * What a socket may ask: one subscription within the same limits as over HTTP, which the socket's server knows nothing of.
 * Queries and mutations go over HTTP, where masking, size and counting are.
 */
export function refusedOnSocket(
  schema: GraphQLSchema,
  asked: Asked,
  limits: { readonly maxTokens: number; readonly rules: readonly ValidationRule[] },
): readonly GraphQLError[] | undefined {
  try {
    const document = parse(asked.query, { maxTokens: limits.maxTokens });
    const operation = getOperationAST(document, asked.operationName);
    if (operation?.operation !== 'subscription')
      return [badRequest('Chỉ theo dõi qua kết nối này.')];
    const [first] = validate(schema, document, [...specifiedRules, ...limits.rules]);
    return first && [badRequest(first.message)];
  } catch (fault) {
    if (fault instanceof GraphQLError) return [badRequest(fault.message)];
    throw fault;
  }
}
