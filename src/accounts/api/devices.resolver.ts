import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../kernel/clock.js';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { AccountsStore } from '../data/accounts.store.js';
import { accountPolicy } from '../domain/account.policy.js';
import { deviceName } from '../domain/device-name.js';
import { EndSessions } from '../use-cases/end-sessions.js';
import {
  DeviceModel,
  DevicesSignedOutModel,
  SignOutDeviceInput,
  SignOutOtherDevicesInput,
} from './device.model.js';

const SignOutResult = orRefused('SignOutResult', DevicesSignedOutModel, 'Đã đăng xuất.');

@Resolver()
export class DevicesResolver {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly ending: EndSessions,
    private readonly clock: Clock,
  ) {}

  @Can(accountPolicy.devices)
  @Query(() => [DeviceModel], {
    name: 'myDevices',
    description:
      'Các máy đang đăng nhập, nhiều nhất 50, mới dùng trước. / Devices signed in as the asker, at most 50, last used first.',
  })
  async myDevices(@Asker() actor: Actor): Promise<DeviceModel[]> {
    const sessions = await this.accounts.devicesOf(actor.personId, this.clock.now());
    return sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      name: deviceName(device),
      signedInAt: createdAt,
      lastSeenAt,
      isThis: id === actor.sessionId,
    }));
  }

  @Can(accountPolicy.devices)
  @Mutation(() => SignOutResult, {
    name: 'signOutDevice',
    description: 'Đăng xuất máy này từ xa. / Signs one of the own devices out from afar.',
  })
  signOutDevice(
    @Asker() actor: Actor,
    @Args('input', { description: 'Máy nào. / Which device.' }) input: SignOutDeviceInput,
  ): Promise<DevicesSignedOutModel | Refusal> {
    return this.ending.one(actor, input);
  }

  @Can(accountPolicy.devices)
  @Mutation(() => SignOutResult, {
    name: 'signOutOtherDevices',
    description: 'Đăng xuất mọi máy khác. / Signs out everywhere but here.',
  })
  signOutOtherDevices(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mã việc. / The act.' }) input: SignOutOtherDevicesInput,
  ): Promise<DevicesSignedOutModel | Refusal> {
    return this.ending.others(actor, input);
  }
}
