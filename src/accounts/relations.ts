import { AssistedResolver } from './api/assisted.resolver.js';
import { ConsequencesResolver, GrantsResolver } from './api/grants.resolver.js';
import { PartyNames } from './api/party-names.js';
import { AssistedActs } from './assisted-acts.js';
import { AssistedActsStore } from './data/assisted-acts.store.js';
import { GrantsStore } from './data/grants.store.js';
import { PartiesStore } from './data/parties.store.js';
import { GrantAftermath } from './grant-aftermath.js';
import { GrantParty } from './use-cases/grant-party.js';
import { RevokeGrant } from './use-cases/revoke-grant.js';
import { UndoAssistedAct } from './use-cases/undo-assisted-act.js';

/** What parties are to each other: trust, and what is done on it. */
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
];
