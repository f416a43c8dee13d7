import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DeviceMark } from '../device-mark.js';
import { accountPolicy } from '../domain/account.policy.js';
import { SetPin } from '../use-cases/set-pin.js';
import { SwitchParty } from '../use-cases/switch-party.js';
import { PinSetModel, ResetPinInput, SetPinInput } from './pin.model.js';

const PinResult = orRefused('PinResult', PinSetModel, 'Đã ghi mã hồ sơ.');

@Resolver()
export class PinsResolver {
  constructor(
    private readonly pins: SetPin,
    private readonly switching: SwitchParty,
    private readonly mark: DeviceMark,
  ) {}

  @Can(accountPolicy.setPin)
  @Mutation(() => PinResult, {
    name: 'setPin',
    description:
      'Đặt mã bốn số cho hồ sơ hộ đang dùng, khi nhiều nhà chung một máy. / A number for the household’s profile on a shared phone.',
  })
  setPin(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mã mới. / The number.' }) input: SetPinInput,
  ): Promise<PinSetModel | Refusal> {
    return this.pins.set(actor, input);
  }

  @Can(accountPolicy.resetPin)
  @Mutation(() => PinResult, {
    name: 'resetPin',
    description:
      'Quên mã: bỏ mã bằng tin nhắn gửi tới số của mình. / Takes a forgotten number away with a code.',
  })
  resetPin(
    @Asker() actor: Actor,
    @Args('input', { description: 'Hồ sơ nào, mã tin nhắn. / Whose, and the code.' })
    input: ResetPinInput,
    @Context() context: AskContext,
  ): Promise<PinSetModel | Refusal> {
    return this.pins.reset(actor, input, this.mark.from(context));
  }

  @Can(accountPolicy.resetPin)
  @Mutation(() => Boolean, {
    name: 'leaveProfile',
    description:
      'Rời hồ sơ đang dùng để người khác chọn hồ sơ của họ. / Leaves the profile, so that another may be chosen.',
  })
  leaveProfile(@Asker() actor: Actor): Promise<boolean> {
    return this.switching.leave(actor);
  }
}
