import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import { PlacesModule } from '../places/index.js';
import { Authenticator } from '../platform/access/actor.js';
import { HttpActors } from '../platform/http/http-actors.js';
import { Accounts } from './accounts.js';
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
import { AccountsStore } from './data/accounts.store.js';
import { OtpStore } from './data/otp.store.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { CreateHousehold } from './use-cases/create-household.js';
import { RequestOtp } from './use-cases/request-otp.js';
import { SwitchParty } from './use-cases/switch-party.js';
import { VerifyOtp } from './use-cases/verify-otp.js';
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
    ]),
  ],
  providers: [
    AccountsStore,
    OtpStore,
    Accounts,
    Sessions,
    { provide: Authenticator, useExisting: Sessions },
    HttpActors,
    SessionCookie,
    RequestOtp,
    VerifyOtp,
    SwitchParty,
    CreateHousehold,
    AccountsResolver,
  ],
  exports: [Accounts, Authenticator, HttpActors],
})
export class AccountsModule {}
