import type { Actor, Role } from './actor.js';

/** Who may do one thing: in words, by role, and for one object. */
export interface Rule<Facts = never> {
  readonly name: string;
  /** A sentence for docs/permissions.md. */
  readonly who: string;
  readonly roles: readonly Role[];
  allows(actor: Actor, facts: Facts): boolean;
}

interface RuleWords<Facts> {
  readonly who: string;
  readonly roles: readonly Role[];
  readonly allows?: (actor: Actor, facts: Facts) => boolean;
}

const registry = new Map<string, Rule<never>>();

/** One rule, named `feature.action`; the role is always part of `allows`. */
export function rule<Facts = void>(name: string, words: RuleWords<Facts>): Rule<Facts> {
  const made: Rule<Facts> = {
    name,
    who: words.who,
    roles: words.roles,
    allows: (actor, facts) =>
      words.roles.includes(actor.role) && (words.allows?.(actor, facts) ?? true),
  };
  registry.set(name, made as Rule<never>);
  return made;
}

/** Every rule that was declared, by name: what docs/permissions.md is printed from. */
export const everyRule = (): readonly Rule<never>[] =>
  [...registry.values()].toSorted((a, b) => a.name.localeCompare(b.name));
