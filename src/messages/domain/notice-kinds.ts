import type { AssistedFacts, AssistedKind, Power } from '../../accounts/index.js';
import type { Day } from '../../kernel/day.js';

/** An instant as ISO text: facts are kept as JSON. */
type Instant = string;

interface Goods {
  readonly cropCode: string;
  readonly grams: number;
}

interface TicketFacts {
  readonly ticketNumber: string;
  readonly cropCode: string;
  readonly payableGrams: number;
  readonly amountVnd: number;
}

interface PaymentFacts {
  readonly ticketNumber: string;
  readonly amountVnd: number;
}

export type JudgedStep = 'approve' | 'reject' | 'suspend' | 'reinstate';

interface ActFacts extends AssistedFacts {
  readonly by: string;
  readonly act: AssistedKind;
}

interface OfferFacts extends Goods {
  readonly orderNumber: string;
  readonly gradeCode: string;
}

interface PriceFacts extends Goods {
  /** A word to tell the negotiation by: `MC-7655C0`. */
  readonly code: string;
  readonly vndPerKg: number;
  readonly readyFrom: Instant;
  readonly expiresAt: Instant;
}

/** What each kind of message must know: the code of the thing, kilograms, price and dates. */
export interface NoticeFacts {
  /** To the household: somebody wants its fruit and waits for an answer. */
  ORDER_OFFERED: OfferFacts & {
    /** The lowest, when several grades are asked for. */
    readonly vndPerKg: number;
    readonly readyFrom: Instant;
    readonly expiresAt: Instant;
    /** How many grades the kilograms are of, when more than the one that is named. */
    readonly grades?: number;
  };
  /** To the household that did not answer, and to the buyer. */
  OFFER_EXPIRED: OfferFacts;
  /** To the buyer. `askedGrams` when the household agreed to fewer kilograms than it was asked for. */
  OFFER_ACCEPTED: OfferFacts & { readonly askedGrams?: number };
  /** To the buyer. */
  OFFER_DECLINED: OfferFacts;
  /** To whoever's turn it is: the other side named its terms for a lot. */
  PRICE_OFFERED: PriceFacts;
  /** To whoever confirms what was agreed by telephone. */
  PHONE_DEAL_TO_CONFIRM: PriceFacts;
  /** It ended without a deal. */
  PRICE_TALK_ENDED: Goods & { readonly state: string };
  /** To both sides of a deal. */
  ORDER_COMMITTED: Goods & { readonly orderNumber: string; readonly readyFrom: Instant };
  /** To whoever held a part of it. */
  ORDER_CANCELLED: {
    readonly orderNumber: string;
    readonly cropCode: string;
    readonly reason: string;
  };
  /** To the buyer: its time was over before it was committed. */
  ORDER_EXPIRED: {
    readonly orderNumber: string;
    readonly cropCode: string;
    readonly reason: string;
  };
  /** To the buyer: too little was there when gathering ended, so it goes on as chosen beforehand. */
  ORDER_EXTENDED: {
    readonly orderNumber: string;
    readonly cropCode: string;
    readonly until: Instant;
  };
  /** To the buyer: a standing order came round, and households are asked. */
  ORDER_CAME_ROUND: Goods & { readonly orderNumber: string; readonly readyFrom: Instant };
  /** To whoever sells by the box: somebody ordered. */
  BOX_ORDERED: {
    readonly orderNumber: string;
    readonly cropCode: string;
    readonly boxes: number;
    readonly amountVnd: number;
  };
  /** To the other side of an order of boxes: it was given up. */
  BOX_ORDER_CANCELLED: {
    readonly orderNumber: string;
    readonly cropCode: string;
    readonly boxes: number;
    readonly reason: string;
  };
  /** To the household: will it stand by for an order, with nothing certain? */
  BACKUP_ASKED: OfferFacts & {
    readonly vndPerKg: number;
    readonly readyFrom: Instant;
    readonly releaseAt: Instant;
  };
  /** To the household that stood by: another fell away before the commit, and its part is counted on now. */
  BACKUP_TAKEN: OfferFacts & { readonly readyFrom: Instant };
  /** To the household that stood by: nobody needed it. */
  BACKUP_THANKED: OfferFacts;
  /** To the other side, who waits for nothing any more; and to whoever is said to be at fault, who may reply. */
  DEAL_ENDED: { readonly dealNumber: string; readonly cropCode: string; readonly reason: string };
  /** To whoever said how the deal ended. */
  DEAL_ENDING_REPLIED: { readonly dealNumber: string; readonly reply: string };
  /** To both sides: the office has judged the force majeure. */
  FORCE_MAJEURE_DECIDED: { readonly dealNumber: string; readonly isConfirmed: boolean };
  /** To both sides, once: not fetched soon, the fruit is free again. */
  DEAL_RELEASE_NEAR: Goods & { readonly dealNumber: string; readonly freeAt: Instant };
  /** To the side that is asked: the other wants kilograms or hours different. */
  ORDER_CHANGE_PROPOSED: {
    readonly number: string;
    readonly cropCode: string;
    readonly expiresAt: Instant;
  };
  /** To both sides: what became of it. */
  ORDER_CHANGE_CLOSED: { readonly number: string; readonly state: string };
  /** To the household: the buyer says the deposit is paid. */
  DEPOSIT_DECLARED: { readonly dealNumber: string; readonly amountVnd: number };
  /** To the household: this much of a deposit goes back to the buyer. */
  DEPOSIT_TO_RETURN: { readonly dealNumber: string; readonly amountVnd: number };
  /** To the household: the buyer has it back. */
  DEPOSIT_RETURNED: { readonly dealNumber: string; readonly amountVnd: number };
  /** To the household: check the slip and confirm. */
  TICKET_SUBMITTED: TicketFacts;
  /** To the buyer. */
  TICKET_CONFIRMED: TicketFacts;
  /** To the buyer. */
  TICKET_DISPUTED: { readonly ticketNumber: string; readonly reason: string };
  /** To the buyer: more than the deal is on the scale, and only she can take it. */
  TICKET_OVER: {
    readonly ticketNumber: string;
    readonly cropCode: string;
    readonly household: string;
    readonly overGrams: number;
    readonly costVnd: number;
  };
  /** To the payee: the payer says it is on its way. */
  PAYMENT_DECLARED: PaymentFacts;
  /** To the payer. */
  PAYMENT_CONFIRMED: PaymentFacts;
  /** To the payer: the payee says it did not come. */
  PAYMENT_CONTESTED: PaymentFacts & { readonly reason: string };
  /** To the transporter and to each household on the way. */
  RUN_PLANNED: Goods & {
    readonly runNumber: string;
    readonly plate: string;
    readonly plannedAt: Instant;
  };
  RUN_CANCELLED: { readonly runNumber: string; readonly reason: string };
  /** To the transporter: a run carries another load than was planned. */
  RUN_LOAD_CHANGED: Goods & {
    readonly runNumber: string;
    readonly plate: string;
    readonly stops: number;
  };
  /** To the transporter and whoever asked for the run. */
  PERMIT_ISSUED: {
    readonly permitCode: string;
    readonly plate: string;
    readonly validFrom: Instant;
    readonly validTo: Instant;
  };
  PERMIT_REJECTED: { readonly plate: string; readonly reason: string };
  PERMIT_REVOKED: { readonly permitCode: string; readonly plate: string; readonly reason: string };
  /** To whoever has goods on offer, agreed on or to be fetched there in those hours. */
  COMMUNE_CLOSED: {
    readonly commune: string;
    readonly from: Instant;
    readonly until: Instant | null;
  };
  /** To whoever was told that it is closed: goods may leave it again from then on. */
  COMMUNE_OPENED: { readonly commune: string; readonly from: Instant };
  /** To the household: the time to fetch the lot is over. */
  LOT_EXPIRED: {
    readonly cropCode: string;
    readonly unsoldGrams: number;
    readonly readyTo: Instant;
  };
  /** To the household: what the commune said of its withdrawal for force majeure. */
  WITHDRAWAL_DECIDED: {
    readonly cropCode: string;
    readonly isConfirmed: boolean;
    readonly note: string;
  };
  /** To the household: somebody put its fruit on the market for it. */
  LOT_CREATED_FOR_YOU: Goods & { readonly by: string; readonly readyFrom: Instant };
  /** To the party: its papers were approved or sent back, or its right to act was taken or given back. */
  PARTY_JUDGED: { readonly step: JudgedStep; readonly reason: string };
  /** To whoever was trusted: what the household lets it do from now on, or no longer. */
  GRANT_GIVEN: { readonly household: string; readonly power: Power };
  GRANT_REVOKED: { readonly household: string; readonly power: Power };
  /** To the household: its word was put on record at the counter. */
  GRANT_RECORDED: { readonly by: string; readonly power: Power };
  /** To the household: whoever had its word put on record that it was taken back. */
  GRANT_RETURNED: { readonly by: string; readonly power: Power };
  /** To the household: its wish to be forgotten was put on record at the counter, for that moment; null: it was taken back. */
  ERASURE_RECORDED: { readonly by: string; readonly effectiveAt: Instant | null };
  /** To the household: at the counter it was handed what is kept about it, by whom and when. */
  DATA_HANDED_OVER: { readonly by: string; readonly handedAt: Instant };
  /** To the household: it was entered from somebody's list. */
  HOUSEHOLD_ENTERED: { readonly by: string };
  /** To the household: a cooperative asks it to join. */
  COOP_INVITED: { readonly coop: string };
  /** To the cooperative that asked. */
  INVITATION_ANSWERED: { readonly household: string; readonly isAccepted: boolean };
  /** To whoever helps: a household asks to be called. */
  HELP_ASKED: { readonly household: string; readonly screen: string | null };
  /** To the household: somebody answered, weighed or took note of money in its name. */
  ACTED_FOR_YOU: ActFacts;
  /** To whoever acted in its name: the household took it back. */
  ACT_UNDONE: ActFacts;
  /** To whoever pays for messages: the month's cap is near. */
  MESSAGE_CAP_NEAR: { readonly spentVnd: number; readonly capVnd: number };
  /** To a buyer: a household shows its lot to her before everybody. */
  LOT_SHOWN_FIRST: Goods & { readonly readyFrom: Instant; readonly openToAllAt: Instant };
  /** To the buyer: what growers say they have for her need. */
  DEMAND_ANSWERED: Goods & { readonly orderNumber: string; readonly households: number };
  /** To the buyer: a cooperative said yes for households it sells for. */
  PART_TAKEN: Goods & { readonly orderNumber: string; readonly households: number };
  /** To the household: somebody means to take what it foretold; binds nobody. */
  INTENTION_NOTED: Goods & { readonly buyerName: string; readonly day: Day };
  /** To the buyer: the lot she meant to take is there; does she still? */
  INTENTION_ASKED: Goods & {
    readonly orderNumber: string;
    readonly lotCode: string;
    /** The first, when she meant to take several days of it. */
    readonly day: Day;
    readonly expiresAt: Instant;
  };
  /** To whoever saved the search: lots that are new to it, and how many of her other searches found some. */
  SEARCH_MATCHED: { readonly name: string; readonly lots: number; readonly otherSearches: number };
  /** To a party that has the daily sheet: what can be bought that day, without anybody's name. */
  SUPPLY_SHEET: {
    readonly day: Day;
    readonly grams: number;
    readonly crops: number;
    readonly communes: number;
  };
  /** To the household: somebody reported its harvest for it. */
  FORECAST_REPORTED_FOR_YOU: Goods & { readonly by: string; readonly day: Day };
  /** To each household whose plots were struck: its numbers were lowered. */
  FIELD_EVENT_REPORTED: {
    readonly eventKind:
      'HAIL' | 'STORM' | 'FLOOD' | 'DROUGHT' | 'HEAT' | 'COLD' | 'PEST' | 'DISEASE';
    readonly lossPercent: number;
    readonly firstDay: Day;
    readonly lastDay: Day;
  };
  /** A new number, account for money or person waits a day and can be stopped. */
  CHANGE_HELD: {
    readonly change: 'PHONE' | 'PAYOUT' | 'PERSON_ADDED' | 'PERSON_REMOVED';
    readonly effectiveAt: Instant;
  };
  /** To one person: her number stays, because somebody else signed in with the new one meanwhile. */
  SIGN_IN_PHONE_KEPT: object;
  /** To one person: another browser was signed in with her phone. */
  DEVICE_ADDED: { readonly device: string | null; readonly at: Instant };
  /** To one person: the number of a profile of hers was taken away with a code sent to her phone. */
  PIN_RESET: { readonly at: Instant };
}

export type NoticeKind = keyof NoticeFacts;

/** Whom a message is for: a party, or one person. */
type Addressee =
  | {
      readonly partyId: string;
      /** Only this member of the party; everybody when left out. */
      readonly personId?: string;
    }
  /** The person herself: she reads it in each of her profiles. */
  | { readonly partyId: null; readonly personId: string };

/** One message to one party or person; `path` is the page of the app that answers it. */
export type NoticeWish = {
  [Kind in NoticeKind]: Addressee & {
    readonly kind: Kind;
    readonly facts: NoticeFacts[Kind];
    readonly path: string;
    /** The thing it is about, when that thing says who was told. */
    readonly subjectId?: string;
  };
}[NoticeKind];
