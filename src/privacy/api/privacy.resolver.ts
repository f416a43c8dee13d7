import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { ErasuresStore } from '../data/erasures.store.js';
import { privacyPolicy } from '../domain/privacy.policy.js';
import { ExportPersonData } from '../use-cases/export-person-data.js';
import { RequestErasure } from '../use-cases/request-erasure.js';
import {
  DataSubjectInput,
  ErasureModel,
  ErasureStateModel,
  exportOf,
  PersonDataExportModel,
} from './privacy.model.js';

const ExportResult = orRefused('ExportPersonDataResult', PersonDataExportModel, 'Đã xuất.');
const ErasureResult = orRefused('ErasureResult', ErasureStateModel, 'Đã ghi.');

@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly exporting: ExportPersonData,
    private readonly erasing: RequestErasure,
    private readonly erasures: ErasuresStore,
    private readonly clock: Clock,
  ) {}

  @Can(privacyPolicy.own)
  @Query(() => ErasureModel, {
    name: 'myErasure',
    nullable: true,
    description: 'Yêu cầu xóa dữ liệu của mình đang chờ. / One’s own request to be forgotten.',
  })
  async myErasure(@Asker() actor: Actor): Promise<ErasureModel | null> {
    return (await this.erasures.openOf(actor.personId, actor.partyId)) ?? null;
  }

  @Can(privacyPolicy.export)
  @Mutation(() => ExportResult, {
    name: 'exportPersonData',
    description:
      'Xuất dữ liệu của mình ở hồ sơ đang dùng; quản trị xuất cả. / Exports one’s data in the profile in use; an administrator, all of a person.',
  })
  async exportPersonData(
    @Asker() actor: Actor,
    @Args('input', { description: 'Của ai. / Of whom.' }) input: DataSubjectInput,
  ): Promise<PersonDataExportModel | Refusal> {
    const exported = await this.exporting.run(actor, input);
    if (isRefusal(exported)) return exported;
    return exportOf({ personId: exported.personId }, exported.tables, this.clock.now());
  }

  @Can(privacyPolicy.erase)
  @Mutation(() => ErasureResult, {
    name: 'anonymisePerson',
    description:
      'Xóa hồ sơ đang dùng sau một ngày; nhà khác cùng máy và sổ sách giữ nguyên. / Forgets the profile in use a day later; other households on the telephone and the books stay as they are.',
  })
  async anonymisePerson(
    @Asker() actor: Actor,
    @Args('input', { description: 'Ai. / Whom.' }) input: DataSubjectInput,
  ): Promise<ErasureStateModel | Refusal> {
    const requested = await this.erasing.request(actor, input);
    return isRefusal(requested) ? requested : this.stateOf(actor, input);
  }

  @Can(privacyPolicy.erase)
  @Mutation(() => ErasureResult, {
    name: 'cancelErasure',
    description: 'Rút lại yêu cầu xóa. / Takes a request to be forgotten back.',
  })
  async cancelErasure(
    @Asker() actor: Actor,
    @Args('input', { description: 'Của ai. / Whose.' }) input: DataSubjectInput,
  ): Promise<ErasureStateModel | Refusal> {
    const cancelled = await this.erasing.cancel(actor, input);
    return isRefusal(cancelled) ? cancelled : this.stateOf(actor, input);
  }

  private async stateOf(actor: Actor, { personId }: DataSubjectInput): Promise<ErasureStateModel> {
    const erasure =
      personId === null
        ? await this.erasures.openOf(actor.personId, actor.partyId)
        : await this.erasures.openOf(personId, null);
    return { erasure: erasure ?? null };
  }
}
