type Series = 'order' | 'ticket' | 'run' | 'permit';

/** Numbers given out so far, by what they number. */
export type SerialsGiven = Readonly<Record<Series, number>>;

/** Numbers orders, tickets, runs and permits from 1 on, as the sequences of the database do after them. */
export class Serials {
  readonly #given: Record<Series, number> = { order: 0, ticket: 0, run: 0, permit: 0 };

  next(series: Series): number {
    this.#given[series] += 1;
    return this.#given[series];
  }

  given(): SerialsGiven {
    return { ...this.#given };
  }
}
