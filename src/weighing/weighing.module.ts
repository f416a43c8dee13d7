import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { LotsModule } from '../lots/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { DealTicketResolver } from './api/deal-ticket.resolver.js';
import { ScaleResolver } from './api/scale.resolver.js';
import { TicketFieldsResolver } from './api/ticket-fields.resolver.js';
import { TicketLoaders } from './api/ticket.loaders.js';
import { TicketResolver } from './api/ticket.resolver.js';
import { TicketsStore } from './data/tickets.store.js';
import {
  TicketLineEntity,
  WeigherEntity,
  WeighRowEntity,
  WeighTicketEntity,
} from './data/weighing.entities.js';
import { WeighingStore } from './data/weighing.store.js';
import { TicketNews } from './ticket-news.js';
import { ConfirmWeigh } from './use-cases/confirm-weigh.js';
import { CorrectWeigh } from './use-cases/correct-weigh.js';
import { DisputeWeigh } from './use-cases/dispute-weigh.js';
import { OpenWeighSession } from './use-cases/open-weigh-session.js';
import { PutOnScale } from './use-cases/put-on-scale.js';
import { RecordWeigh } from './use-cases/record-weigh.js';
import { RemoveWeigh } from './use-cases/remove-weigh.js';
import { SubmitWeighTicket } from './use-cases/submit-weigh-ticket.js';
import { Weighing } from './weighing.js';
import './words.js';

@Module({
  imports: [
    CatalogModule,
    AccountsModule,
    MessagesModule,
    LotsModule,
    OrdersModule,
    TypeOrmModule.forFeature([WeighTicketEntity, WeigherEntity, WeighRowEntity, TicketLineEntity]),
  ],
  providers: [
    TicketsStore,
    WeighingStore,
    Weighing,
    PutOnScale,
    OpenWeighSession,
    RecordWeigh,
    CorrectWeigh,
    RemoveWeigh,
    SubmitWeighTicket,
    ConfirmWeigh,
    DisputeWeigh,
    TicketNews,
    TicketLoaders,
    ScaleResolver,
    TicketResolver,
    TicketFieldsResolver,
    DealTicketResolver,
  ],
  exports: [Weighing],
})
export class WeighingModule {}
