import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { WeighingModule } from '../weighing/index.js';
import { Accrual } from './accrual.js';
import { AgreedSupplements } from './agreed-supplements.js';
import { PayableFieldsResolver } from './api/payable-fields.resolver.js';
import { PayableLoaders } from './api/payable.loaders.js';
import { SettlementResolver } from './api/settlement.resolver.js';
import { DepositsResolver } from './api/deposits.resolver.js';
import { DepositsStore } from './data/deposits.store.js';
import { PartsStore } from './data/parts.store.js';
import { PayableEntity } from './data/payable.entity.js';
import { PayablesStore } from './data/payables.store.js';
import { Deposits } from './deposits.js';
import { PaymentNews } from './payment-news.js';
import { SumsOwed } from './sums-owed.js';
import { ConfirmDeposit } from './use-cases/confirm-deposit.js';
import { ConfirmDepositRefund } from './use-cases/confirm-deposit-refund.js';
import { ConfirmReceived } from './use-cases/confirm-received.js';
import { ContestPayment } from './use-cases/contest-payment.js';
import { DeclareDeposit } from './use-cases/declare-deposit.js';
import { DeclarePaid } from './use-cases/declare-paid.js';
import { LoseReceiver } from './use-cases/lose-receiver.js';
import './words.js';

@Module({
  imports: [
    CatalogModule,
    AccountsModule,
    MessagesModule,
    OrdersModule,
    WeighingModule,
    TypeOrmModule.forFeature([PayableEntity]),
  ],
  providers: [
    PayablesStore,
    PartsStore,
    AgreedSupplements,
    SumsOwed,
    Accrual,
    PaymentNews,
    DeclarePaid,
    ConfirmReceived,
    ContestPayment,
    LoseReceiver,
    PayableLoaders,
    SettlementResolver,
    PayableFieldsResolver,
    DepositsStore,
    Deposits,
    DeclareDeposit,
    ConfirmDeposit,
    ConfirmDepositRefund,
    DepositsResolver,
  ],
  exports: [Deposits, AgreedSupplements],
})
export class SettlementModule {}
