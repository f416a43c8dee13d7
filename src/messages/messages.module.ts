import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { NoticesResolver } from './api/notices.resolver.js';
import { SettingsResolver } from './api/settings.resolver.js';
import { StatsResolver } from './api/stats.resolver.js';
import { WebhooksController } from './api/webhooks.controller.js';
import { NoticeEntity } from './data/notice.entity.js';
import { ForgettingStore } from './data/forgetting.store.js';
import { NoticesStore } from './data/notices.store.js';
import { DeliveriesStore } from './data/deliveries.store.js';
import { JourneysStore } from './data/journeys.store.js';
import { PushSubscriptionsStore } from './data/push-subscriptions.store.js';
import { SettingsStore } from './data/settings.store.js';
import { SpendStore } from './data/spend.store.js';
import { StatsStore } from './data/stats.store.js';
import { TemplatesStore } from './data/templates.store.js';
import { SmsMessageEntity } from './data/sms-message.entity.js';
import { SmsStore } from './data/sms.store.js';
import { GoodsWords } from './goods-words.js';
import { LatestCodes } from './latest-codes.js';
import { Notices } from './notices.js';
import { HttpZalo } from './gateways/http-zalo.js';
import { NoZalo, ZaloGateway } from './gateways/zalo-gateway.js';
import { PushService } from './gateways/push-service.js';
import { RecordedPhones } from './gateways/recorded-phones.js';
import { ConsoleSms } from './gateways/console-sms.js';
import { HttpSms } from './gateways/http-sms.js';
import { MissingSms } from './gateways/missing-sms.js';
import { SmsGateway } from './gateways/sms-gateway.js';
import { PlainTexts } from './plain-texts.js';
import { SignedWords } from './signed-words.js';
import { CarryMessages } from './use-cases/carry-messages.js';
import { Carrying } from './use-cases/carrying.js';
import { Handing } from './use-cases/handing.js';
import { ReadNotices } from './use-cases/read-notices.js';
import { PushSubscribing } from './use-cases/push-subscribing.js';
import { SendText } from './use-cases/send-text.js';
import { SendGrantCode } from './use-cases/send-grant-code.js';
import { SendCode } from './use-cases/send-code.js';
import { SetMessageCap } from './use-cases/set-message-cap.js';
import { TakeReport } from './use-cases/take-report.js';
import { UpdateTemplate } from './use-cases/update-template.js';
import { WarnOfCap } from './use-cases/warn-of-cap.js';
import { TellOfDevices } from './use-cases/tell-of-devices.js';
import { TellOfHeldChanges } from './use-cases/tell-of-held-changes.js';
import { UpdateSettings } from './use-cases/update-settings.js';
import './words.js';
import { TellOfTrust } from './use-cases/tell-of-trust.js';

const isDemo = (config: Config): boolean => config.seed === 'demo' && !config.isProduction;

const smsOf = (config: Config, phones: RecordedPhones): SmsGateway => {
  if (config.smsGateway) return new HttpSms(config.smsGateway);
  if (isDemo(config)) return phones.sms;
  return config.isProduction ? new MissingSms() : new ConsoleSms();
};

const zaloOf = (config: Config, phones: RecordedPhones): ZaloGateway => {
  if (config.zaloGateway) return new HttpZalo(config.zaloGateway);
  return isDemo(config) ? phones.zalo : new NoZalo();
};

@Module({
  imports: [CatalogModule, TypeOrmModule.forFeature([NoticeEntity, SmsMessageEntity])],
  controllers: [WebhooksController],
  providers: [
    NoticesStore,
    ForgettingStore,
    SmsStore,
    Notices,
    LatestCodes,
    GoodsWords,
    JourneysStore,
    DeliveriesStore,
    TemplatesStore,
    SpendStore,
    StatsStore,
    SettingsStore,
    PushSubscriptionsStore,
    PushService,
    { provide: RecordedPhones, useFactory: () => new RecordedPhones() },
    { provide: SmsGateway, inject: [CONFIG, RecordedPhones], useFactory: smsOf },
    { provide: ZaloGateway, inject: [CONFIG, RecordedPhones], useFactory: zaloOf },
    Handing,
    WarnOfCap,
    UpdateTemplate,
    SetMessageCap,
    Carrying,
    CarryMessages,
    SendCode,
    SendGrantCode,
    TellOfDevices,
    TellOfHeldChanges,
    ReadNotices,
    SignedWords,
    SendText,
    PlainTexts,
    TakeReport,
    UpdateSettings,
    PushSubscribing,
    TellOfTrust,
    NoticesResolver,
    SettingsResolver,
    StatsResolver,
  ],
  exports: [Notices, LatestCodes, RecordedPhones, PlainTexts, SignedWords],
})
export class MessagesModule {}
