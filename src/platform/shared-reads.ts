interface Running<Answer> {
  readonly current: Promise<Answer>;
  /** Begins when `current` is done; whoever asks meanwhile shares it. */
  next?: Promise<Answer>;
}

/**
 * One read for all who ask the same at once, as every open board does when something moved. Whoever asks while a read runs
 * shares the next one, which begins after the question, so an answer is never older than the question it answers.
 */
export class SharedReads<Answer> {
  readonly #running = new Map<string, Running<Answer>>();

  /** `question` holds everything `read` depends on, whoever may see it included. */
  ask(question: string, read: () => Promise<Answer>): Promise<Answer> {
    const running = this.#running.get(question);
    if (!running) return this.#begin(question, read);
    running.next ??= running.current.then(
      () => this.#begin(question, read),
      () => this.#begin(question, read),
    );
    return running.next;
  }

  #begin(question: string, read: () => Promise<Answer>): Promise<Answer> {
    const running: Running<Answer> = { current: read() };
    this.#running.set(question, running);
    const forget = (): void => {
      if (!running.next) this.#running.delete(question);
    };
    running.current.then(forget, forget);
    return running.current;
  }
}
