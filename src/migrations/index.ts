import { MeantWords1796460000000 } from './1796460000000-meant-words.js';
import { StandingVersions1796450000000 } from './1796450000000-standing-versions.js';
import { DataAcrossTheCounter1796465000000 } from './1796465000000-data-across-the-counter.js';
import { BackupsWhileGathering1796120000000 } from './1796120000000-backups-while-gathering.js';
import { Platform1795000000000 } from './1795000000000-platform.js';
import { Places1795000001000 } from './1795000001000-places.js';
import { Catalog1795000002000 } from './1795000002000-catalog.js';
import { Accounts1795000003000 } from './1795000003000-accounts.js';
import { Messages1795000004000 } from './1795000004000-messages.js';
import { Planning1795000005000 } from './1795000005000-planning.js';
import { Lots1795000006000 } from './1795000006000-lots.js';
import { Orders1795000007000 } from './1795000007000-orders.js';
import { Weighing1795000008000 } from './1795000008000-weighing.js';
import { Settlement1795000009000 } from './1795000009000-settlement.js';
import { Permits1795000010000 } from './1795000010000-permits.js';
import { Runs1795000011000 } from './1795000011000-runs.js';
import { Office1795000012000 } from './1795000012000-office.js';
import { AllocationPolicies1796000700000 } from './1796000700000-allocation-policies.js';
import { AllocationByHand1796000700001 } from './1796000700001-allocation-by-hand.js';
import { MessageJourneys1796000400000 } from './1796000400000-message-journeys.js';
import { StaffSignIn1796000200000 } from './1796000200000-staff-sign-in.js';
import { Negotiation1796000800000 } from './1796000800000-negotiation.js';
import { Grants1796000300000 } from './1796000300000-grants.js';
import { AssistedActs1796000310000 } from './1796000310000-assisted-acts.js';
import { CallAnswers1796000410000 } from './1796000410000-call-answers.js';
import { SeasonPlans1796000500000 } from './1796000500000-season-plans.js';
import { LotStanding1796000600000 } from './1796000600000-lot-standing.js';
import { PooledListings1796000610000 } from './1796000610000-pooled-listings.js';
import { Market1796000620000 } from './1796000620000-market.js';
import { Demand1796000630000 } from './1796000630000-demand.js';
import { PartyLife1796000320000 } from './1796000320000-party-life.js';
import { Devices1796000201000 } from './1796000201000-devices.js';
import { DataSubjects1796000202000 } from './1796000202000-data-subjects.js';
import { Invitations1796090600000 } from './1796090600000-invitations.js';
import { HelpCalls1796090610000 } from './1796090610000-help-calls.js';
import { SourcingCutOff1796090500100 } from './1796090500100-sourcing-cut-off.js';
import { HouseholdEntries1796090620000 } from './1796090620000-household-entries.js';
import { SupplySums1796090100000 } from './1796090100000-supply-sums.js';
import { HeldChanges1796090630000 } from './1796090630000-held-changes.js';
import { ProfilePins1796090640000 } from './1796090640000-profile-pins.js';
import { KeptRecords1796100300000 } from './1796100300000-kept-records.js';
import { ActChain1796130030000 } from './1796130030000-act-chain.js';
import { SignInVouchers1796130040000 } from './1796130040000-sign-in-vouchers.js';
import { ForecastIntentions1796160000000 } from './1796160000000-forecast-intentions.js';
import { OverWeight1796190000000 } from './1796190000000-over-weight.js';
import { ContainerWordsUndone1796240000000 } from './1796240000000-container-words-undone.js';
import { OverWeightQuestions1796220000000 } from './1796220000000-over-weight-questions.js';
import { ContainerWeights1796160100000 } from './1796160100000-container-weights.js';
import { TicketsOfGoods1796150000000 } from './1796150000000-tickets-of-goods.js';
import { LookPurposes1796170010000 } from './1796170010000-look-purposes.js';
import { CooperativesParts1796140000000 } from './1796140000000-cooperatives-parts.js';
import { ProfileErasures1796170020000 } from './1796170020000-profile-erasures.js';
import { BrokenOnce1796330010000 } from './1796330010000-broken-once.js';
import { AnswerableOffers1796330000000 } from './1796330000000-answerable-offers.js';
import { EveryAssistedAct1796390000000 } from './1796390000000-every-assisted-act.js';
import { WordsOfTheFieldUndone1796410000000 } from './1796410000000-words-of-the-field-undone.js';
import { WithdrawalDecisions1796200010000 } from './1796200010000-withdrawal-decisions.js';
import { Closures1796130020000 } from './1796130020000-closures.js';
import { PeopleOfParties1796130010000 } from './1796130010000-people-of-parties.js';
import { Backups1796090400000 } from './1796090400000-backups.js';
import { DealEndings1796090500200 } from './1796090500200-deal-endings.js';
import { AmountsDue1796100200000 } from './1796100200000-amounts-due.js';
import { OrderChanges1796100100000 } from './1796100100000-order-changes.js';
import { PlannedOfHouseholds1796100900000 } from './1796100900000-planned-of-households.js';
import { StandingOrders1796110100000 } from './1796110100000-standing-orders.js';
import { Boxes1796110200000 } from './1796110200000-boxes.js';
import { PartiesNotActive1796360000000 } from './1796360000000-parties-not-active.js';
import { NoticesOfPeople1796350000000 } from './1796350000000-notices-of-people.js';
import { CertificatesAskedFor1796340000000 } from './1796340000000-certificates-asked-for.js';
import { ForgottenAtTheCounter1796440000000 } from './1796440000000-forgotten-at-the-counter.js';
import { FewerKilograms1796430000000 } from './1796430000000-fewer-kilograms.js';
import { ConsentOnRecord1796400000000 } from './1796400000000-consent-on-record.js';

/** A migration runs by the time in its name, whatever its place here. */
export const MIGRATIONS = [
  Platform1795000000000,
  Places1795000001000,
  Catalog1795000002000,
  Accounts1795000003000,
  Messages1795000004000,
  Planning1795000005000,
  Lots1795000006000,
  Orders1795000007000,
  Weighing1795000008000,
  Settlement1795000009000,
  Permits1795000010000,
  Runs1795000011000,
  Office1795000012000,
  AllocationPolicies1796000700000,
  AllocationByHand1796000700001,
  MessageJourneys1796000400000,
  StaffSignIn1796000200000,
  Negotiation1796000800000,
  Grants1796000300000,
  AssistedActs1796000310000,
  CallAnswers1796000410000,
  SeasonPlans1796000500000,
  LotStanding1796000600000,
  PooledListings1796000610000,
  Market1796000620000,
  Demand1796000630000,
  PartyLife1796000320000,
  Devices1796000201000,
  DataSubjects1796000202000,
  Invitations1796090600000,
  HelpCalls1796090610000,
  SourcingCutOff1796090500100,
  HouseholdEntries1796090620000,
  SupplySums1796090100000,
  HeldChanges1796090630000,
  ProfilePins1796090640000,
  Backups1796090400000,
  DealEndings1796090500200,
  AmountsDue1796100200000,
  OrderChanges1796100100000,
  PlannedOfHouseholds1796100900000,
  KeptRecords1796100300000,
  PeopleOfParties1796130010000,
  StandingOrders1796110100000,
  BackupsWhileGathering1796120000000,
  Closures1796130020000,
  ActChain1796130030000,
  Boxes1796110200000,
  SignInVouchers1796130040000,
  ForecastIntentions1796160000000,
  ContainerWeights1796160100000,
  TicketsOfGoods1796150000000,
  LookPurposes1796170010000,
  CooperativesParts1796140000000,
  ProfileErasures1796170020000,
  OverWeight1796190000000,
  ContainerWordsUndone1796240000000,
  OverWeightQuestions1796220000000,
  WithdrawalDecisions1796200010000,
  AnswerableOffers1796330000000,
  BrokenOnce1796330010000,
  PartiesNotActive1796360000000,
  NoticesOfPeople1796350000000,
  CertificatesAskedFor1796340000000,
  EveryAssistedAct1796390000000,
  FewerKilograms1796430000000,
  WordsOfTheFieldUndone1796410000000,
  ConsentOnRecord1796400000000,
  ForgottenAtTheCounter1796440000000,
  StandingVersions1796450000000,
  MeantWords1796460000000,
  DataAcrossTheCounter1796465000000,
];
