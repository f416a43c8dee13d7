import type { Voice } from './ask.js';
import type { World } from './world.js';

interface PayableSeen {
  readonly id: string;
  readonly amountVnd: number;
  readonly state: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly isUnanswered: boolean;
  readonly method: string | null;
  readonly reference: string | null;
  readonly contestReason: string | null;
  readonly parts: readonly {
    readonly kind: string;
    readonly grade: { readonly code: string } | null;
    readonly grams: number | null;
    readonly vndPerKg: number | null;
    readonly amountVnd: number;
  }[];
  readonly vietQr: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly ticket: { readonly id: string; readonly number: string };
  readonly payer: { readonly id: string };
  readonly payee: { readonly id: string };
}

/** A payable, or the refusal's fields. */
interface PayableAnswer extends PayableSeen {
  readonly __typename: string;
  readonly code: string;
  readonly field: string | null;
  readonly payables: readonly PayableSeen[];
}

interface SettlementSeen {
  readonly totalVnd: number;
  readonly paidVnd: number;
  readonly confirmedVnd: number;
  readonly owedVnd: number;
  readonly payables: readonly PayableSeen[];
}

const SEEN = `id amountVnd state dueOn isOverdue isUnanswered method reference contestReason
  parts { kind grade { code } grams vndPerKg amountVnd } vietQr bankName bankAccount
  ticket { id number } payer { id } payee { id }`;
const REFUSED = '... on Refused { code field }';

const DECLARE = `mutation ($input: DeclarePaidInput!) { declarePaid(input: $input) {
  __typename ... on PayablesDeclared { payables { ${SEEN} } } ${REFUSED} } }`;
const RECEIVE = `mutation ($input: ConfirmReceivedInput!) { confirmReceived(input: $input) {
  __typename ... on Payable { ${SEEN} } ${REFUSED} } }`;
const CONTEST = `mutation ($input: ContestPaymentInput!) { contestPayment(input: $input) {
  __typename ... on Payable { ${SEEN} } ${REFUSED} } }`;
const MINE = `{ myPayables { nodes { ${SEEN} } } }`;
const OF_ORDER = `query ($orderId: ID!) { settlementForOrder(orderId: $orderId) {
  totalVnd paidVnd confirmedVnd owedVnd payables { ${SEEN} } } }`;

/** What payers and payees do, as their phones send it. */
export class Till {
  constructor(private readonly world: World) {}

  declare(
    voice: Voice,
    payableIds: readonly string[],
    wish: { method?: string; reference?: string; id?: string } = {},
  ): Promise<PayableAnswer> {
    const { method = 'TRANSFER', reference, id = this.world.id() } = wish;
    return voice.ask(DECLARE, { input: { clientMutationId: id, payableIds, method, reference } });
  }

  receive(voice: Voice, payableId: string, id = this.world.id()): Promise<PayableAnswer> {
    return voice.ask(RECEIVE, { input: { clientMutationId: id, payableId } });
  }

  contest(voice: Voice, payableId: string, reason: string): Promise<PayableAnswer> {
    return voice.ask(CONTEST, { input: { clientMutationId: this.world.id(), payableId, reason } });
  }

  async mine(voice: Voice): Promise<readonly PayableSeen[]> {
    return (await voice.ask<{ nodes: PayableSeen[] }>(MINE)).nodes;
  }

  /** null when nothing of the order may be seen. */
  async ofOrder(voice: Voice, orderId: string): Promise<SettlementSeen | null> {
    const answer = await voice.send<{ settlementForOrder: SettlementSeen | null }>(OF_ORDER, {
      orderId,
    });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data?.settlementForOrder ?? null;
  }
}
