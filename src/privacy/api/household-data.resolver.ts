import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AskForGrant, GrantAskedModel } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { privacyPolicy } from '../domain/privacy.policy.js';
import { ExportHouseholdData } from '../use-cases/export-household-data.js';
import { HouseholdActInput, HouseholdWishInput } from './household.inputs.js';
import { exportOf, PersonDataExportModel } from './privacy.model.js';

const AskToExportResult = orRefused('AskToExportResult', GrantAskedModel, 'Đã gửi mã.');
const ExportHouseholdDataResult = orRefused(
  'ExportHouseholdDataResult',
  PersonDataExportModel,
  'Đã xuất.',
);

/** Taking home what is kept about one, for households without a device that shows this app. */
@Resolver()
export class HouseholdDataResolver {
  constructor(
    private readonly asking: AskForGrant,
    private readonly exporting: ExportHouseholdData,
    private readonly clock: Clock,
  ) {}

  @Can(privacyPolicy.exportHousehold)
  @Mutation(() => AskToExportResult, {
    name: 'askToExport',
    description:
      'Gửi mã tới số của hộ; hộ đọc mã là xin lấy dữ liệu của hộ. / Sends a household a code; reading it out is its wish to be handed its data.',
  })
  async askToExport(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hộ nào. / Which household.' })
    { clientMutationId, householdId }: HouseholdActInput,
  ): Promise<GrantAskedModel | Refusal> {
    const wish = { clientMutationId, householdId, power: 'EXPORT' } as const;
    const asked = await this.asking.run(actor, wish);
    return isRefusal(asked) ? asked : { ...asked, expiresAt: new Date(asked.expiresAt) };
  }

  @Can(privacyPolicy.exportHousehold)
  @Mutation(() => ExportHouseholdDataResult, {
    name: 'exportHouseholdData',
    description:
      'Giao dữ liệu của hộ không dùng app, theo mã hộ đọc hoặc giấy hộ ký; hộ được báo tin ai lấy, lúc nào. / Hands over what is kept about a household without the app, on the code it read out or the paper it signed; it is told by whom and when.',
  })
  async exportHouseholdData(
    @Asker() actor: Actor,
    @Args('input', { description: 'Yêu cầu và chứng cứ. / The wish, and what it rests on.' })
    { clientMutationId, householdId, code = null, paperId = null }: HouseholdWishInput,
  ): Promise<PersonDataExportModel | Refusal> {
    const wish = { clientMutationId, householdId, code, paperId };
    const exported = await this.exporting.run(actor, wish);
    return isRefusal(exported)
      ? exported
      : exportOf({ householdId }, exported.tables, this.clock.now());
  }
}
