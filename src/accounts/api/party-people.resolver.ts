import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import type { PartyEntity } from '../data/account.entities.js';
import { PartiesStore } from '../data/parties.store.js';
import { PartyPeopleStore } from '../data/party-people.store.js';
import { DeviceMark } from '../device-mark.js';
import { partyPolicy } from '../domain/party.policy.js';
import { ChangePeople } from '../use-cases/change-people.js';
import type { HeldChangesModel } from './held-change.model.js';
import { HeldChangesReader, HeldChangesResult } from './held-changes.resolver.js';
import { PartyFileResult } from './parties.resolver.js';
import {
  AddPartyPersonInput,
  PartyPersonModel,
  RecoverPartyInput,
  RemovePartyPersonInput,
} from './party-people.model.js';

/** Which telephones speak for a household or a business. */
@Resolver()
export class PartyPeopleResolver {
  constructor(
    private readonly people: PartyPeopleStore,
    private readonly parties: PartiesStore,
    private readonly changing: ChangePeople,
    private readonly held: HeldChangesReader,
    private readonly mark: DeviceMark,
  ) {}

  @Can(partyPolicy.people)
  @Query(() => [PartyPersonModel], {
    name: 'partyPeople',
    description:
      'Những số đang làm việc cho bên mình. / Who speaks for the party acted for, oldest first.',
  })
  async partyPeople(@Asker() { partyId, personId, role }: Actor): Promise<PartyPersonModel[]> {
    const people = await this.people.of(partyId ?? '', role);
    return people.map((one) => ({ ...one, isSelf: one.personId === personId }));
  }

  @Can(partyPolicy.people)
  @Mutation(() => HeldChangesResult, {
    name: 'addPartyPerson',
    description:
      'Thêm một số cho bên mình; chờ 24 giờ, báo mọi người. / One more number; waits a day and is told to all.',
  })
  async addPartyPerson(
    @Asker() actor: Actor,
    @Args('input', { description: 'Số và mã. / The number and its code.' })
    input: AddPartyPersonInput,
    @Context() context: AskContext,
  ): Promise<HeldChangesModel | Refusal> {
    const done = await this.changing.add(actor, input, this.mark.from(context));
    return this.held.answer(actor, done);
  }

  @Can(partyPolicy.people)
  @Mutation(() => HeldChangesResult, {
    name: 'removePartyPerson',
    description:
      'Bớt một số, trừ số cuối cùng; chờ 24 giờ, báo mọi người. / One number fewer, never the last; waits a day and is told to all.',
  })
  async removePartyPerson(
    @Asker() actor: Actor,
    @Args('input', { description: 'Ai, và mã của mình. / Who, and one’s own code.' })
    input: RemovePartyPersonInput,
    @Context() context: AskContext,
  ): Promise<HeldChangesModel | Refusal> {
    const done = await this.changing.remove(actor, input, this.mark.from(context));
    return this.held.answer(actor, done);
  }

  @Can(partyPolicy.recover)
  @Mutation(() => PartyFileResult, {
    name: 'recoverParty',
    description:
      'Giao lại một bên không còn ai đứng tên, có lý do. / Gives a party that nobody speaks for to a number, with a reason.',
  })
  async recoverParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Bên nào, cho ai, vì sao. / Which, to whom and why.' })
    input: RecoverPartyInput,
  ): Promise<PartyEntity | Refusal | null> {
    const done = await this.changing.recover(actor, input);
    return isRefusal(done) ? done : this.parties.byId(done.partyId);
  }
}
