import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { instant, plusDays, type Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DayScalar } from '../../platform/graphql/scalars.js';
import { monthOf } from '../data/spend.store.js';
import { StatsStore } from '../data/stats.store.js';
import { TemplatesStore, type WrittenTemplate } from '../data/templates.store.js';
import { isNearCap } from '../domain/caps.js';
import { messagePolicy } from '../domain/message.policy.js';
import { routeOf } from '../domain/route.js';
import { worstCase } from '../domain/template-text.js';
import { BLANKS_OF } from '../domain/templates.js';
import { SetMessageCap } from '../use-cases/set-message-cap.js';
import { UpdateTemplate } from '../use-cases/update-template.js';
import {
  MessageStatsModel,
  MessageTemplateModel,
  SetMessageCapInput,
  UpdateTemplateInput,
} from './stats.model.js';

const UpdateTemplateResult = orRefused(
  'UpdateTemplateResult',
  MessageTemplateModel,
  'Mẫu tin mới.',
);
const SetMessageCapResult = orRefused('SetMessageCapResult', MessageStatsModel, 'Mức trần mới.');

@Resolver()
export class StatsResolver {
  constructor(
    private readonly stats: StatsStore,
    private readonly templates: TemplatesStore,
    private readonly updating: UpdateTemplate,
    private readonly capping: SetMessageCap,
    private readonly clock: Clock,
  ) {}

  @Can(messagePolicy.stats)
  @Query(() => MessageStatsModel, {
    name: 'messageStats',
    description:
      'Tin nhắn của một tháng; hợp tác xã chỉ thấy tiền của mình. / Messages of a month; a cooperative sees its own cost alone.',
  })
  messageStats(
    @Asker() actor: Actor,
    @Args('month', {
      type: () => DayScalar,
      nullable: true,
      description: 'Một ngày trong tháng; null là tháng này. / Any day of the month; null is now.',
    })
    month: Day | null = null,
  ): Promise<MessageStatsModel> {
    return this.of(actor, month);
  }

  @Can(messagePolicy.templates)
  @Query(() => [MessageTemplateModel], {
    name: 'messageTemplates',
    description: 'Mẫu tin đang dùng, mỗi loại một. / The templates in use, one a kind.',
  })
  async messageTemplates(): Promise<MessageTemplateModel[]> {
    return [...(await this.templates.newest()).values()].map(modelOf);
  }

  @Can(messagePolicy.templates)
  @Mutation(() => UpdateTemplateResult, {
    name: 'updateTemplate',
    description:
      'Viết bản mới của một mẫu tin; bản cũ được giữ. / Writes a new version; old ones are kept.',
  })
  async updateTemplate(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bản mới. / The new version.' }) input: UpdateTemplateInput,
  ): Promise<MessageTemplateModel | Refusal> {
    const updated = await this.updating.run(actor, input);
    if (isRefusal(updated)) return updated;
    const template = (await this.templates.newest()).get(updated.kind);
    if (!template) throw new Error(`no template ${updated.kind}`);
    return modelOf(template);
  }

  @Can(messagePolicy.templates)
  @Mutation(() => SetMessageCapResult, {
    name: 'setMessageCap',
    description: 'Đặt mức trần tiền tin nhắn một tháng. / Sets what messages may cost in a month.',
  })
  async setMessageCap(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mức trần. / The cap.' }) input: SetMessageCapInput,
  ): Promise<MessageStatsModel | Refusal> {
    const set = await this.capping.run(actor, input);
    return isRefusal(set) ? set : this.of(actor, null);
  }

  private async of(actor: Actor, day: Day | null): Promise<MessageStatsModel> {
    const month = monthOf(day === null ? this.clock.now() : instant(day, '12:00'));
    const next = monthOf(instant(plusDays(month, 31), '12:00'));
    const isCoop = actor.role === 'COOP_CLERK';
    const [payers, channels] = await Promise.all([
      this.stats.spent(month, isCoop ? (actor.partyId ?? '') : undefined),
      isCoop ? [] : this.stats.channels(instant(month, '00:00'), instant(next, '00:00')),
    ]);
    const spent = payers.map((payer) => ({
      ...payer,
      isNearCap: isNearCap(payer.spentVnd, payer.capVnd),
    }));
    return { month, payers: spent, channels: [...channels] };
  }
}

function modelOf(template: WrittenTemplate): MessageTemplateModel {
  const { channels, patienceMinutes } = routeOf(template.kind);
  return {
    ...template,
    blanks: BLANKS_OF[template.kind],
    zaloLength: worstCase(template.zalo).length,
    smsLength: worstCase(template.sms).length,
    channels,
    patienceMinutes,
  };
}
