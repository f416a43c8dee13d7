import {
  Args,
  Context,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { isId } from '../../kernel/id.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import {
  connectionOf,
  PageArgs,
  pageOf,
  pageSize,
  type Page,
} from '../../platform/graphql/page.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { timeCursor } from '../../platform/graphql/time-pages.js';
import type { PartyEntity } from '../data/account.entities.js';
import { GrantsStore } from '../data/grants.store.js';
import { PartiesStore } from '../data/parties.store.js';
import type { PartyGrantEntity } from '../data/party-relations.entities.js';
import { consequenceText } from '../domain/consequence-texts.js';
import { ownHousehold } from '../domain/grants.js';
import { partyPolicy } from '../domain/party.policy.js';
import { GrantAftermath, type Consequence } from '../grant-aftermath.js';
import { GrantParty } from '../use-cases/grant-party.js';
import { RevokeGrant } from '../use-cases/revoke-grant.js';
import { PartyModel } from './account.model.js';
import {
  ConsequenceModel,
  GrantModel,
  GrantPartyInput,
  GrantRevokedModel,
  RevokeGrantInput,
} from './grant.model.js';
import { nameOnly, PartyNames } from './party-names.js';

const GrantConnection = connectionOf('GrantConnection', GrantModel);
const GrantPartyResult = orRefused('GrantPartyResult', GrantModel, 'Đã nhờ.');
const RevokeGrantResult = orRefused('RevokeGrantResult', GrantRevokedModel, 'Đã thu hồi.');
const NEAREST = 20;

@Resolver(() => GrantModel)
export class GrantsResolver {
  constructor(
    private readonly store: GrantsStore,
    private readonly parties: PartiesStore,
    private readonly names: PartyNames,
    private readonly granting: GrantParty,
    private readonly revoking: RevokeGrant,
    private readonly aftermath: GrantAftermath,
  ) {}

  @Can(partyPolicy.readGrants)
  @Query(() => GrantConnection, {
    name: 'myGrants',
    description: 'Những việc nhà mình đang nhờ. / What the household lets others do.',
  })
  myGrants(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<PartyGrantEntity>> {
    return this.pageFor('grantorId', ownHousehold(actor), page);
  }

  @Can(partyPolicy.readTrust)
  @Query(() => GrantConnection, {
    name: 'grantsToMe',
    description: 'Những hộ đang nhờ bên mình. / What households let the acting party do.',
  })
  grantsToMe(@Asker() actor: Actor, @Args() page: PageArgs): Promise<Page<PartyGrantEntity>> {
    return this.pageFor('granteeId', actor.partyId ?? '', page);
  }

  @Can(partyPolicy.findTrusted)
  @Query(() => [PartyModel], {
    name: 'communeOffices',
    description: 'Xã của nhà mình, để nhờ bán thay. / The commune’s office, to let it sell.',
  })
  async communeOffices(@Asker() actor: Actor): Promise<PartyEntity[]> {
    return (await this.parties.communeOfficesOf(ownHousehold(actor))).map(nameOnly);
  }

  @Can(partyPolicy.findTrusted)
  @Query(() => [PartyModel], {
    name: 'cooperatives',
    description: 'Hợp tác xã có thể nhờ, gần trước. / Cooperatives to trust, nearest first.',
  })
  async cooperatives(@Asker() actor: Actor): Promise<PartyEntity[]> {
    return (await this.parties.cooperativesNear(ownHousehold(actor), NEAREST)).map(nameOnly);
  }

  @Can(partyPolicy.revokeGrant)
  @Query(() => [ConsequenceModel], {
    name: 'previewRevoke',
    description:
      'Nếu thu hồi lúc này thì việc đang dở ra sao. / What revoking would do to things under way.',
  })
  async previewRevoke(
    @Asker() actor: Actor,
    @Args('grantId', { type: () => ID, description: 'Việc nhờ nào. / Which grant.' })
    grantId: string,
  ): Promise<readonly Consequence[]> {
    const grant = isId(grantId) ? await this.store.byId(grantId) : null;
    const isOwn = grant?.revokedAt === null && partyPolicy.revokeGrant.allows(actor, grant);
    return isOwn ? this.aftermath.foretell(grant) : [];
  }

  @Can(partyPolicy.grant)
  @Mutation(() => GrantPartyResult, {
    name: 'grantParty',
    description: 'Nhờ hợp tác xã hoặc hàng xóm làm thay. / Lets another party act for one.',
  })
  async grantParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Nhờ ai, việc gì. / Whom and what.' }) input: GrantPartyInput,
  ): Promise<PartyGrantEntity | Refusal | null> {
    const granted = await this.granting.run(actor, input);
    return isRefusal(granted) ? granted : this.store.byId(granted.grantId);
  }

  @Can(partyPolicy.revokeGrant)
  @Mutation(() => RevokeGrantResult, {
    name: 'revokeGrant',
    description:
      'Thu hồi: việc mới dừng ngay, đơn đã chốt giữ nguyên. / Revokes: new acts stop at once, settled deals stay.',
  })
  revokeGrant(
    @Asker() actor: Actor,
    @Args('input', { description: 'Việc nhờ nào. / Which grant.' }) input: RevokeGrantInput,
  ): Promise<GrantRevokedModel | Refusal> {
    return this.revoking.run(actor, input);
  }

  @ResolveField(() => PartyModel, { description: 'Hộ nhờ. / The household.' })
  grantor(@Parent() grant: PartyGrantEntity, @Context() context: AskContext) {
    return this.names.party(context, grant.grantorId);
  }

  @ResolveField(() => PartyModel, { description: 'Bên được nhờ. / The trusted party.' })
  grantee(@Parent() grant: PartyGrantEntity, @Context() context: AskContext) {
    return this.names.party(context, grant.granteeId);
  }

  private async pageFor(
    side: 'grantorId' | 'granteeId',
    partyId: string,
    page: PageArgs,
  ): Promise<Page<PartyGrantEntity>> {
    if (partyId === '') return pageOf([], 1, () => []);
    const first = pageSize(page.first);
    const after = page.after ? timeCursor(page.after) : undefined;
    const rows = await this.store.page(side, partyId, first, after);
    return pageOf(rows, first, ({ grantedAt, id }) => [grantedAt.toISOString(), id]);
  }
}

@Resolver(() => ConsequenceModel)
export class ConsequencesResolver {
  @ResolveField(() => String, { description: 'Một câu cho người dùng. / One sentence.' })
  text(@Parent() { kind, count }: Consequence, @Asker() actor: Actor): string {
    return consequenceText(kind, count, actor.locale);
  }
}
