import { type Refusal, type RefusalFacts, refuse } from '../../kernel/refusal.js';

/** Everything wrong at once, as one refusal: the only one as it is, several folded into numbered facts. */
export function oneRefusalOf<Code extends string>(
  problems: readonly Refusal<Code>[],
): Refusal<Code | 'PERMIT_REQUEST_WRONG'> | undefined {
  const [only, ...others] = problems;
  if (only === undefined || others.length === 0) return only;
  const facts = problems.flatMap(({ refused, facts: own }, index) => [
    [`${index}.code`, refused] as const,
    ...Object.entries(own).map(([name, value]) => [`${index}.${name}`, value] as const),
  ]);
  return refuse('PERMIT_REQUEST_WRONG', Object.fromEntries(facts));
}

/** The problems that were folded into the facts of a PERMIT_REQUEST_WRONG. */
export function problemsIn(facts: RefusalFacts): readonly Refusal[] {
  const codes = Object.entries(facts).filter(([name]) => name.endsWith('.code'));
  return codes.map(([name, code]) => {
    const prefix = name.slice(0, -'code'.length);
    const own = Object.entries(facts).filter(([key]) => key.startsWith(prefix) && key !== name);
    return refuse(
      String(code),
      Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])),
    );
  });
}
