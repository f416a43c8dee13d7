import type { Clock } from '../kernel/clock.js';

/**
 * Reference data kept for a minute in this process. Only for rows that change by an office's hand a few times
 * a season and where another process may show the old ones for that minute.
 */
export class Cached<Value> {
  #value: Promise<Value> | undefined;
  #until = 0;

  constructor(
    private readonly clock: Clock,
    private readonly read: () => Promise<Value>,
    private readonly seconds = 60,
  ) {}

  get(): Promise<Value> {
    const now = this.clock.now().getTime();
    if (!this.#value || now >= this.#until) {
      this.#until = now + this.seconds * 1000;
      this.#value = this.read();
      this.#value.catch(() => (this.#value = undefined));
    }
    return this.#value;
  }

  forget(): void {
    this.#value = undefined;
  }
}
