interface Part {
  amountVnd: number;
  state: 'CONFIRMED' | 'CONTESTED' | 'DECLARED_PAID' | 'DUE';
}

interface Sums {
  /** Not paid, or said to be paid and not come. */
  owedVnd: number;
  /** The payer says it is on its way. */
  declaredVnd: number;
  receivedVnd: number;
}

/** What is owed, on its way and received, in đồng. */
export function sumsOf(parts: readonly Part[]): Sums {
  const of = (...states: Part['state'][]): number =>
    parts
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  return {
    owedVnd: of('DUE', 'CONTESTED'),
    declaredVnd: of('DECLARED_PAID'),
    receivedVnd: of('CONFIRMED'),
  };
}
