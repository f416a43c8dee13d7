import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, visit, type DocumentNode } from 'graphql';

/**
 * Refuses, before anything runs, text that PostgreSQL cannot keep: NUL, and halves of surrogate pairs.
 * Each would otherwise be a fault of whichever statement met it first.
 */
export function storableText(): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ request, source, document }) => {
        const isKept = isStorable(request.variables) && isDocumentStorable(source, document);
        if (!isKept) throw unstorable();
      },
    }),
  };
}

// Thrown before anything runs, it would be answered with 500 if it did not say its status.
const unstorable = (): GraphQLError =>
  new GraphQLError('Chữ gửi lên có ký tự không lưu được.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });

// In a pattern of code points a whole pair is one sign, so only a half without its other half matches.
const HALF_A_PAIR = /\p{Surrogate}/u;

const isStorableText = (text: string): boolean => !text.includes('\0') && !HALF_A_PAIR.test(text);

/** Whether every text in a JSON value, keys included, can be kept. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every((entry) => entry.every(isStorable));
}

// A document can only hold such a character as an escape, or come with half a pair from a broken client.
function isDocumentStorable(source: string, document: DocumentNode): boolean {
  if (!source.includes('\\u') && isStorableText(source)) return true;
  let isKept = true;
  visit(document, {
    StringValue: ({ value }) => {
      isKept &&= isStorable(value);
    },
  });
  return isKept;
}
