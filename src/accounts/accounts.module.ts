import { Counter } from './counter.js';
import { GrantProofs } from './grant-proofs.js';
import { AskForGrant } from './use-cases/ask-for-grant.js';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import { PlacesModule } from '../places/index.js';
import { Authenticator } from '../platform/access/actor.js';
import { HttpActors } from '../platform/http/http-actors.js';
import { Accounts } from './accounts.js';
import { AssistedActs } from './assisted-acts.js';
import { AccountsResolver } from './api/accounts.resolver.js';
import {
  CoopMemberEntity,
  MembershipEntity,
  OtpChallengeEntity,
  PartyEntity,
  PartyTerritoryEntity,
  PersonEntity,
  PlotEntity,
  SessionEntity,
} from './data/account.entities.js';
import { DevicesResolver } from './api/devices.resolver.js';
import { GrantPapersController } from './api/grant-papers.controller.js';
import { HeldChangesReader, HeldChangesResolver } from './api/held-changes.resolver.js';
import { MeReader } from './api/me-reader.js';
import { OwnDataResolver } from './api/own-data.resolver.js';
import { PartyPhoneResolver } from './api/party-phone.resolver.js';
import { PinsResolver } from './api/pins.resolver.js';
import { StaffResolver } from './api/staff.resolver.js';
import { AccountsStore } from './data/accounts.store.js';
import { ConsentsStore } from './data/consents.store.js';
import { HeldChangesStore } from './data/held-changes.store.js';
import { OtpStore } from './data/otp.store.js';
import { PinsStore } from './data/pins.store.js';
import { StaffStore } from './data/staff.store.js';
import {
  AssistedActEntity,
  CoopInvitationEntity,
  PartyGrantEntity,
  PartyMergeEntity,
} from './data/party-relations.entities.js';
import { GrantAftermath } from './grant-aftermath.js';
import { HouseholdEntries } from './household-entries.js';
import { RELATIONS } from './relations.js';
import { UndoAssistedAct } from './use-cases/undo-assisted-act.js';
import { ViewsStore } from './data/views.store.js';
import { DeviceMark } from './device-mark.js';
import { PersonErasure } from './erasure.js';
import { Holding } from './holding.js';
import { OtpCheck } from './otp-check.js';
import { Pins } from './pins.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { StaffSight } from './staff-sight.js';
import { Territories } from './territories.js';
import { SignInProofs } from './sign-in-proof.js';
import { CreateHousehold } from './use-cases/create-household.js';
import { ApplyHeldChanges } from './use-cases/apply-held-changes.js';
import { EndSessions } from './use-cases/end-sessions.js';
import { HoldChange } from './use-cases/hold-change.js';
import { RecoverStaff } from './use-cases/recover-staff.js';
import { RequestOtp } from './use-cases/request-otp.js';
import { SetConsent } from './use-cases/set-consent.js';
import { SetPin } from './use-cases/set-pin.js';
import { SetUpStaff } from './use-cases/set-up-staff.js';
import { SignInStaff } from './use-cases/sign-in-staff.js';
import { SwitchParty } from './use-cases/switch-party.js';
import { VerifyOtp } from './use-cases/verify-otp.js';
import './consent-words.js';
import './staff-words.js';
import './party-words.js';
import './words.js';

// Global for one reason: the platform's guard asks for an Authenticator, and this feature is the one that has it.
@Global()
@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    TypeOrmModule.forFeature([
      PersonEntity,
      PartyEntity,
      MembershipEntity,
      PartyTerritoryEntity,
      CoopMemberEntity,
      PlotEntity,
      OtpChallengeEntity,
      SessionEntity,
      PartyGrantEntity,
      AssistedActEntity,
      PartyMergeEntity,
      CoopInvitationEntity,
    ]),
  ],
  controllers: [GrantPapersController],
  providers: [
    AccountsStore,
    OtpStore,
    StaffStore,
    Accounts,
    Sessions,
    { provide: Authenticator, useExisting: Sessions },
    HttpActors,
    SessionCookie,
    DeviceMark,
    RequestOtp,
    VerifyOtp,
    SwitchParty,
    CreateHousehold,
    SignInStaff,
    SetUpStaff,
    RecoverStaff,
    MeReader,
    AccountsResolver,
    StaffResolver,
    EndSessions,
    OtpCheck,
    SignInProofs,
    HeldChangesStore,
    HoldChange,
    ApplyHeldChanges,
    HeldChangesReader,
    Holding,
    HeldChangesResolver,
    PinsStore,
    Pins,
    SetPin,
    PinsResolver,
    ConsentsStore,
    ViewsStore,
    SetConsent,
    PersonErasure,
    OwnDataResolver,
    PartyPhoneResolver,
    DevicesResolver,
    ...RELATIONS,
  ],
  exports: [
    Accounts,
    AskForGrant,
    AssistedActs,
    Counter,
    GrantAftermath,
    GrantProofs,
    HouseholdEntries,
    PersonErasure,
    StaffSight,
    Territories,
    UndoAssistedAct,
    Authenticator,
    HttpActors,
  ],
})
export class AccountsModule {}
