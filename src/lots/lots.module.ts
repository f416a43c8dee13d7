import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { PlacesModule } from '../places/index.js';
import { PermitsModule } from '../permits/index.js';
import { PlanningModule } from '../planning/index.js';
import { ClaimViews } from './api/claim-views.js';
import { ClaimsResolver } from './api/claims.resolver.js';
import { LotActsResolver } from './api/lot-acts.resolver.js';
import { LotFieldsResolver } from './api/lot-fields.resolver.js';
import { LotViews } from './api/lot-views.js';
import { LotsResolver } from './api/lots.resolver.js';
import { PoolViews } from './api/pool-views.js';
import { PoolsResolver } from './api/pools.resolver.js';
import { PhotosController } from './api/photos.controller.js';
import { SellingResolver } from './api/selling.resolver.js';
import { WithdrawalsResolver, WithdrawalToDecideResolver } from './api/withdrawals.resolver.js';
import { WithdrawalsStore } from './data/withdrawals.store.js';
import { ClaimsStore } from './data/claims.store.js';
import { HouseholdWordsStore } from './data/household-words.store.js';
import { HoldsStore } from './data/holds.store.js';
import { LotPagesStore } from './data/lot-pages.store.js';
import { LotRecordsStore } from './data/lot-records.store.js';
import { LotEntity, LotGradeEntity, LotHoldEntity, PhotoEntity } from './data/lot.entities.js';
import { CandidatesStore } from './data/candidates.store.js';
import { LotsStore } from './data/lots.store.js';
import { PhotosStore } from './data/photos.store.js';
import { PoolsStore } from './data/pools.store.js';
import { PromisesStore } from './data/promises.store.js';
import { SellingPausesStore } from './data/selling-pauses.store.js';
import { LotSearch } from './lot-search.js';
import { Lots } from './lots.js';
import { Sight } from './sight.js';
import { AddPhoto } from './use-cases/add-photo.js';
import { CloseOverLots } from './use-cases/close-over-lots.js';
import { CreateLot } from './use-cases/create-lot.js';
import { LotDeeds } from './use-cases/lot-deeds.js';
import { LotNews } from './use-cases/lot-news.js';
import { DeclareClaim } from './use-cases/declare-claim.js';
import { DecideWithdrawal } from './use-cases/decide-withdrawal.js';
import { MergeLots } from './use-cases/merge-lots.js';
import { OwnLots } from './use-cases/own-lots.js';
import { PauseLot } from './use-cases/pause-lot.js';
import { PauseSelling } from './use-cases/pause-selling.js';
import { PoolLots } from './use-cases/pool-lots.js';
import { PublishLot } from './use-cases/publish-lot.js';
import { RepeatLot } from './use-cases/repeat-lot.js';
import { TakeClaimBack } from './use-cases/take-claim-back.js';
import { TakeLotChangeBack } from './use-cases/take-lot-change-back.js';
import { TakeLotStepBack } from './use-cases/take-lot-step-back.js';
import { TakeMergeBack } from './use-cases/take-merge-back.js';
import { TakePauseBack } from './use-cases/take-pause-back.js';
import { TakeOfferBack } from './use-cases/take-offer-back.js';
import { RestrictLot } from './use-cases/restrict-lot.js';
import { TellBuyersOfLot } from './use-cases/tell-buyers-of-lot.js';
import { TellHouseholdOfLot } from './use-cases/tell-household-of-lot.js';
import { UpdateLot } from './use-cases/update-lot.js';
import { WithdrawLot } from './use-cases/withdraw-lot.js';
import './standing-words.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    MessagesModule,
    PermitsModule,
    PlanningModule,
    TypeOrmModule.forFeature([LotEntity, LotGradeEntity, LotHoldEntity, PhotoEntity]),
  ],
  controllers: [PhotosController],
  providers: [
    LotsStore,
    CandidatesStore,
    LotPagesStore,
    LotRecordsStore,
    HouseholdWordsStore,
    HoldsStore,
    PhotosStore,
    PromisesStore,
    PoolsStore,
    ClaimsStore,
    SellingPausesStore,
    Lots,
    LotSearch,
    Sight,
    OwnLots,
    LotNews,
    LotDeeds,
    CreateLot,
    PublishLot,
    UpdateLot,
    PauseLot,
    WithdrawLot,
    PauseSelling,
    RestrictLot,
    DecideWithdrawal,
    DeclareClaim,
    PoolLots,
    MergeLots,
    RepeatLot,
    CloseOverLots,
    TellHouseholdOfLot,
    TakeOfferBack,
    TakeLotChangeBack,
    TakeLotStepBack,
    TakeMergeBack,
    TakePauseBack,
    TakeClaimBack,
    TellBuyersOfLot,
    AddPhoto,
    LotViews,
    ClaimViews,
    PoolViews,
    LotsResolver,
    LotFieldsResolver,
    LotActsResolver,
    SellingResolver,
    WithdrawalsStore,
    WithdrawalsResolver,
    WithdrawalToDecideResolver,
    ClaimsResolver,
    PoolsResolver,
  ],
  exports: [Lots, LotSearch, LotViews, ClaimViews, HouseholdWordsStore],
})
export class LotsModule {}
