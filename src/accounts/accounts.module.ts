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
import { MeReader } from './api/me-reader.js';
import { StaffResolver } from './api/staff.resolver.js';
import { AccountsStore } from './data/accounts.store.js';
import { OtpStore } from './data/otp.store.js';
import { StaffStore } from './data/staff.store.js';
import { AssistedActEntity, PartyGrantEntity } from './data/party-relations.entities.js';
import { GrantAftermath } from './grant-aftermath.js';
import { RELATIONS } from './relations.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { CreateHousehold } from './use-cases/create-household.js';
import { RecoverStaff } from './use-cases/recover-staff.js';
import { RequestOtp } from './use-cases/request-otp.js';
import { SetUpStaff } from './use-cases/set-up-staff.js';
import { SignInStaff } from './use-cases/sign-in-staff.js';
import { SwitchParty } from './use-cases/switch-party.js';
import { VerifyOtp } from './use-cases/verify-otp.js';
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
    ]),
  ],
  providers: [
    AccountsStore,
    OtpStore,
    StaffStore,
    Accounts,
    Sessions,
    { provide: Authenticator, useExisting: Sessions },
    HttpActors,
    SessionCookie,
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
    ...RELATIONS,
  ],
  exports: [Accounts, AssistedActs, GrantAftermath, Authenticator, HttpActors],
})
export class AccountsModule {}
