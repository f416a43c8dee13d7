import type { Power } from '../../accounts/index.js';
import { kgTextEn, vndTextEn } from '../../platform/words/format.js';
import { whatIsHeld } from './held-change-text.js';
import type { JudgedStep } from './notice-kinds.js';
import {
  act,
  at,
  dayText,
  type EventKind,
  type Goods,
  type GoodsNames,
  type Graded,
  type Texts,
} from './notice-words.js';

const gradedEn = (offer: Graded, names: GoodsNames): string =>
  `${kgTextEn(offer.grams)} ${names.crop(offer.cropCode)} ${names.grade(offer.cropCode, offer.gradeCode)}`;

const goodsEn = (facts: Goods, names: GoodsNames): string =>
  `${kgTextEn(facts.grams)} ${names.crop(facts.cropCode)}`;

const TALK_ENDED_EN: Readonly<Record<string, string>> = {
  REJECTED: 'the other side said no',
  WITHDRAWN: 'the other side took its offer back',
  EXPIRED: 'ran out unanswered',
};

const CHANGE_CLOSED_EN: Readonly<Record<string, string>> = {
  APPLIED: 'both sides agreed to the change. Open it for the new kilograms and hours',
  REFUSED: 'the other side does not agree to the change; everything stays',
  WITHDRAWN: 'the change was taken back; everything stays',
};

const JUDGED_EN: Readonly<Record<JudgedStep, (reason: string) => string>> = {
  approve: () => 'Your papers are approved. You may publish orders now.',
  reject: (reason) => `Your papers were sent back: ${reason}. Mend them and hand them in again.`,
  suspend: (reason) =>
    `You are suspended: ${reason}. Settled deals are weighed and paid as agreed.`,
  reinstate: () => 'You may act again.',
};

const POWERS_EN: Readonly<Record<Power, string>> = {
  SELL_FOR: 'sell for it',
  SEE_LOTS: 'see its lots and deals',
  RECEIVE_PAYMENT: 'confirm money for it',
};

const EVENTS_EN: Readonly<Record<EventKind, string>> = {
  HAIL: 'Hail',
  STORM: 'A storm',
  FLOOD: 'Flooding',
  DROUGHT: 'Drought',
  HEAT: 'Heat',
  COLD: 'Cold',
  PEST: 'Pests',
  DISEASE: 'Disease',
};

export const en: Texts = {
  ORDER_OFFERED: (facts, names) =>
    `Order ${facts.orderNumber} asks for ${(facts.grades ?? 1) > 1 ? `${goodsEn(facts, names)} of ${facts.grades} grades from` : `${gradedEn(facts, names)} at`} ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. Answer before ${at(facts.expiresAt)}.`,
  OFFER_EXPIRED: (facts, names) =>
    `Order ${facts.orderNumber}: the offer for ${gradedEn(facts, names)} ran out unanswered.`,
  OFFER_ACCEPTED: (facts, names) =>
    `Order ${facts.orderNumber}: a household agreed to sell ${gradedEn(facts, names)}${facts.askedGrams === undefined ? '' : `, less than the ${kgTextEn(facts.askedGrams)} asked for`}.`,
  OFFER_DECLINED: (facts, names) =>
    `Order ${facts.orderNumber}: a household will not sell ${gradedEn(facts, names)}.`,
  PRICE_OFFERED: (facts, names) =>
    `Negotiation ${facts.code}: ${goodsEn(facts, names)}, ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. Answer before ${at(facts.expiresAt)}.`,
  PHONE_DEAL_TO_CONFIRM: (facts, names) =>
    `Agreed by telephone: ${goodsEn(facts, names)}, ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. Confirm before ${at(facts.expiresAt)}; unconfirmed is no deal.`,
  PRICE_TALK_ENDED: (facts, names) =>
    `Negotiation about ${goodsEn(facts, names)}: ${TALK_ENDED_EN[facts.state] ?? 'over'}.`,
  ORDER_COMMITTED: (facts, names) =>
    `Order ${facts.orderNumber} is settled: ${goodsEn(facts, names)}, pick-up from ${at(facts.readyFrom)}. Open it for each other’s phone numbers.`,
  ORDER_CANCELLED: (facts, names) =>
    `Order ${facts.orderNumber} for ${names.crop(facts.cropCode)} was cancelled: ${facts.reason}.`,
  ORDER_EXPIRED: (facts, names) =>
    `Order ${facts.orderNumber} for ${names.crop(facts.cropCode)} has ended: ${facts.reason}.`,
  ORDER_EXTENDED: (facts, names) =>
    `Order ${facts.orderNumber} for ${names.crop(facts.cropCode)} had too little when gathering ended, and gathers on until ${at(facts.until)}.`,
  ORDER_CAME_ROUND: (facts, names) =>
    `Your standing order came round: order ${facts.orderNumber} for ${goodsEn(facts, names)}, pick-up from ${at(facts.readyFrom)}; households are being asked.`,
  BOX_ORDERED: (facts, names) =>
    `Order ${facts.orderNumber}: ${facts.boxes} boxes of ${names.crop(facts.cropCode)}, ${vndTextEn(facts.amountVnd)}. Open it to confirm.`,
  BOX_ORDER_CANCELLED: (facts, names) =>
    `Order ${facts.orderNumber} for ${facts.boxes} boxes of ${names.crop(facts.cropCode)} was given up: ${facts.reason}.`,
  BACKUP_ASKED: (facts, names) =>
    `Order ${facts.orderNumber} asks you to keep ${gradedEn(facts, names)} in reserve at ${vndTextEn(facts.vndPerKg)}/kg, pick-up from ${at(facts.readyFrom)}. If nobody has called by ${at(facts.releaseAt)}, sell it elsewhere.`,
  BACKUP_TAKEN: (facts, names) =>
    `Order ${facts.orderNumber} takes the part you stood by with: ${gradedEn(facts, names)}, fetched from ${at(facts.readyFrom)}. Keep it until the buyer settles the order.`,
  BACKUP_THANKED: (facts, names) =>
    `Order ${facts.orderNumber} has all it needs. Thank you for keeping ${gradedEn(facts, names)}; you are free to sell it elsewhere.`,
  DEAL_ENDED: (facts, names) =>
    `Deal ${facts.dealNumber} (${names.crop(facts.cropCode)}) has ended: ${facts.reason}. If that is not right, call the other side or the office.`,
  DEAL_ENDING_REPLIED: (facts) =>
    `Deal ${facts.dealNumber}: the other side replied “${facts.reply}”.`,
  FORCE_MAJEURE_DECIDED: (facts) =>
    facts.isConfirmed
      ? `Deal ${facts.dealNumber}: the office confirms force majeure, nobody pays.`
      : `Deal ${facts.dealNumber}: the office does not see force majeure; whoever gave up pays.`,
  DEAL_RELEASE_NEAR: (facts, names) =>
    `Deal ${facts.dealNumber}: ${goodsEn(facts, names)} were not fetched. At ${at(facts.freeAt)} they are free again.`,
  ORDER_CHANGE_PROPOSED: (facts, names) =>
    `${facts.number} (${names.crop(facts.cropCode)}): the other side asks for other kilograms or hours. Look and answer by ${at(facts.expiresAt)}; without an answer everything stays.`,
  ORDER_CHANGE_CLOSED: (facts) =>
    `${facts.number}: ${CHANGE_CLOSED_EN[facts.state] ?? 'nobody answered in time; everything stays'}.`,
  DEPOSIT_DECLARED: (facts) =>
    `The buyer says the deposit of ${vndTextEn(facts.amountVnd)} for deal ${facts.dealNumber} is paid. Check, then confirm.`,
  DEPOSIT_TO_RETURN: (facts) =>
    `Deal ${facts.dealNumber}: ${vndTextEn(facts.amountVnd)} of the deposit go back to the buyer.`,
  DEPOSIT_RETURNED: (facts) =>
    `The buyer has ${vndTextEn(facts.amountVnd)} of the deposit of deal ${facts.dealNumber} back.`,
  TICKET_SUBMITTED: (facts, names) =>
    `Weigh ticket ${facts.ticketNumber}: ${kgTextEn(facts.payableGrams)} ${names.crop(facts.cropCode)}, ${vndTextEn(facts.amountVnd)}. Look and confirm.`,
  TICKET_CONFIRMED: (facts, names) =>
    `Weigh ticket ${facts.ticketNumber} is confirmed: ${kgTextEn(facts.payableGrams)} ${names.crop(facts.cropCode)}, ${vndTextEn(facts.amountVnd)}.`,
  TICKET_OVER: (facts, names) =>
    `Weigh ticket ${facts.ticketNumber}, ${facts.household}: ${kgTextEn(facts.overGrams)} ${names.crop(facts.cropCode)} above the deal, about ${vndTextEn(facts.costVnd)}. Open the ticket: submit it to take them, or leave them with the household.`,
  TICKET_DISPUTED: (facts) =>
    `The household disputes weigh ticket ${facts.ticketNumber}: ${facts.reason}.`,
  PAYMENT_DECLARED: (facts) =>
    `The buyer says ${vndTextEn(facts.amountVnd)} was paid for weigh ticket ${facts.ticketNumber}. Check, then confirm.`,
  PAYMENT_CONFIRMED: (facts) =>
    `The seller received ${vndTextEn(facts.amountVnd)} for weigh ticket ${facts.ticketNumber}.`,
  PAYMENT_CONTESTED: (facts) =>
    `The seller did not receive ${vndTextEn(facts.amountVnd)} for weigh ticket ${facts.ticketNumber}: ${facts.reason}.`,
  RUN_PLANNED: (facts, names) =>
    `Run ${facts.runNumber}, truck ${facts.plate}: ${goodsEn(facts, names)} at ${at(facts.plannedAt)}.`,
  RUN_CANCELLED: (facts) => `Run ${facts.runNumber} was cancelled: ${facts.reason}.`,
  RUN_LOAD_CHANGED: (facts, names) =>
    `Run ${facts.runNumber}, ${facts.plate}: it now carries ${goodsEn(facts, names)} from ${facts.stops} stops. Open the run to see its stops and permit.`,
  PERMIT_ISSUED: (facts) =>
    `Transport permit ${facts.permitCode} for ${facts.plate} is valid from ${at(facts.validFrom)} to ${at(facts.validTo)}.`,
  PERMIT_REJECTED: (facts) =>
    `The transport permit for ${facts.plate} was refused: ${facts.reason}.`,
  PERMIT_REVOKED: (facts) =>
    `Transport permit ${facts.permitCode} of ${facts.plate} was revoked: ${facts.reason}. Do not travel on it.`,
  COMMUNE_CLOSED: ({ commune, from, until }) =>
    `${commune} is closed from ${at(from)} until ${until === null ? 'further notice' : at(until)}. Goods of those hours cannot leave it. Open to see them.`,
  COMMUNE_OPENED: ({ commune, from }) =>
    `The closure of ${commune} is lifted. Goods that wait there can leave from ${at(from)}. Open to see them.`,
  LOT_EXPIRED: (facts, names) =>
    `Pick-up time of the ${names.crop(facts.cropCode)} lot ended ${at(facts.readyTo)} with ${kgTextEn(facts.unsoldGrams)} unsold. Open to list it again.`,
  WITHDRAWAL_DECIDED: ({ cropCode, isConfirmed, note }, names) =>
    isConfirmed
      ? `The commune confirms that the ${names.crop(cropCode)} lot was taken back for force majeure; it does not count.`
      : `The commune does not confirm force majeure for the ${names.crop(cropCode)} lot: ${note}.`,
  LOT_CREATED_FOR_YOU: (facts, names) =>
    `${facts.by} listed ${goodsEn(facts, names)} for your household, pick-up from ${at(facts.readyFrom)}. Open to withdraw it if it is wrong.`,
  PARTY_JUDGED: ({ step, reason }) => JUDGED_EN[step](reason),
  GRANT_GIVEN: ({ household, power }) => `${household} lets you ${POWERS_EN[power]}.`,
  GRANT_REVOKED: ({ household, power }) =>
    `${household} no longer lets you ${POWERS_EN[power]}. Settled deals stay as they are.`,
  GRANT_RECORDED: ({ by, power }) =>
    `${by} put on record that you let them ${POWERS_EN[power]}. Not so? Tap to take it back.`,
  GRANT_RETURNED: ({ by, power }) =>
    `${by} put on record that they no longer ${POWERS_EN[power]}. Settled deals stay.`,
  ERASURE_RECORDED: ({ by, effectiveAt }) =>
    effectiveAt === null
      ? `${by} put on record that you want to stay after all.`
      : `${by} put on record that you want to be forgotten, from ${at(effectiveAt)} on. Not so? Call them.`,
  DATA_HANDED_OVER: ({ by, handedAt }) =>
    `${by} took what is kept about you at ${at(handedAt)}, on your word. Not so? Call them.`,
  HOUSEHOLD_ENTERED: ({ by }) => `${by} entered your household. Tap to see who may do what for it.`,
  COOP_INVITED: ({ coop }) => `${coop} asks you to join. Tap to answer.`,
  INVITATION_ANSWERED: ({ household, isAccepted }) =>
    isAccepted ? `${household} joined the cooperative.` : `${household} does not want to join.`,
  HELP_ASKED: ({ household, screen }) =>
    `${household} asks to be called${screen === null ? '' : `, at screen ${screen}`}.`,
  ACTED_FOR_YOU: (facts, names) =>
    `${facts.by} acted for you: ${act(facts, names, 'en')}. If that is wrong, open this.`,
  ACT_UNDONE: (facts, names) =>
    `${facts.by} undid what you did for it: ${act(facts, names, 'en')}.`,
  MESSAGE_CAP_NEAR: ({ spentVnd, capVnd }) =>
    `Messages of this month cost ${vndTextEn(spentVnd)} of ${vndTextEn(capVnd)}. At the cap only notifications and calls are left.`,
  LOT_SHOWN_FIRST: (facts, names) =>
    `A household shows you ${goodsEn(facts, names)} first, pick-up from ${at(facts.readyFrom)}. Everybody sees it from ${at(facts.openToAllAt)}.`,
  DEMAND_ANSWERED: (facts, names) =>
    `Order ${facts.orderNumber}: ${facts.households} households say they have ${goodsEn(facts, names)}.`,
  PART_TAKEN: (facts, names) =>
    `Order ${facts.orderNumber}: a cooperative agreed to sell ${goodsEn(facts, names)} of ${facts.households} households.`,
  INTENTION_NOTED: (facts, names) =>
    `${facts.buyerName} means to take ${goodsEn(facts, names)} of yours on ${dayText(facts.day)}. It binds nobody; offer the lot and the buyer is asked again.`,
  INTENTION_ASKED: (facts, names) =>
    `Order ${facts.orderNumber}: lot ${facts.lotCode} for ${dayText(facts.day)} is there, of which you meant to take ${goodsEn(facts, names)}. Still so? Tap here.`,
  SEARCH_MATCHED: ({ name, lots, otherSearches }) =>
    `${lots} new lots fit «${name}»${otherSearches > 0 ? ` and ${otherSearches} other searches found some` : ''}.`,
  SUPPLY_SHEET: (facts) =>
    `Supply of ${dayText(facts.day)}: ${kgTextEn(facts.grams)}, ${facts.crops} crops, ${facts.communes} communes. Open it by commune, grade and price.`,
  FORECAST_REPORTED_FOR_YOU: (facts, names) =>
    `${facts.by} reported ${goodsEn(facts, names)} on ${dayText(facts.day)} for your household. Open to correct it.`,
  FIELD_EVENT_REPORTED: (facts) =>
    `${EVENTS_EN[facts.eventKind]} from ${dayText(facts.firstDay)}: your reports until ${dayText(facts.lastDay)} were lowered by ${facts.lossPercent}%. Open to correct them.`,
  CHANGE_HELD: (facts) =>
    `${whatIsHeld(facts.change, 'en')} at ${at(facts.effectiveAt)}. If it was not you, open this and stop it.`,
  SIGN_IN_PHONE_KEPT: () =>
    'The number you sign in with did not change: somebody else began to use the new one meanwhile. Yours stays; open this to choose another.',
  DEVICE_ADDED: (facts) =>
    `${facts.device ?? 'An unknown device'} signed in with your number at ${at(facts.at)}. If it was not you, open this and sign it out.`,
  PIN_RESET: (facts) =>
    `The four digits of a profile on your number were taken away with a code at ${at(facts.at)}. If it was not you, open this and sign the stranger out.`,
};
