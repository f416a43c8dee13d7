import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { WeighingModule } from '../weighing/index.js';
import { Accrual } from './accrual.js';
import { PayableFieldsResolver } from './api/payable-fields.resolver.js';
import { PayableLoaders } from './api/payable.loaders.js';
import { SettlementResolver } from './api/settlement.resolver.js';
import { PayableEntity } from './data/payable.entity.js';
import { PayablesStore } from './data/payables.store.js';
import { PaymentNews } from './payment-news.js';
import { ConfirmReceived } from './use-cases/confirm-received.js';
import { ContestPayment } from './use-cases/contest-payment.js';
import { DeclarePaid } from './use-cases/declare-paid.js';
import { LoseReceiver } from './use-cases/lose-receiver.js';
import './words.js';

@Module({
  imports: [
    AccountsModule,
    MessagesModule,
    OrdersModule,
    WeighingModule,
    TypeOrmModule.forFeature([PayableEntity]),
  ],
  providers: [
    PayablesStore,
    Accrual,
    PaymentNews,
    DeclarePaid,
    ConfirmReceived,
    ContestPayment,
    LoseReceiver,
    PayableLoaders,
    SettlementResolver,
    PayableFieldsResolver,
  ],
})
export class SettlementModule {}
