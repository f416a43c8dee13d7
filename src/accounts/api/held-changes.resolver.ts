import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { HeldChangesStore, type WaitingChange } from '../data/held-changes.store.js';
import { DeviceMark } from '../device-mark.js';
import { accountPolicy } from '../domain/account.policy.js';
import { maskedNumber } from '../domain/phone.js';
import { HoldChange } from '../use-cases/hold-change.js';
import {
  CancelHeldChangeInput,
  ChangePayoutAccountInput,
  ChangePhoneInput,
  HeldChangeModel,
  HeldChangesModel,
} from './held-change.model.js';

export const HeldChangesResult = orRefused('HeldChangesResult', HeldChangesModel, 'Đã ghi.');

/** What waits, as whoever asked for one more change is answered. */
@Injectable()
export class HeldChangesReader {
  constructor(private readonly changes: HeldChangesStore) {}

  async answer(actor: Actor, done: object): Promise<HeldChangesModel | Refusal> {
    return isRefusal(done) ? done : { waiting: await this.waitingOf(actor) };
  }

  async waitingOf({ personId, partyId }: Actor): Promise<HeldChangeModel[]> {
    return (await this.changes.openOf(personId, partyId)).map(shown);
  }
}

@Resolver()
export class HeldChangesResolver {
  constructor(
    private readonly reader: HeldChangesReader,
    private readonly holding: HoldChange,
    private readonly mark: DeviceMark,
  ) {}

  @Can(accountPolicy.changeOwn)
  @Query(() => [HeldChangeModel], {
    name: 'myHeldChanges',
    description:
      'Đổi số hoặc đổi tài khoản đang chờ 24 giờ. / Changes of number or account that wait a day.',
  })
  myHeldChanges(@Asker() actor: Actor): Promise<HeldChangeModel[]> {
    return this.reader.waitingOf(actor);
  }

  @Can(accountPolicy.changeOwn)
  @Mutation(() => HeldChangesResult, {
    name: 'changePhone',
    description:
      'Xin đổi số đăng nhập; chờ 24 giờ, báo tới số cũ. / Asks for another number; waits a day and is told to the old one.',
  })
  async changePhone(
    @Asker() actor: Actor,
    @Args('input', { description: 'Số mới và mã. / New number and its code.' })
    input: ChangePhoneInput,
    @Context() context: AskContext,
  ): Promise<HeldChangesModel | Refusal> {
    return this.reader.answer(
      actor,
      await this.holding.phone(actor, input, this.mark.from(context)),
    );
  }

  @Can(accountPolicy.changePayout)
  @Mutation(() => HeldChangesResult, {
    name: 'changePayoutAccount',
    description:
      'Xin đổi tài khoản nhận tiền; chờ 24 giờ, báo cả nhà. / Asks for another account for money; waits a day.',
  })
  async changePayoutAccount(
    @Asker() actor: Actor,
    @Args('input', { description: 'Tài khoản mới. / The new account.' })
    input: ChangePayoutAccountInput,
  ): Promise<HeldChangesModel | Refusal> {
    return this.reader.answer(actor, await this.holding.payout(actor, input));
  }

  @Can(accountPolicy.changeOwn)
  @Mutation(() => HeldChangesResult, {
    name: 'cancelHeldChange',
    description: 'Hủy một thay đổi đang chờ. / Stops a change before it is made.',
  })
  async cancelHeldChange(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thay đổi nào. / Which change.' }) input: CancelHeldChangeInput,
  ): Promise<HeldChangesModel | Refusal> {
    return this.reader.answer(actor, await this.holding.cancel(actor, input));
  }
}

const shown = (change: WaitingChange): HeldChangeModel => {
  const { id, kind, phone, subjectPhone, bankAccount, requestedAt, effectiveAt } = change;
  const number = phone ?? subjectPhone;
  const masked = maskedNumber(number === null ? (bankAccount ?? '') : `0${number.slice(3)}`);
  return { id, kind, masked, requestedAt, effectiveAt };
};
