import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Accounts, householdCard, PartyModel, type Party } from '../../accounts/index.js';
import { Catalog, CropModel, type Crop } from '../../catalog/index.js';
import { isId } from '../../kernel/id.js';
import { AdminUnitModel, Places, type AdminUnit } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { badRequest } from '../../platform/graphql/faults.js';
import { PageArgs, readCursor, type Page } from '../../platform/graphql/page.js';
import { inOrderOf, PerRequestLoader } from '../../platform/graphql/per-request-loader.js';
import { UuidScalar } from '../../platform/graphql/scalars.js';
import type { ComparedCursor } from '../data/forecast-errors.store.js';
import { officePolicy } from '../domain/office.policy.js';
import { ForecastErrors, type HouseholdError } from '../forecast-errors.js';
import { ForecastErrorConnection, ForecastErrorModel } from './forecast-error.model.js';

@Resolver(() => ForecastErrorModel)
export class ForecastErrorsResolver {
  readonly #households: PerRequestLoader<string, Party | undefined>;

  constructor(
    private readonly errors: ForecastErrors,
    private readonly catalog: Catalog,
    private readonly places: Places,
    accounts: Accounts,
  ) {
    this.#households = new PerRequestLoader(async (ids) =>
      inOrderOf(ids, await accounts.parties(ids), (party) => party.id),
    );
  }

  @Can(officePolicy.ownErrors)
  @Query(() => [ForecastErrorModel], {
    name: 'myForecastErrors',
    description:
      'Nhà mình báo trước có sát số cân không, từng cây. / How the own numbers compare with the scale, by crop.',
  })
  async myForecastErrors(@Asker() actor: Actor): Promise<ForecastErrorModel[]> {
    return (await this.errors.ofHousehold(actor.partyId ?? '')).map(shown);
  }

  @Can(officePolicy.errors)
  @Query(() => ForecastErrorConnection, {
    name: 'forecastErrors',
    description:
      'Hộ nào báo lệch với số cân, lệch nhiều kg nhất trước. / Households by how many kilograms their numbers were off, the most first.',
  })
  async forecastErrors(
    @Asker() actor: Actor,
    @Args() page: PageArgs,
    @Args('cropCode', {
      type: () => String,
      nullable: true,
      description: 'Chỉ cây này. / Only this crop.',
    })
    cropCode: string | null | undefined,
    @Args('communeId', {
      type: () => UuidScalar,
      nullable: true,
      description: 'Chỉ xã này. / Only this commune.',
    })
    communeId: string | null | undefined,
  ): Promise<Page<ForecastErrorModel>> {
    const after = page.after ? cursorIn(page.after) : undefined;
    const wish = { cropCode: cropCode ?? null, communeId: communeId ?? null };
    const { nodes, pageInfo } = await this.errors.page(actor, wish, page.first, after);
    return { nodes: nodes.map(shown), pageInfo };
  }

  @ResolveField(() => CropModel, { description: 'Cây. / Crop.' })
  crop(@Parent() { cropCode }: ForecastErrorModel): Promise<Crop | undefined> {
    return this.catalog.crop(cropCode);
  }

  @ResolveField(() => AdminUnitModel, { description: 'Xã nơi cân. / Commune of the weighing.' })
  commune(@Parent() { communeId }: ForecastErrorModel): Promise<AdminUnit | undefined> {
    return this.places.unit(communeId);
  }

  @ResolveField(() => PartyModel, { description: 'Hộ. / The household.' })
  async household(
    @Parent() { householdId }: ForecastErrorModel,
    @Context() context: AskContext,
  ): Promise<Party | undefined> {
    const household = await this.#households.load(context, householdId);
    return household && householdCard(context.actor, household);
  }
}

const shown = ({ said, weighed, error, ...row }: HouseholdError): ForecastErrorModel => ({
  ...row,
  saidGrams: said,
  weighedGrams: weighed,
  biasPercent: error ? error.biasBp / 100 : null,
  absolutePercent: error ? error.absoluteBp / 100 : null,
});

/** @throws BAD_REQUEST when the text is not a cursor of this list */
function cursorIn(text: string): ComparedCursor {
  const [apart, householdId, cropCode] = readCursor(text, 3);
  if (!Number.isSafeInteger(apart) || typeof householdId !== 'string' || !isId(householdId))
    throw badRequest('after: con trỏ không đúng.');
  return { apart: Number(apart), householdId, cropCode: String(cropCode) };
}
