import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { OfficeModule } from '../office/index.js';
import { OrdersModule } from '../orders/index.js';
import { PlacesModule } from '../places/index.js';
import { RepliesModule } from '../replies/index.js';
import { SettlementModule } from '../settlement/index.js';
import { WeighingModule } from '../weighing/index.js';
import {
  MadeOfferFieldsResolver,
  NegotiationFieldsResolver,
} from './api/negotiation-fields.resolver.js';
import { NegotiationLoaders } from './api/negotiation.loaders.js';
import { NegotiationsResolver } from './api/negotiations.resolver.js';
import { DealTermsResolver, TicketBandResolver } from './api/ticket-band.resolver.js';
import { BandReferencesStore } from './data/band-references.store.js';
import { NegotiationsStore } from './data/negotiations.store.js';
import { RecordsStore } from './data/records.store.js';
import { MarketFacts } from './market-facts.js';
import { PhoneDealsStore } from './data/phone-deals.store.js';
import { PhoneDealQuestions } from './phone-deal-questions.js';
import { PriceBands } from './price-bands.js';
import { AcceptOffer } from './use-cases/accept-offer.js';
import { Answering } from './use-cases/answering.js';
import { CounterOffer } from './use-cases/counter-offer.js';
import { EndNegotiation } from './use-cases/end-negotiation.js';
import { ExpireNegotiations } from './use-cases/expire-negotiations.js';
import { MakeOffer } from './use-cases/make-offer.js';
import { SaySomething } from './use-cases/say-something.js';
import { TakePriceBack } from './use-cases/take-price-back.js';
import { TalkNews } from './use-cases/talk-news.js';
import { TellNegotiators } from './use-cases/tell-negotiators.js';
import './words.js';

@Module({
  imports: [
    PlacesModule,
    CatalogModule,
    AccountsModule,
    MessagesModule,
    LotsModule,
    OrdersModule,
    WeighingModule,
    RepliesModule,
    SettlementModule,
    OfficeModule,
  ],
  providers: [
    NegotiationsStore,
    RecordsStore,
    BandReferencesStore,
    PriceBands,
    PhoneDealsStore,
    PhoneDealQuestions,
    MarketFacts,
    Answering,
    TalkNews,
    MakeOffer,
    CounterOffer,
    AcceptOffer,
    EndNegotiation,
    SaySomething,
    TakePriceBack,
    ExpireNegotiations,
    TellNegotiators,
    NegotiationLoaders,
    NegotiationsResolver,
    NegotiationFieldsResolver,
    MadeOfferFieldsResolver,
    TicketBandResolver,
    DealTermsResolver,
  ],
})
export class NegotiationModule {}
