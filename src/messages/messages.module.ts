import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/index.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { NoticesResolver } from './api/notices.resolver.js';
import { NoticeEntity } from './data/notice.entity.js';
import { NoticesStore } from './data/notices.store.js';
import { SmsMessageEntity } from './data/sms-message.entity.js';
import { SmsStore } from './data/sms.store.js';
import { LatestCodes } from './latest-codes.js';
import { Notices } from './notices.js';
import { ConsoleSms } from './sms/console-sms.js';
import { HttpSms } from './sms/http-sms.js';
import { MissingSms } from './sms/missing-sms.js';
import { SmsGateway } from './sms/sms-gateway.js';
import { ReadNotices } from './use-cases/read-notices.js';
import { SendCode } from './use-cases/send-code.js';

const gatewayOf = (config: Config): SmsGateway => {
  if (config.smsGateway) return new HttpSms(config.smsGateway);
  return config.isProduction ? new MissingSms() : new ConsoleSms();
};

@Module({
  imports: [CatalogModule, TypeOrmModule.forFeature([NoticeEntity, SmsMessageEntity])],
  providers: [
    NoticesStore,
    SmsStore,
    Notices,
    LatestCodes,
    { provide: SmsGateway, inject: [CONFIG], useFactory: gatewayOf },
    SendCode,
    ReadNotices,
    NoticesResolver,
  ],
  exports: [Notices, LatestCodes],
})
export class MessagesModule {}
