import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { PermitsModule } from '../permits/index.js';
import { PlacesModule } from '../places/index.js';
import { AllocationResolver } from './api/allocation.resolver.js';
import { BackupsResolver, OrderBackupsResolver } from './api/backups.resolver.js';
import { DealClaimsResolver } from './api/deal-claims.resolver.js';
import { DealsResolver } from './api/deals.resolver.js';
import { PreviewViews } from './api/preview-views.js';
import { ProgressResolver } from './api/progress.resolver.js';
import { FairnessResolver } from './api/fairness.resolver.js';
import { KnownNames } from './api/known-names.js';
import { HandPlansResolver, HandSharesResolver } from './api/hand-plans.resolver.js';
import { LotTiesResolver } from './api/lot-ties.resolver.js';
import { OffersResolver } from './api/offers.resolver.js';
import { OrderActsResolver } from './api/order-acts.resolver.js';
import { OrderFieldsResolver } from './api/order-fields.resolver.js';
import { OrderToldResolver } from './api/order-told.resolver.js';
import { OrderLoaders } from './api/order.loaders.js';
import { OrdersResolver } from './api/orders.resolver.js';
import { RepeatResolver } from './api/repeat.resolver.js';
import { PreviewSharesResolver, SharesResolver } from './api/shares.resolver.js';
import { BackupsStore } from './data/backups.store.js';
import { CardsStore } from './data/cards.store.js';
import { DealsStore } from './data/deals.store.js';
import { HandPlansStore } from './data/hand-plans.store.js';
import { LinesStore } from './data/lines.store.js';
import { ListedForStore } from './data/listed-for.store.js';
import { LotTiesStore } from './data/lot-ties.store.js';
import { LotOrdersStore } from './data/lot-orders.store.js';
import { OffersStore } from './data/offers.store.js';
import { OrdersStore } from './data/orders.store.js';
import { PlansStore } from './data/plans.store.js';
import { ToldStore } from './data/told.store.js';
import { Orders } from './orders.js';
import { AgreeDeal } from './use-cases/agree-deal.js';
import { AnswerNews } from './use-cases/answer-news.js';
import { CheapestSolver } from './solver/cheapest-solver.js';
import { AnswerBackup } from './use-cases/answer-backup.js';
import { AnswerCoverage } from './use-cases/answer-coverage.js';
import { AnnounceProgress } from './use-cases/announce-progress.js';
import { AskBackups } from './use-cases/ask-backups.js';
import { BackupPlanning } from './use-cases/backup-planning.js';
import { CancelOrder } from './use-cases/cancel-order.js';
import { ChangeDeal } from './use-cases/change-deal.js';
import { Closing } from './use-cases/closing.js';
import { CommitAllocation } from './use-cases/commit-allocation.js';
import { Committing } from './use-cases/committing.js';
import { CreateBulkOrder } from './use-cases/create-bulk-order.js';
import { DealMaking } from './use-cases/deal-making.js';
import { ExpireOffers } from './use-cases/expire-offers.js';
import { FillFromBackups } from './use-cases/fill-from-backups.js';
import { KeepCutOffs } from './use-cases/keep-cut-offs.js';
import { LettingGo } from './use-cases/letting-go.js';
import { LoseBuyer } from './use-cases/lose-buyer.js';
import { LoseLot } from './use-cases/lose-lot.js';
import { LoseSeller } from './use-cases/lose-seller.js';
import { OfferAllocation } from './use-cases/offer-allocation.js';
import { Offering } from './use-cases/offering.js';
import { OfferByHand } from './use-cases/offer-by-hand.js';
import { OrderAgain } from './use-cases/order-again.js';
import { PlaceLotOrder } from './use-cases/place-lot-order.js';
import { PartPlanning } from './use-cases/part-planning.js';
import { Planning } from './use-cases/planning.js';
import { PreviewAllocation } from './use-cases/preview-allocation.js';
import { RefillOrder } from './use-cases/refill-order.js';
import { ReleaseBackups } from './use-cases/release-backups.js';
import { RepeatOrder } from './use-cases/repeat-order.js';
import { RespondAllocationOffer } from './use-cases/respond-allocation-offer.js';
import { ReviseOrder } from './use-cases/revise-order.js';
import { Rounds } from './use-cases/rounds.js';
import { SoftYeses } from './use-cases/soft-yeses.js';
import { TakeYesBack } from './use-cases/take-yes-back.js';
import { TakeBackups } from './use-cases/take-backups.js';
import { TakePart } from './use-cases/take-part.js';
import { TellBackups } from './use-cases/tell-backups.js';
import { TellParties } from './use-cases/tell-parties.js';
import './allocation-words.js';
import './asking-words.js';
import './backup-words.js';
import './words.js';

@Module({
  imports: [PlacesModule, CatalogModule, MessagesModule, PermitsModule, LotsModule],
  providers: [
    OrdersStore,
    OffersStore,
    ToldStore,
    LinesStore,
    LotOrdersStore,
    ListedForStore,
    LotTiesStore,
    DealsStore,
    PlansStore,
    HandPlansStore,
    CardsStore,
    BackupsStore,
    SoftYeses,
    TakeBackups,
    BackupPlanning,
    ChangeDeal,
    Orders,
    CheapestSolver,
    Planning,
    PartPlanning,
    Rounds,
    Offering,
    TakePart,
    DealMaking,
    AgreeDeal,
    AnswerNews,
    Closing,
    CreateBulkOrder,
    RepeatOrder,
    OfferByHand,
    OrderAgain,
    ReviseOrder,
    PreviewAllocation,
    AnswerCoverage,
    OfferAllocation,
    FillFromBackups,
    RefillOrder,
    RespondAllocationOffer,
    Committing,
    CommitAllocation,
    KeepCutOffs,
    PlaceLotOrder,
    CancelOrder,
    ExpireOffers,
    LettingGo,
    LoseLot,
    LoseSeller,
    LoseBuyer,
    TakeYesBack,
    TellParties,
    AskBackups,
    AnswerBackup,
    ReleaseBackups,
    TellBackups,
    AnnounceProgress,
    KnownNames,
    PreviewViews,
    OrderLoaders,
    OrdersResolver,
    OrderActsResolver,
    RepeatResolver,
    OrderFieldsResolver,
    OrderToldResolver,
    OffersResolver,
    DealsResolver,
    DealClaimsResolver,
    AllocationResolver,
    PreviewSharesResolver,
    SharesResolver,
    HandPlansResolver,
    HandSharesResolver,
    ProgressResolver,
    FairnessResolver,
    LotTiesResolver,
    BackupsResolver,
    OrderBackupsResolver,
  ],
  exports: [
    Orders,
    OfferByHand,
    OrderAgain,
    ReviseOrder,
    RespondAllocationOffer,
    PartPlanning,
    TakePart,
    PreviewViews,
  ],
})
export class OrdersModule {}
