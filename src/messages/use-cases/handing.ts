import { Injectable } from '@nestjs/common';
import type { JourneyRow } from '../data/journeys.store.js';
import { PushSubscriptionsStore } from '../data/push-subscriptions.store.js';
import type { WrittenTemplate } from '../data/templates.store.js';
import { fillingOf } from '../domain/filling.js';
import type { NoticeFacts } from '../domain/notice-kinds.js';
import { noticeText } from '../domain/notice-texts.js';
import { routeOf, type Channel } from '../domain/route.js';
import { smsText, zaloText, zaloValues } from '../domain/template-text.js';
import { isPaidKind, type PaidKind } from '../domain/templates.js';
import { GatewayRefusal, type Taken } from '../gateways/gateway.js';
import { PushService } from '../gateways/push-service.js';
import { SmsGateway } from '../gateways/sms-gateway.js';
import { ZaloGateway } from '../gateways/zalo-gateway.js';
import { GoodsWords } from '../goods-words.js';

export type Templates = ReadonlyMap<PaidKind, WrittenTemplate>;

const APP_NAME = 'Chợ Lục Nam';

/** Puts one message into the words of one channel and hands it to its gateway. */
@Injectable()
export class Handing {
  constructor(
    private readonly subscriptions: PushSubscriptionsStore,
    private readonly push: PushService,
    private readonly zalo: ZaloGateway,
    private readonly sms: SmsGateway,
    private readonly goods: GoodsWords,
  ) {}

  /** Channels that could reach this person with this message, in the order of its route. */
  openTo(row: JourneyRow, templates: Templates): Channel[] {
    const template = isPaidKind(row.kind) ? templates.get(row.kind) : undefined;
    const isOpen: Readonly<Record<Channel, boolean>> = {
      PUSH: row.takesPush,
      ZALO: template !== undefined && this.zalo.carries(template.zaloTemplateId),
      SMS: template !== undefined && this.sms.isOpen,
    };
    return routeOf(row.kind).channels.filter(
      (channel) => isOpen[channel] && row.allowed.includes(channel),
    );
  }

  /** @throws GatewayRefusal when this channel will never take it, Error when it may later */
  hand(
    row: JourneyRow,
    channel: Channel,
    templates: Templates,
    id: string,
    words: string,
  ): Promise<Taken> {
    switch (channel) {
      case 'PUSH':
        return this.pushTo(row);
      case 'ZALO':
        return this.zaloTo(row, templates, id, words);
      case 'SMS':
        return this.sms.send(row.phone, words, id);
    }
  }

  /** What the person will read; of a notification the browser alone gets the words. */
  async wordsOf(row: JourneyRow, channel: Channel, templates: Templates): Promise<string | null> {
    if (channel === 'PUSH') return null;
    const { template, values } = await this.filled(row, templates);
    return channel === 'SMS' ? smsText(template.sms, values) : zaloText(template.zalo, values);
  }

  private async filled({ kind, facts }: JourneyRow, templates: Templates) {
    const template = isPaidKind(kind) ? templates.get(kind) : undefined;
    if (!template) throw new Error(`no template for ${kind}`);
    const values = fillingOf(
      template.kind,
      facts as NoticeFacts[PaidKind],
      await this.goods.in('vi'),
    );
    return { template, values };
  }

  private async zaloTo(
    row: JourneyRow,
    templates: Templates,
    id: string,
    text: string,
  ): Promise<Taken> {
    const { template, values } = await this.filled(row, templates);
    const { zaloTemplateId: templateId, zalo } = template;
    return this.zalo.send(row.phone, { templateId, text, values: zaloValues(zalo, values) }, id);
  }

  /** To every browser of the person; one that took it is enough. */
  private async pushTo(row: JourneyRow): Promise<Taken> {
    const names = await this.goods.in(row.locale);
    const facts = row.facts as NoticeFacts[typeof row.kind];
    const words = {
      id: row.noticeId,
      title: APP_NAME,
      body: noticeText(row.kind, facts, row.locale, names),
      path: row.path,
    };
    const { isUrgent, isBinding } = routeOf(row.kind);
    const addresses = await this.subscriptions.of(row.personId);
    const answers = await Promise.allSettled(
      addresses.map(async (address) => {
        const pushed = await this.push.push(address, words, isUrgent || isBinding);
        if (pushed === 'GONE') await this.subscriptions.drop(address.endpoint);
        return pushed;
      }),
    );
    if (answers.some((one) => one.status === 'fulfilled' && one.value === 'SENT'))
      return { reference: '', isDelivered: false };
    const fault = answers.find((one) => one.status === 'rejected');
    throw fault ? (fault.reason as Error) : new GatewayRefusal('NO_PHONE');
  }
}
