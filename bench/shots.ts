import type { Shot } from './load.js';

/** A question of the API; `field` stands in every good answer. */
export const graphql = (
  token: string | null,
  query: string,
  variables: object,
  field: string,
): Shot => ({
  path: '/graphql',
  headers: {
    'content-type': 'application/json',
    'x-requested-with': 'cho-luc-nam',
    ...(token && { cookie: `__Host-clns=${token}` }),
  },
  body: JSON.stringify({ query, variables }),
  isGood: (status, body) =>
    status === 200 &&
    !body.includes('"errors"') &&
    !body.includes('Refused') &&
    body.includes(field),
});
