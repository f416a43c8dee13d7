import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { rosterPolicy } from '../domain/roster.policy.js';
import { ImportHouseholds, type ImportedRow } from '../use-cases/import-households.js';
import { HouseholdImportModel, ImportHouseholdsInput } from './household-list.model.js';

const ImportHouseholdsResult = orRefused(
  'ImportHouseholdsResult',
  HouseholdImportModel,
  'Đã xem danh sách.',
);

@Resolver()
export class HouseholdListsResolver {
  constructor(private readonly importing: ImportHouseholds) {}

  @Can(rosterPolicy.importHouseholds)
  @Mutation(() => ImportHouseholdsResult, {
    name: 'importHouseholds',
    description:
      'Nhập danh sách hộ và thửa; xem thử trước, nhập lại không ghi thêm. / Enters a list of households and plots; a dry run first, a second load enters nothing.',
  })
  importHouseholds(
    @Asker() actor: Actor,
    @Args('input', { description: 'Danh sách. / The list.' }) input: ImportHouseholdsInput,
  ): Promise<{ rows: ImportedRow[] } | Refusal> {
    return this.importing.run(actor, input);
  }
}
