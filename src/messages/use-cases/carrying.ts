import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { GatewayRefusal, type Taken } from '../gateways/gateway.js';
import { PushService } from '../gateways/push-service.js';
import { SmsGateway } from '../gateways/sms-gateway.js';
import { ZaloGateway } from '../gateways/zalo-gateway.js';
import { DeliveriesStore } from '../data/deliveries.store.js';
import type { JourneyRow } from '../data/journeys.store.js';
import { PushSubscriptionsStore } from '../data/push-subscriptions.store.js';
import { SpendStore } from '../data/spend.store.js';
import type { WrittenTemplate } from '../data/templates.store.js';
import { fillingOf } from '../domain/filling.js';
import { afterFault, type DeliveryState } from '../domain/journey.js';
import type { NoticeFacts } from '../domain/notice-kinds.js';
import { noticeText } from '../domain/notice-texts.js';
import { routeOf, type Channel } from '../domain/route.js';
import { smsText, zaloText, zaloValues } from '../domain/template-text.js';
import { isPaidKind, type PaidKind } from '../domain/templates.js';
import { GoodsWords } from '../goods-words.js';

export type Templates = ReadonlyMap<PaidKind, WrittenTemplate>;
type OneTried = JourneyRow['tried'][number];

const log = new Logger('messages');
const APP_NAME = 'Chợ Lục Nam';

/** Hands one message to one gateway and writes down what came of it. Never throws for a gateway's fault. */
@Injectable()
export class Carrying {
  readonly #price: Readonly<Record<Channel, number>>;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly deliveries: DeliveriesStore,
    private readonly subscriptions: PushSubscriptionsStore,
    private readonly purse: SpendStore,
    private readonly push: PushService,
    private readonly zalo: ZaloGateway,
    private readonly sms: SmsGateway,
    private readonly goods: GoodsWords,
    private readonly clock: Clock,
  ) {
    this.#price = { PUSH: 0, ZALO: config.zaloVnd, SMS: config.smsVnd };
  }

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

  async carry(
    row: JourneyRow,
    channel: Channel,
    templates: Templates,
    before: OneTried | undefined,
  ): Promise<OneTried> {
    const now = this.clock.now();
    const id = before?.id ?? uuid();
    const attempts = (before?.attempts ?? 0) + 1;
    const ended = async (
      state: DeliveryState,
      outcome: { reference?: string; reason?: string },
    ): Promise<OneTried> => {
      await this.deliveries.end(id, state, outcome);
      return { id, channel, state, attempts, at: now };
    };
    const words = channel === 'PUSH' ? null : await this.wordsOf(row, channel, templates);
    const vnd = this.#price[channel];
    await this.deliveries.begin({ id, noticeId: row.noticeId, channel, words, vnd }, now);
    const isPaid = attempts > 1 || vnd === 0 || channel === 'PUSH';
    if (!isPaid && !(await this.purse.spend(row.payerId, channel, vnd, now)))
      return ended('FAILED', { reason: 'CAP' });

    try {
      const { reference, isDelivered } = await this.hand(row, channel, templates, id, words ?? '');
      return await ended(isDelivered ? 'DELIVERED' : 'SENT', { reference });
    } catch (fault) {
      if (fault instanceof GatewayRefusal) return ended('FAILED', { reason: fault.reason });
      log.warn(`${channel} failed: ${fault instanceof Error ? fault.message : 'unknown'}`);
      return ended(afterFault(channel, this.openTo(row, templates), attempts), {
        reason: 'UNREACHABLE',
      });
    }
  }

  private hand(
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

  private async wordsOf(
    row: JourneyRow,
    channel: 'ZALO' | 'SMS',
    templates: Templates,
  ): Promise<string> {
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
