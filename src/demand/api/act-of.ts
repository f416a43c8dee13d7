import type { Actor } from '../../platform/access/actor.js';
import type { Act } from '../../platform/database/unit-of-work.js';

/** What is done once, by the id the client made for it. */
export function actOf(
  actor: Actor,
  operation: string,
  input: { readonly clientMutationId: string },
): Act {
  const { clientMutationId: key, ...request } = input;
  return { actor, operation, key, request };
}
