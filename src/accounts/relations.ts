import { AssistedResolver } from './api/assisted.resolver.js';
import { ConsequencesResolver, GrantsResolver } from './api/grants.resolver.js';
import { LikelySameResolver, MergesResolver } from './api/merges.resolver.js';
import { PartiesResolver } from './api/parties.resolver.js';
import { PartyNames } from './api/party-names.js';
import { AssistedActs } from './assisted-acts.js';
import { AssistedActsStore } from './data/assisted-acts.store.js';
import { GrantsStore } from './data/grants.store.js';
import { MergesStore } from './data/merges.store.js';
import { PartiesStore } from './data/parties.store.js';
import { GrantAftermath } from './grant-aftermath.js';
import { GrantParty } from './use-cases/grant-party.js';
import { Grounds } from './use-cases/grounds.js';
import { JudgeParty } from './use-cases/judge-party.js';
import { MergeParties } from './use-cases/merge-parties.js';
import { RegisterTrader } from './use-cases/register-trader.js';
import { RevokeGrant } from './use-cases/revoke-grant.js';
import { UndoAssistedAct } from './use-cases/undo-assisted-act.js';

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
  ConsequencesResolver,
  AssistedResolver,
  Grounds,
  RegisterTrader,
  JudgeParty,
  PartiesResolver,
  MergesStore,
  MergeParties,
  MergesResolver,
  LikelySameResolver,
];
