import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Sealer } from '../secrets/sealer.js';

/** The first act that is not as it was done. */
export interface BrokenLink {
  /** CHANGED: the act or its link; GONE: the act or its link was taken out; SLIPPED_IN: an act nobody did then. */
  readonly fault: 'CHANGED' | 'GONE' | 'SLIPPED_IN';
  readonly personId: string;
  readonly operation: string;
  readonly key: string;
  /** Its place in the chain; null for an act that has none. */
  readonly seq: number | null;
}

export interface ChainReport {
  readonly links: number;
  /** Acts of the last minutes that have no link yet. */
  readonly unlinked: number;
  /** Links made with another secret than ours, whose hashes cannot be computed anew. */
  readonly ofOtherSecrets: number;
  /** Hash of the last link: whoever writes it down elsewhere sees later that the end was cut off. */
  readonly head: string | null;
  readonly broken: BrokenLink | null;
}

interface ActRow {
  readonly personId: string;
  readonly operation: string;
  readonly key: string;
  readonly at: Date;
  readonly words: string;
}
interface LinkRow extends Omit<ActRow, 'words' | 'at'> {
  readonly seq: string;
  readonly keyMark: string;
  readonly hash: string;
  /** Null when the act is gone. */
  readonly words: string | null;
}

const PAGE = 2_000;
/** Longer than any transaction may run: an act that is committed late is still found. */
const LATE = `interval '10 minutes'`;
const LOCK = `select pg_advisory_xact_lock(hashtextextended('act_chain', 0))`;
/** All of an act, the same text whatever the session is set to. */
const WORDS = `jsonb_build_array(a.person_id, a.operation, a.key, a.party_id, a.role, a.request_hash, a.response,
  extract(epoch from a.at))::text`;
const UNLINKED = `not exists (select 1 from act_chain c
  where c.person_id = a.person_id and c.operation = a.operation and c.key = a.key)`;

/**
 * Links every act to those before it, some seconds after it was done: a write never waits for the chain. It proves what the
 * triggers of the table only forbid, also against whoever can switch them off.
 */
@Injectable()
export class ActChain {
  readonly #mark: string;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sealer: Sealer,
  ) {
    this.#mark = sealer.hash('act-chain-mark').slice(0, 8);
  }

  /** Links what has no link yet; any number of processes may try at once. */
  async extend(): Promise<void> {
    while ((await this.linkPage()) === PAGE);
  }

  private linkPage(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(LOCK);
      const [last]: { seq: string; hash: string }[] = await tx.query(
        `select seq, hash from act_chain order by seq desc limit 1`,
      );
      const acts: ActRow[] = await tx.query(
        `select a.person_id as "personId", a.operation, a.key, a.at, ${WORDS} as words from acts a
         where a.at > coalesce((select max(act_at) from act_chain) - ${LATE}, '-infinity') and ${UNLINKED}
         order by a.at, a.person_id, a.operation, a.key limit ${PAGE}`,
      );
      let hash = last?.hash ?? '';
      const hashes = acts.map(({ words }) => (hash = this.sealer.hash('act-chain', hash, words)));
      await tx.query(
        `insert into act_chain (seq, person_id, operation, key, act_at, key_mark, hash)
         select $1::bigint + row_number() over (order by n), a.person_id, a.operation, a.key, a.at, $2, l.hash
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[]) with ordinality
              as l(person_id, operation, key, hash, n)
         join acts a using (person_id, operation, key)`,
        [
          last?.seq ?? 0,
          this.#mark,
          acts.map(({ personId }) => personId),
          acts.map(({ operation }) => operation),
          acts.map(({ key }) => key),
          hashes,
        ],
      );
      return acts.length;
    });
  }

  /** Computes the whole chain anew and stops at the first fault. */
  async check(): Promise<ChainReport> {
    let seq = 0;
    let head: string | null = null;
    let ofOtherSecrets = 0;
    let broken: BrokenLink | null = null;
    for (let page = await this.page(seq); page.length > 0; page = await this.page(seq)) {
      for (const link of page) {
        const isOurs = link.keyMark === this.#mark;
        if (!isOurs) ofOtherSecrets += 1;
        const fault = this.faultOf(link, seq, head ?? '', isOurs);
        if (fault) {
          broken = { ...named(link), fault, seq: Number(link.seq) };
          break;
        }
        seq = Number(link.seq);
        head = link.hash;
      }
      if (broken) break;
    }
    const { slippedIn, unlinked } = await this.withoutLink();
    broken ??= slippedIn;
    return { links: seq, unlinked, ofOtherSecrets, head, broken };
  }

  private faultOf(
    { seq, words, hash }: LinkRow,
    before: number,
    head: string,
    isOurs: boolean,
  ): BrokenLink['fault'] | undefined {
    if (words === null || Number(seq) !== before + 1) return 'GONE';
    if (isOurs && hash !== this.sealer.hash('act-chain', head, words)) return 'CHANGED';
    return undefined;
  }

  private page(after: number): Promise<LinkRow[]> {
    return this.dataSource.query(
      `select c.seq, c.person_id as "personId", c.operation, c.key, c.key_mark as "keyMark", c.hash,
              case when a.key is null then null else ${WORDS} end as words
       from act_chain c left join acts a using (person_id, operation, key)
       where c.seq > $1 order by c.seq limit ${PAGE}`,
      [after],
    );
  }

  private async withoutLink(): Promise<{ slippedIn: BrokenLink | null; unlinked: number }> {
    const rows: (Pick<ActRow, 'personId' | 'operation' | 'key'> & { isOld: boolean })[] =
      await this.dataSource.query(
        `select a.person_id as "personId", a.operation, a.key,
                coalesce(a.at <= (select max(act_at) from act_chain) - ${LATE}, false) as "isOld"
         from acts a where ${UNLINKED} order by a.at`,
      );
    const old = rows.find(({ isOld }) => isOld);
    return {
      slippedIn: old ? { ...named(old), fault: 'SLIPPED_IN', seq: null } : null,
      unlinked: rows.length,
    };
  }
}

const named = ({ personId, operation, key }: Pick<ActRow, 'personId' | 'operation' | 'key'>) => ({
  personId,
  operation,
  key,
});
