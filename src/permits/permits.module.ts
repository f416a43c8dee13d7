import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import { ClosuresResolver } from './api/closures.resolver.js';
import { CheckpointResolver } from './api/checkpoint.resolver.js';
import { HealthProofsResolver } from './api/health-proofs.resolver.js';
import { PermitFieldsResolver } from './api/permit-fields.resolver.js';
import { PermitCrewResolver } from './api/permit-crew.resolver.js';
import { PermitsResolver } from './api/permits.resolver.js';
import { RulesResolver } from './api/rules.resolver.js';
import { WellKnownController } from './api/well-known.controller.js';
import { CheckpointBundles } from './checkpoint-bundles.js';
import { Checking } from './checking.js';
import { Closures } from './closures.js';
import { KeysStore } from './data/keys.store.js';
import {
  HealthProofEntity,
  PermitEntity,
  PermitKeyEntity,
  RulePackEntity,
  ZoneStatusEntity,
} from './data/permit.entities.js';
import { PermitsStore } from './data/permits.store.js';
import { ProofsStore } from './data/proofs.store.js';
import { RulesStore } from './data/rules.store.js';
import { ScansStore } from './data/scans.store.js';
import { Departures } from './departures.js';
import { Issuing } from './issuing.js';
import { Permits } from './permits.js';
import { Rules } from './rules.js';
import { SigningKeys } from './signing-keys.js';
import { Trips } from './trips.js';
import { Trust } from './trust.js';
import { ApplyForPermit } from './use-cases/apply-for-permit.js';
import { ClaimPermit } from './use-cases/claim-permit.js';
import { CloseCommune } from './use-cases/close-commune.js';
import { EndRulePack } from './use-cases/end-rule-pack.js';
import { ForgetOldData } from './use-cases/forget-old-data.js';
import { IssuePermit } from './use-cases/issue-permit.js';
import { RecordHealthProof } from './use-cases/record-health-proof.js';
import { RecordScans } from './use-cases/record-scans.js';
import { RejectPermit } from './use-cases/reject-permit.js';
import { RevokePermit } from './use-cases/revoke-permit.js';
import { StartShift } from './use-cases/start-shift.js';
import { TellOfPermit } from './use-cases/tell-of-permit.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    AccountsModule,
    MessagesModule,
    TypeOrmModule.forFeature([
      PermitEntity,
      PermitKeyEntity,
      HealthProofEntity,
      RulePackEntity,
      ZoneStatusEntity,
    ]),
  ],
  controllers: [WellKnownController],
  providers: [
    PermitsStore,
    ProofsStore,
    KeysStore,
    RulesStore,
    ScansStore,
    SigningKeys,
    Rules,
    Trust,
    Trips,
    Departures,
    Issuing,
    CheckpointBundles,
    Checking,
    ApplyForPermit,
    ClaimPermit,
    IssuePermit,
    RejectPermit,
    RevokePermit,
    RecordHealthProof,
    RecordScans,
    StartShift,
    EndRulePack,
    CloseCommune,
    Closures,
    ClosuresResolver,
    TellOfPermit,
    ForgetOldData,
    Permits,
    PermitsResolver,
    PermitFieldsResolver,
    PermitCrewResolver,
    HealthProofsResolver,
    RulesResolver,
    CheckpointResolver,
  ],
  exports: [Permits, Closures],
})
export class PermitsModule {}
