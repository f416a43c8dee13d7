import type { Voice } from './ask.js';
import type { World } from './world.js';

/** What an act answers: a ticket, or the refusal's fields. */
interface Answer {
  readonly __typename: 'WeighTicket' | 'Refused';
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly rows: readonly {
    readonly id: string;
    readonly seq: number;
    readonly grossGrams: number;
    readonly tareGrams: number;
    readonly isRemoved: boolean;
  }[];
  readonly lines: readonly {
    readonly grade: { readonly code: string };
    readonly crates: number;
    readonly grossGrams: number;
    readonly tareGrams: number;
    readonly deductionGrams: number;
    readonly payableGrams: number;
    readonly vndPerKg: number;
    readonly amountVnd: number;
  }[];
  readonly payableGrams: number;
  readonly amountVnd: number;
}

const SLIP = `id number state rows { id seq grossGrams tareGrams isRemoved }
  lines { grade { code } crates grossGrams tareGrams deductionGrams payableGrams vndPerKg amountVnd }
  payableGrams amountVnd`;
const answer = `__typename ... on WeighTicket { ${SLIP} } ... on Refused { code field message }`;
const mutation = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`;

const OPEN = mutation('openWeighSession', 'OpenWeighSessionInput');
const RECORD = mutation('recordWeigh', 'RecordWeighInput');
const CORRECT = mutation('correctWeigh', 'CorrectWeighInput');
const REMOVE = mutation('removeWeigh', 'RemoveWeighInput');
const SUBMIT = mutation('submitWeighTicket', 'SubmitWeighTicketInput');
const CONFIRM = mutation('confirmWeigh', 'ConfirmWeighInput');
const DISPUTE = mutation('disputeWeigh', 'DisputeWeighInput');

export interface Load {
  readonly grade: string;
  readonly kg: number;
  readonly crates: number;
  readonly crate?: string | null;
  readonly tareKg?: number;
  /** Id of the row; a new one otherwise. */
  readonly id?: string;
}

/** What weighers and households do, as their phones send it. */
export class Scale {
  constructor(private readonly world: World) {}

  open(voice: Voice, dealId: string, id = this.world.id()): Promise<Answer> {
    return voice.ask(OPEN, { input: { clientMutationId: id, dealId } });
  }

  record(voice: Voice, ticketId: string, load: Load): Promise<Answer> {
    const weighedAt = this.world.clock.now().toISOString();
    const input = { clientMutationId: load.id ?? this.world.id(), ticketId, weighedAt };
    return voice.ask(RECORD, { input: { ...input, ...wireOf(load) } });
  }

  correct(voice: Voice, rowId: string, load: Load): Promise<Answer> {
    const clientMutationId = load.id ?? this.world.id();
    return voice.ask(CORRECT, { input: { clientMutationId, rowId, ...wireOf(load) } });
  }

  remove(voice: Voice, rowId: string, id = this.world.id()): Promise<Answer> {
    return voice.ask(REMOVE, { input: { clientMutationId: id, rowId } });
  }

  submit(voice: Voice, ticketId: string, id = this.world.id()): Promise<Answer> {
    return voice.ask(SUBMIT, { input: { clientMutationId: id, ticketId } });
  }

  confirm(
    voice: Voice,
    ticketId: string,
    method = 'OWN_PHONE',
    id = this.world.id(),
  ): Promise<Answer> {
    return voice.ask(CONFIRM, { input: { clientMutationId: id, ticketId, method } });
  }

  dispute(voice: Voice, ticketId: string, reason: string): Promise<Answer> {
    const clientMutationId = this.world.id();
    return voice.ask(DISPUTE, { input: { clientMutationId, ticketId, reason } });
  }

  /** From the deal to a ticket both sides agreed to. */
  async agree(
    weigher: Voice,
    household: Voice,
    dealId: string,
    loads: readonly Load[],
  ): Promise<Answer> {
    const { id } = await this.open(weigher, dealId);
    for (const load of loads) await this.record(weigher, id, load);
    await this.submit(weigher, id);
    return this.confirm(household, id);
  }
}

const wireOf = ({ grade, kg, crates, crate = 'SOT', tareKg }: Load): object => ({
  gradeCode: grade,
  grossGrams: Math.round(kg * 1000),
  crateCode: crate,
  crates,
  ...(tareKg !== undefined && { tareGrams: Math.round(tareKg * 1000) }),
});

const WRITTEN = [
  'weigh_tickets',
  'weigh_rows',
  'ticket_lines',
  'deals',
  'orders',
  'lot_grades',
  'lot_holds',
];

/** Everything that weighing and paying may write, as it stands: equal before and after a refused act. */
export async function footprint({ db }: World): Promise<string> {
  const tables = [...WRITTEN, 'payables', 'acts', 'graphile_worker._private_jobs'];
  const rows = await Promise.all(
    tables.map((table) => db.query(`select t::text as row from ${table} t order by 1`)),
  );
  return JSON.stringify(rows);
}
