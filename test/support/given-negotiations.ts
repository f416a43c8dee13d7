import type { Given, Someone } from './given.js';
import type { GivenLot } from './given-lots.js';

const refused = '... on Refused { code message nextStep field facts { name value } }';
const shown = `id state turn mySide liveSeq isPhoneDeal dealId expiresAt buyer { name phone } household { name phone }
  offers { seq side depositVnd pricePlace paymentDays loadingBy transportBy cratesBy toleranceBp amountVnd totalGrams
    expiresAt band { moveBp buyerShareBp } deduction { kind basisPoints }
    lines { grade { code } grams vndPerKg isManual } }
  words { side text } marketPrices { gradeCode lowVnd mostlyLowVnd mostlyHighVnd highVnd }
  buyerRecord { tickets deductionBp daysToPay }`;
const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${selection} ${refused} } }`;
const one = `... on Negotiation { ${shown} }`;

/** The operations of negotiations as a client sends them. */
export const TALK = {
  make: mutation('makeOffer', 'MakeOfferInput', `... on Negotiations { opened { ${shown} } }`),
  counter: mutation('counterOffer', 'CounterOfferInput', one),
  accept: mutation('acceptOffer', 'AnswerNegotiationInput', one),
  reject: mutation('rejectOffer', 'AnswerNegotiationInput', one),
  withdraw: mutation('withdrawOffer', 'AnswerNegotiationInput', one),
  say: mutation('sayInNegotiation', 'SayInNegotiationInput', one),
  read: `query ($id: ID!) { negotiation(id: $id) { ${shown} evidence } }`,
  mine: `query ($first: Int!, $after: String) { myNegotiations(first: $first, after: $after) {
    nodes { id state turn } pageInfo { endCursor hasNextPage } } }`,
  deal: `query ($id: ID!) { deal(id: $id) { id state totalGrams paymentDays deduction { kind basisPoints }
    lines { grade { code } grams vndPerKg } buyer { phone } household { phone }
    negotiatedTerms { seq depositVnd loadingBy } } }`,
};

export interface ShownTalk {
  readonly __typename?: string;
  readonly code?: string;
  readonly field?: string | null;
  readonly message?: string;
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  readonly id: string;
  readonly state: string;
  readonly turn: string | null;
  readonly liveSeq: number;
  readonly dealId: string | null;
  readonly expiresAt: string;
  readonly household: { readonly name: string; readonly phone: string | null } | null;
  readonly buyer: { readonly name: string; readonly phone: string | null };
  readonly offers: readonly {
    readonly seq: number;
    readonly side: string;
    readonly amountVnd: number;
    readonly lines: readonly {
      grade: { code: string };
      grams: number;
      vndPerKg: number;
      isManual: boolean;
    }[];
  }[];
  readonly words: readonly { readonly side: string; readonly text: string }[];
  readonly marketPrices: readonly Record<string, unknown>[];
  readonly buyerRecord: Readonly<Record<string, number | null>>;
  readonly evidence?: string;
}

export interface TermsWish {
  readonly kg?: number;
  readonly vndPerKg?: number | null;
  readonly answerMinutes?: number;
  readonly depositVnd?: number;
  readonly [term: string]: unknown;
}

/** What a trader of na proposes: fetched within the lot's hours, 2 % off, paid after three days. */
export function termsInput(make: Given, wish: TermsWish): Record<string, unknown> {
  const now = make.world.clock.now().getTime();
  const { kg: _, vndPerKg: __, ...named } = wish;
  return {
    clientMutationId: make.world.id(),
    pricePlace: 'GARDEN',
    toleranceBp: 500,
    readyFrom: new Date(now + 2 * 3_600_000).toISOString(),
    readyTo: new Date(now + 24 * 3_600_000).toISOString(),
    deduction: { kind: 'PERCENT', basisPoints: 200 },
    depositVnd: 0,
    paymentDays: 3,
    loadingBy: 'BUYER',
    transportBy: 'BUYER',
    cratesBy: 'SELLER',
    isPhoneDeal: false,
    answerMinutes: 120,
    ...named,
  };
}

export const lineOf = (wish: TermsWish): Record<string, unknown> => ({
  gradeCode: 'L1',
  grams: (wish.kg ?? 100) * 1000,
  vndPerKg: wish.vndPerKg === undefined ? 30_000 : wish.vndPerKg,
});

/** Opens one thread; the answer as it came, refused or not. */
export async function makeOffer(
  make: Given,
  someone: Someone,
  lots: readonly GivenLot[],
  wish: TermsWish = {},
): Promise<ShownTalk & { readonly opened?: readonly ShownTalk[] }> {
  const input = {
    ...termsInput(make, wish),
    lots: lots.map((lot) => ({ lotId: lot.id, lines: [lineOf(wish)] })),
  };
  return someone.voice.ask(TALK.make, { input });
}

/** Opens one thread about one lot. */
export async function givenTalk(
  make: Given,
  buyer: Someone,
  lot: GivenLot,
  wish: TermsWish = {},
): Promise<ShownTalk> {
  const made = await makeOffer(make, buyer, [lot], wish);
  const [talk] = made.opened ?? [];
  if (!talk) throw new Error(`no negotiation: ${JSON.stringify(made)}`);
  return talk;
}

export const counter = (
  make: Given,
  someone: Someone,
  talk: ShownTalk,
  wish: TermsWish,
): Promise<ShownTalk> =>
  someone.voice.ask(TALK.counter, {
    input: {
      ...termsInput(make, wish),
      isPhoneDeal: undefined,
      resetPrice: undefined,
      negotiationId: talk.id,
      seq: talk.liveSeq,
      lines: [{ ...lineOf(wish), resetPrice: wish['resetPrice'] ?? null }],
    },
  });

export const answer = (
  make: Given,
  someone: Someone,
  document: string,
  talk: { readonly id: string },
  seq: number,
  clientMutationId = make.world.id(),
): Promise<ShownTalk> =>
  someone.voice.ask(document, { input: { clientMutationId, negotiationId: talk.id, seq } });
