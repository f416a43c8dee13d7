import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DeviceMark } from '../device-mark.js';
import { accountPolicy } from '../domain/account.policy.js';
import { SessionCookie } from '../session-cookie.js';
import { CreateHousehold } from '../use-cases/create-household.js';
import { OTP_MINUTES, RequestOtp } from '../use-cases/request-otp.js';
import { SwitchParty } from '../use-cases/switch-party.js';
import { VerifyOtp } from '../use-cases/verify-otp.js';
import {
  CreateHouseholdInput,
  RequestOtpInput,
  SwitchPartyInput,
  VerifyOtpInput,
} from './account.inputs.js';
import { MeModel, OtpSentModel } from './account.model.js';
import { MeReader } from './me-reader.js';
import { SignInResult } from './sign-in-result.js';

const RequestOtpResult = orRefused('RequestOtpResult', OtpSentModel, 'Đã gửi mã.');

@Resolver()
export class AccountsResolver {
  constructor(
    private readonly requesting: RequestOtp,
    private readonly verifying: VerifyOtp,
    private readonly switching: SwitchParty,
    private readonly creating: CreateHousehold,
    private readonly cookie: SessionCookie,
    private readonly reader: MeReader,
    private readonly mark: DeviceMark,
  ) {}

  @Can(accountPolicy.signIn)
  @Mutation(() => RequestOtpResult, {
    name: 'requestOtp',
    description: 'Gửi mã đăng nhập. / Sends a sign-in code.',
  })
  async requestOtp(
    @Args('input', { description: 'Số điện thoại. / The phone.' }) input: RequestOtpInput,
    @Context() context: AskContext,
  ): Promise<OtpSentModel | Refusal> {
    const asked = await this.requesting.run(input.phone, this.mark.from(context));
    if (!isRefusal(asked)) this.mark.give(context);
    return isRefusal(asked) ? asked : { minutes: OTP_MINUTES };
  }

  @Can(accountPolicy.signIn)
  @Mutation(() => SignInResult, {
    name: 'verifyOtp',
    description: 'Đăng nhập bằng mã; phiên nằm trong cookie. / Signs in; the session is a cookie.',
  })
  async verifyOtp(
    @Args('input', { description: 'Số và mã. / Phone and code.' }) input: VerifyOtpInput,
    @Context() context: AskContext,
  ): Promise<MeModel | Refusal> {
    const verified = await this.verifying.run(input.phone, input.code, this.mark.give(context));
    if (isRefusal(verified)) return verified;
    return this.reader.of(await this.cookie.give(context, verified.token));
  }

  @Can(accountPolicy.signOut)
  @Mutation(() => Boolean, {
    name: 'signOut',
    description: 'Đăng xuất máy này. / Signs this device out.',
  })
  signOut(@Asker() actor: Actor, @Context() context: AskContext): Promise<boolean> {
    return this.cookie.takeBack(context, actor);
  }

  @Can(accountPolicy.me)
  @Query(() => MeModel, {
    name: 'me',
    nullable: true,
    description: 'Người đang đăng nhập; null khi chưa. / Who is signed in; null for a guest.',
  })
  me(@Asker() actor: Actor): Promise<MeModel> | null {
    return actor.role === 'GUEST' ? null : this.reader.of(actor);
  }

  @Can(accountPolicy.switchParty)
  @Mutation(() => SignInResult, {
    name: 'switchParty',
    description: 'Đổi vai trò đang dùng. / Acts as another of one’s parties.',
  })
  async switchParty(
    @Asker() actor: Actor,
    @Args('input', { description: 'Vai trò muốn dùng. / The role wanted.' })
    input: SwitchPartyInput,
  ): Promise<MeModel | Refusal> {
    const switched = await this.switching.run(actor, input);
    return isRefusal(switched)
      ? switched
      : this.reader.of({ ...actor, partyId: input.partyId, role: input.role });
  }

  @Can(accountPolicy.createHousehold)
  @Mutation(() => SignInResult, {
    name: 'createHousehold',
    description: 'Khai hộ và bắt đầu bán. / Registers a household and acts for it.',
  })
  async createHousehold(
    @Asker() actor: Actor,
    @Args('input', { description: 'Thông tin hộ. / The household.' }) input: CreateHouseholdInput,
  ): Promise<MeModel | Refusal> {
    const created = await this.creating.run(actor, input);
    return isRefusal(created)
      ? created
      : this.reader.of({ ...actor, partyId: created.partyId, role: 'GROWER' });
  }
}
