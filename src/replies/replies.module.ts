import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { MessagesModule } from '../messages/index.js';
import { OrdersModule } from '../orders/index.js';
import { PlacesModule } from '../places/index.js';
import { PlanningModule } from '../planning/index.js';
import { CallsResolver } from './api/calls.resolver.js';
import { HelpCallsResolver } from './api/help-calls.resolver.js';
import { InboundResolver } from './api/inbound.resolver.js';
import { RepliesController } from './api/replies.controller.js';
import { CallsStore } from './data/calls.store.js';
import { HelpCallsStore } from './data/help-calls.store.js';
import { QuestionsStore } from './data/questions.store.js';
import { OtherQuestions } from './other-questions.js';
import { ReplyLimits } from './reply-limits.js';
import { Answering } from './use-cases/answering.js';
import { AnsweringText } from './use-cases/answering-text.js';
import { InboundSms } from './use-cases/inbound-sms.js';
import { RecordCallAnswer } from './use-cases/record-call-answer.js';
import { RecordHelpCall } from './use-cases/record-help-call.js';
import { RequestHelpCall } from './use-cases/request-help-call.js';
import { UndoingText } from './use-cases/undoing-text.js';
import { TellOfHelp } from './use-cases/tell-of-help.js';
import './words.js';

@Module({
  imports: [CatalogModule, MessagesModule, PlacesModule, PlanningModule, OrdersModule],
  controllers: [RepliesController],
  providers: [
    QuestionsStore,
    OtherQuestions,
    CallsStore,
    ReplyLimits,
    Answering,
    AnsweringText,
    UndoingText,
    InboundSms,
    RecordCallAnswer,
    CallsResolver,
    InboundResolver,
    HelpCallsStore,
    RequestHelpCall,
    RecordHelpCall,
    TellOfHelp,
    HelpCallsResolver,
  ],
  exports: [OtherQuestions, InboundSms, HelpCallsStore],
})
export class RepliesModule {}
