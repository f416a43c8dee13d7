import { Injectable } from '@nestjs/common';

export interface ScheduledWork {
  readonly name: string;
  /** Five-field crontab, UTC as the queue reads it. */
  readonly crontab: string;
  run(): Promise<void>;
}

/** Work that time starts: each feature registers its own, the worker reads the list once. */
@Injectable()
export class Clockwork {
  readonly #works: ScheduledWork[] = [];

  every(crontab: string, name: string, run: () => Promise<void>): void {
    this.#works.push({ name, crontab, run });
  }

  get works(): readonly ScheduledWork[] {
    return this.#works;
  }
}
