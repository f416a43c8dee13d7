import { AssistedResolver } from './api/assisted.resolver.js';
import { ConsequencesResolver, GrantsResolver } from './api/grants.resolver.js';
import { InvitationsResolver } from './api/invitations.resolver.js';
import { LikelySameResolver, MergesResolver } from './api/merges.resolver.js';
import { PartyFileResolver } from './api/party-file.resolver.js';
import { PartiesResolver } from './api/parties.resolver.js';
import { PartyNames } from './api/party-names.js';
import { PartyPeopleResolver } from './api/party-people.resolver.js';
import { SignInCodesResolver } from './api/sign-in-codes.resolver.js';
import { PlotsResolver } from './api/plots.resolver.js';
import { CounterHouseholdsResolver, CounterResolver } from './api/counter.resolver.js';
import { AssistedActs } from './assisted-acts.js';
import { Counter } from './counter.js';
import { AssistedActsStore } from './data/assisted-acts.store.js';
import { CounterStore } from './data/counter.store.js';
import { GrantEvidenceStore } from './data/grant-evidence.store.js';
import { GrantsStore } from './data/grants.store.js';
import { HouseholdEntriesStore } from './data/household-entries.store.js';
import { InvitationsStore } from './data/invitations.store.js';
import { MergesStore } from './data/merges.store.js';
import { PartiesStore } from './data/parties.store.js';
import { PartyPeopleStore } from './data/party-people.store.js';
import { VouchersStore } from './data/vouchers.store.js';
import { GrantAftermath } from './grant-aftermath.js';
import { GrantPapers } from './grant-papers.js';
import { GrantProofs } from './grant-proofs.js';
import { HouseholdEntries } from './household-entries.js';
import { AddPlot } from './use-cases/add-plot.js';
import { AskForGrant } from './use-cases/ask-for-grant.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { ChangePeople } from './use-cases/change-people.js';
import { GrantParty } from './use-cases/grant-party.js';
import { Grounds } from './use-cases/grounds.js';
import { InviteMember } from './use-cases/invite-member.js';
import { IssueSignInCode } from './use-cases/issue-sign-in-code.js';
import { JudgeParty } from './use-cases/judge-party.js';
import { KeepGrantPaper } from './use-cases/keep-grant-paper.js';
import { MergeParties } from './use-cases/merge-parties.js';
import { RecordGrant } from './use-cases/record-grant.js';
import { RegisterTrader } from './use-cases/register-trader.js';
import { RevokeGrant } from './use-cases/revoke-grant.js';
import { UndoAssistedAct } from './use-cases/undo-assisted-act.js';
import { OpenPersonalData } from './use-cases/open-personal-data.js';
import { StaffSight } from './staff-sight.js';
import { Territories } from './territories.js';
import { Vouchers } from './vouchers.js';

/** What parties are to each other and to the market: papers, trust and what is done on it, merges. */
export const RELATIONS = [
  PartiesStore,
  GrantsStore,
  AssistedActsStore,
  PartyNames,
  GrantAftermath,
  AssistedActs,
  GrantParty,
  RevokeGrant,
  UndoAssistedAct,
  GrantsResolver,
  Territories,
  Counter,
  GrantEvidenceStore,
  GrantProofs,
  GrantPapers,
  AskForGrant,
  RecordGrant,
  KeepGrantPaper,
  CounterStore,
  CounterResolver,
  CounterHouseholdsResolver,
  ConsequencesResolver,
  AssistedResolver,
  Grounds,
  RegisterTrader,
  JudgeParty,
  PartiesResolver,
  StaffSight,
  OpenPersonalData,
  PartyFileResolver,
  MergesStore,
  MergeParties,
  MergesResolver,
  LikelySameResolver,
  InvitationsStore,
  InviteMember,
  AnswerInvitation,
  InvitationsResolver,
  PartyPeopleStore,
  VouchersStore,
  Vouchers,
  IssueSignInCode,
  SignInCodesResolver,
  ChangePeople,
  PartyPeopleResolver,
  AddPlot,
  PlotsResolver,
  HouseholdEntriesStore,
  HouseholdEntries,
];
