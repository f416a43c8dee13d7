import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { RunsStore } from '../data/runs.store.js';
import { runPolicy } from '../domain/run.policy.js';
import { ReadRunBooks, type Suggestion } from './run-books.js';

/** AL-11: what could come in place of what a stop does not give. Writes nothing. */
@Injectable()
export class SuggestReplacements {
  constructor(
    private readonly runs: RunsStore,
    private readonly books: ReadRunBooks,
  ) {}

  async atStop(actor: Actor, stopId: string): Promise<Suggestion | Refusal<'STOP_NOT_FOUND'>> {
    const run = await this.runs.ofStop(actor, stopId);
    const stop = run?.stops.find(({ id }) => id === stopId);
    if (!run || !stop || stop.dealId === null || !runPolicy.replace.allows(actor, run))
      return refuse('STOP_NOT_FOUND');
    return (await this.books.of(run)).suggestion(stop);
  }

  /** For every stop of a run, known before anything is short: a phone without signal has the answer with it. */
  async onRun(
    actor: Actor,
    runId: string,
  ): Promise<{ stops: Suggestion[] } | Refusal<'RUN_NOT_FOUND'>> {
    const run = await this.runs.find(actor, runId);
    if (!run || !runPolicy.replace.allows(actor, run)) return refuse('RUN_NOT_FOUND');
    const books = await this.books.of(run);
    const stops = run.stops.filter(({ dealId, state }) => dealId !== null && state !== 'SKIPPED');
    return { stops: stops.map((stop) => books.suggestion(stop)) };
  }
}
