import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import type { RulePackEntity } from '../data/permit.entities.js';
import { permitPolicy } from '../domain/permit.policy.js';
import { Rules } from '../rules.js';
import { Trust } from '../trust.js';
import { EndRulePack } from '../use-cases/end-rule-pack.js';
import { PermitKeyModel, RulePackModel } from './checkpoint.model.js';
import { EndRulePackInput } from './permit.inputs.js';
import { InstantScalar } from '../../platform/graphql/scalars.js';

const EndRulePackResult = orRefused('EndRulePackResult', RulePackModel, 'Đã chấm dứt quy định.');

@Resolver(() => RulePackModel)
export class RulesResolver {
  constructor(
    private readonly rules: Rules,
    private readonly trust: Trust,
    private readonly ending: EndRulePack,
    private readonly clock: Clock,
  ) {}

  @Can(permitPolicy.readRules)
  @Query(() => [RulePackModel], {
    name: 'rulePacks',
    description: 'Các bộ quy định, cả cũ lẫn mới. / Every rule pack, past ones too.',
  })
  async rulePacks(): Promise<readonly RulePackEntity[]> {
    return this.rules.packs();
  }

  @Can(permitPolicy.readRules)
  @Query(() => String, {
    name: 'ruleSet',
    description:
      'Quy định và vùng có hiệu lực trong ngày kể từ một lúc, dạng JSON. / Rules and zones in force within a day of an instant, as JSON.',
  })
  async ruleSet(
    @Args('asOf', {
      type: () => InstantScalar,
      nullable: true,
      description: 'Lúc nào; mặc định bây giờ. / Instant; now by default.',
    })
    asOf: Date | null,
  ): Promise<string> {
    return JSON.stringify(await this.rules.inForce(asOf ?? this.clock.now()));
  }

  @Can(permitPolicy.readRules)
  @Query(() => [PermitKeyModel], {
    name: 'permitKeys',
    description: 'Khóa công khai ký giấy. / Public keys that sign permits.',
  })
  async permitKeys(): Promise<PermitKeyModel[]> {
    const keys = await this.trust.trustedKeys();
    return keys.map(({ kid, x, y, signsFrom, signsUntil, isRevoked }) => ({
      kid,
      jwk: JSON.stringify({ kty: 'EC', crv: 'P-256', x, y }),
      validFrom: signsFrom,
      validTo: signsUntil,
      isRevoked,
    }));
  }

  @Can(permitPolicy.endRules)
  @Mutation(() => EndRulePackResult, {
    name: 'endRulePack',
    description:
      'Quy định hết hiệu lực từ bây giờ; giấy đã cấp vẫn như cũ. / Ends a pack now; issued permits stay as they are.',
  })
  async endRulePack(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bộ quy định. / The pack.' }) input: EndRulePackInput,
  ): Promise<RulePackEntity | Refusal> {
    const ended = await this.ending.run(actor, input);
    if (isRefusal(ended)) return ended;
    const pack = (await this.rules.packs()).findLast(({ code }) => code === ended.code);
    if (!pack) throw new Error(`an ended rule pack is gone: ${ended.code}`);
    return pack;
  }

  @ResolveField(() => Boolean, { description: 'Đang có hiệu lực. / In force now.' })
  isInForce(@Parent() pack: RulePackEntity): boolean {
    return this.rules.isInForce(pack);
  }

  @ResolveField(() => String, {
    name: 'rules',
    description: 'Nội dung, dạng JSON. / The rules as JSON text.',
  })
  rulesText(@Parent() pack: RulePackEntity): string {
    return JSON.stringify(pack.rules);
  }
}
