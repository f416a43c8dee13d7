interface Running<Answer> {
  readonly current: Promise<Answer>;
  /** Until the read itself begins, whoever asks still has its answer. */
  isReading: boolean;
  /** Begins when `current` is done; whoever asks meanwhile shares it. */
  next?: Promise<Answer>;
}

/**
 * One read for all who ask the same at once, as every open board does when something moved. Whoever asks while a read runs
 * shares the next one, which begins after the question, so an answer is never older than the question it answers.
 */
export class SharedReads<Answer> {
  readonly #running = new Map<string, Running<Answer>>();

  /** @param gather waited for before a first read begins, so that those who ask a moment later share it and not the next one */
  constructor(private readonly gather?: () => Promise<unknown>) {}

  /** `question` holds everything `read` depends on, whoever may see it included. */
  ask(question: string, read: () => Promise<Answer>): Promise<Answer> {
    const running = this.#running.get(question);
    if (!running) return this.#begin(question, read, this.gather);
    if (!running.isReading) return running.current;
    const again = (): Promise<Answer> => this.#begin(question, read);
    running.next ??= running.current.then(again, again);
    return running.next;
  }

  #begin(
    question: string,
    read: () => Promise<Answer>,
    gather?: () => Promise<unknown>,
  ): Promise<Answer> {
    const begin = (): Promise<Answer> => {
      running.isReading = true;
      return read();
    };
    const running: Running<Answer> = {
      current: gather ? gather().then(begin) : read(),
      isReading: !gather,
    };
    this.#running.set(question, running);
    const forget = (): void => {
      if (!running.next) this.#running.delete(question);
    };
    running.current.then(forget, forget);
    return running.current;
  }
}
