import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { SettingsStore } from '../data/settings.store.js';
import { messagePolicy } from '../domain/message.policy.js';
import { PushService } from '../gateways/push-service.js';
import { PushSubscribing } from '../use-cases/push-subscribing.js';
import { UpdateSettings } from '../use-cases/update-settings.js';
import {
  MessageSettingsModel,
  SubscribePushInput,
  UnsubscribePushInput,
  UpdateMessageSettingsInput,
} from './settings.model.js';

const MessageSettingsResult = orRefused(
  'MessageSettingsResult',
  MessageSettingsModel,
  'Cách báo tin đang dùng.',
);

@Resolver()
export class SettingsResolver {
  constructor(
    private readonly settings: SettingsStore,
    private readonly updating: UpdateSettings,
    private readonly subscribing: PushSubscribing,
    private readonly push: PushService,
  ) {}

  @Can(messagePolicy.settings)
  @Query(() => MessageSettingsModel, {
    name: 'messageSettings',
    description: 'Tôi muốn được báo tin thế nào. / How I want to be told.',
  })
  messageSettings(@Asker() actor: Actor): Promise<MessageSettingsModel> {
    return this.of(actor);
  }

  @Can(messagePolicy.settings)
  @Mutation(() => MessageSettingsResult, {
    name: 'updateMessageSettings',
    description: 'Đổi đường gửi, giờ yên lặng, loại tin. / Changes channels, quiet hours, topics.',
  })
  async updateMessageSettings(
    @Asker() actor: Actor,
    @Args('input', { description: 'Cách báo tin mới. / How to be told.' })
    input: UpdateMessageSettingsInput,
  ): Promise<MessageSettingsModel | Refusal> {
    const updated = await this.updating.run(actor, input);
    return isRefusal(updated) ? updated : this.of(actor);
  }

  @Can(messagePolicy.settings)
  @Mutation(() => MessageSettingsResult, {
    name: 'subscribePush',
    description:
      'Nhận thông báo trên trình duyệt này. / Notifications on this browser from now on.',
  })
  async subscribePush(
    @Asker() actor: Actor,
    @Args('input', { description: 'Địa chỉ của trình duyệt. / Its address.' })
    input: SubscribePushInput,
  ): Promise<MessageSettingsModel | Refusal> {
    const begun = await this.subscribing.begin(actor, input);
    return isRefusal(begun) ? begun : this.of(actor);
  }

  @Can(messagePolicy.settings)
  @Mutation(() => MessageSettingsResult, {
    name: 'unsubscribePush',
    description:
      'Thôi nhận thông báo trên trình duyệt này. / No more notifications on this browser.',
  })
  async unsubscribePush(
    @Asker() actor: Actor,
    @Args('input', { description: 'Địa chỉ đã đăng ký. / Its address.' })
    input: UnsubscribePushInput,
  ): Promise<MessageSettingsModel | Refusal> {
    const ended = await this.subscribing.end(actor, input);
    return isRefusal(ended) ? ended : this.of(actor);
  }

  private async of({ personId }: Actor): Promise<MessageSettingsModel> {
    const { channels, muted, ...hours } = await this.settings.of(personId);
    return {
      id: personId,
      channels: [...channels],
      muted: [...muted],
      ...hours,
      pushKey: this.push.publicKey,
    };
  }
}
