import { ApolloArmor } from '@escape.tech/graphql-armor';

/** Words and signs of one document. */
export const MAX_TOKENS = 1_000;

/**
 * What one document may ask, whoever sends it. Our deepest real query is six levels, our longest document about 400 tokens.
 * A list costs what its rows cost times the `first` written in the document.
 */
export const limits = new ApolloArmor({
  maxDepth: { n: 8 },
  maxAliases: { n: 15, allowList: [] },
  maxDirectives: { n: 20 },
  costLimit: { maxCost: 5_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3 },
  // Its token limit turns every syntax error into HTTP 500; Apollo's own parse option answers 400.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
}).protect();
