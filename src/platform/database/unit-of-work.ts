import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Semaphore, withTimeout } from 'async-mutex';
import type { DataSource } from 'typeorm';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../access/actor.js';
import { CONNECT_MS, TRANSACTIONS } from './data-source.js';
import { preparedIn } from './prepared.js';
import type { Tx } from './tx.js';

export type { Tx };

export interface Act {
  readonly actor: Actor;
  /** GraphQL operation name; the idempotency key is scoped to person and operation. */
  readonly operation: string;
  /** The client-made UUID of this act. */
  readonly key: string;
  /** What was asked, so that the same key with another wish is refused. */
  readonly request: unknown;
}

/** What a client asked to be done once: everything it sent but the id it made for the act is the request. */
export function actOf(
  actor: Actor,
  operation: string,
  { clientMutationId: key, ...request }: { readonly clientMutationId: string },
): Act {
  return { actor, operation, key, request };
}

export type ActRefusal = 'IDEMPOTENCY_KEY_REUSED' | 'CONSENT_WITHDRAWN';

/**
 * What ends an act, whichever it is, from below every use case: thrown inside its transaction by what they all pass through,
 * so that none can forget to hand it on. `once` rolls back and answers the refusal.
 */
export class Veto extends Error {
  constructor(readonly refusal: Refusal<ActRefusal>) {
    super(refusal.refused);
  }
}

// Three tries: row locks are taken in one order, so this is for the deadlock nobody foresaw.
const ATTEMPTS = 3;
const RETRYABLE = new Set(['40001', '40P01']);

const NO_TURN = new Error('timeout expired: too many transactions at once');

@Injectable()
export class UnitOfWork {
  readonly #turns = withTimeout(new Semaphore(TRANSACTIONS), CONNECT_MS, NO_TURN);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one READ COMMITTED transaction; a returned refusal rolls everything back.
   * May run `work` more than once after a deadlock, so nothing outside the database may happen inside it; and no second
   * `run`, which would wait for the turn that the first one has.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#turns.runExclusive(() => this.attempt(work));
      } catch (fault) {
        if (attempt === ATTEMPTS || !RETRYABLE.has(sqlState(fault))) throw fault;
      }
    }
  }

  /**
   * Runs `work` at most once per act: a repeat answers what the first one answered and changes nothing.
   * The answer must be plain JSON (ids, usually), so that it can be kept beside the key.
   */
  async once<T>(act: Act, work: (tx: Tx) => Promise<T>): Promise<T | Refusal<ActRefusal>> {
    const { actor, operation, key } = act;
    const hash = hashOf(act);
    const done = this.run<T | Refusal<ActRefusal>>(async (tx) => {
      const claimed = await preparedIn(tx, {
        name: 'acts.claim',
        text: `insert into acts (person_id, operation, key, party_id, role, request_hash)
               values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1`,
        values: [actor.personId, operation, key, actor.partyId, actor.role, hash],
      });
      if (claimed.length === 0) {
        const first = await this.firstAnswer(tx, act);
        return first ? (first.answer as T) : usedBefore();
      }
      const answer = await work(tx);
      if (isRefusal(answer)) return answer;
      await preparedIn(tx, {
        name: 'acts.answer',
        text: `update acts set response = $4::jsonb where person_id = $1 and operation = $2 and key = $3`,
        values: [actor.personId, operation, key, JSON.stringify(answer ?? null)],
      });
      return answer;
    });
    return done.catch((fault: unknown) => {
      if (fault instanceof Veto) return fault.refusal;
      throw fault;
    });
  }

  /**
   * As `once`, for an act that brings a code. The code is judged before the transaction opens, because a wrong one counts
   * whatever becomes of the act; an act told again is known by its key, and a code that is spent by then is not asked for.
   * A code is spent with the act it proves, so when a twin was quicker its answer stands before the code is found spent.
   */
  async onceProved<Proof, T>(
    act: Act,
    prove: () => Promise<Proof>,
    work: (tx: Tx, proof: Exclude<Proof, Refusal>) => Promise<T>,
  ): Promise<T | Extract<Proof, Refusal> | Refusal<ActRefusal>> {
    const first = await this.firstAnswer(this.dataSource, act);
    if (first) return first.answer as T;
    const proof = await prove();
    if (isRefusal(proof)) {
      const twin = await this.firstAnswer(this.dataSource, act);
      return twin ? (twin.answer as T) : (proof as Extract<Proof, Refusal>);
    }
    return this.once(act, (tx) => work(tx, proof as Exclude<Proof, Refusal>));
  }

  /** What the act was answered, or that its key was used for another wish; undefined while nobody used it. */
  private async firstAnswer(
    db: Pick<Tx, 'query'>,
    act: Act,
  ): Promise<{ readonly answer: unknown } | undefined> {
    const { actor, operation, key } = act;
    const [first]: { request_hash: string; response: unknown }[] = await db.query(
      `select request_hash, response from acts where person_id = $1 and operation = $2 and key = $3`,
      [actor.personId, operation, key],
    );
    if (!first) return undefined;
    const isSame = first.request_hash === hashOf(act);
    return { answer: isSame ? first.response : usedBefore() };
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const answer = await work(runner.manager as Tx);
      if (isRefusal(answer)) await runner.rollbackTransaction();
      else await runner.commitTransaction();
      return answer;
    } catch (fault) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw fault;
    } finally {
      await runner.release();
    }
  }
}

/** Names the id as the input that is wrong, which is how a client tells it from a no of the business. */
const usedBefore = (): Refusal<ActRefusal> =>
  refuse('IDEMPOTENCY_KEY_REUSED', {}, 'clientMutationId');

const hashOf = ({ request }: Act): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('base64url');

/** The SQLSTATE of a database fault, or '' when it has none. */
export function sqlState(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return '';
  const { code, driverError } = fault as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' ? state : '';
}

/** The name of the broken constraint, for the one store that may translate that one constraint to a refusal. */
export function brokenConstraint(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return '';
  const { constraint, driverError } = fault as {
    constraint?: unknown;
    driverError?: { constraint?: unknown };
  };
  const name = driverError?.constraint ?? constraint;
  return typeof name === 'string' ? name : '';
}
