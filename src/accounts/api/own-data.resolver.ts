import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { PageArgs, pageOf, pageSize, type Page } from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import { ConsentsStore } from '../data/consents.store.js';
import { ViewsStore } from '../data/views.store.js';
import { accountPolicy } from '../domain/account.policy.js';
import { consentsOf } from '../domain/consent.js';
import { SetConsent } from '../use-cases/set-consent.js';
import {
  ConsentModel,
  ConsentSetModel,
  ContactViewConnection,
  ContactViewModel,
  SetConsentInput,
} from './own-data.model.js';

const SetConsentResult = orRefused('SetConsentResult', ConsentSetModel, 'Đã ghi.');

@Resolver()
export class OwnDataResolver {
  constructor(
    private readonly consents: ConsentsStore,
    private readonly views: ViewsStore,
    private readonly setting: SetConsent,
  ) {}

  @Can(accountPolicy.ownData)
  @Query(() => [ConsentModel], {
    name: 'myConsents',
    description:
      'Những việc đã hoặc chưa đồng ý; ban đầu đều là chưa. / Every consent as it stands; all begin as no.',
  })
  async myConsents(@Asker() actor: Actor): Promise<ConsentModel[]> {
    return consentsOf(await this.consents.newest(actor.personId));
  }

  @Can(accountPolicy.ownData)
  @Mutation(() => SetConsentResult, {
    name: 'setConsent',
    description: 'Đồng ý hoặc rút lại một việc. / Gives one consent or takes it back.',
  })
  setConsent(
    @Asker() actor: Actor,
    @Args('input', { description: 'Việc gì, đồng ý hay không. / What, and yes or no.' })
    input: SetConsentInput,
  ): Promise<ConsentSetModel | Refusal> {
    return this.setting.run(actor, input);
  }

  @Can(accountPolicy.ownData)
  @Query(() => ContactViewConnection, {
    name: 'whoSawMyNumber',
    description:
      'Ai đã xem số của tôi, mới nhất trước. / Who was shown the number of the party one acts for, newest first.',
  })
  async whoSawMyNumber(
    @Asker() actor: Actor,
    @Args() { first, after }: PageArgs,
  ): Promise<Page<ContactViewModel>> {
    const limit = pageSize(first);
    if (actor.partyId === null) return pageOf([], limit, () => []);
    const page = { limit: limit + 1, after: startAfter(after) };
    const { nodes, pageInfo } = pageOf(
      await this.views.ofParty(actor.partyId, page),
      limit,
      timeKeys,
    );
    return {
      pageInfo,
      nodes: nodes.map(({ createdAt, ...view }) => ({ ...view, lastAt: createdAt })),
    };
  }
}
