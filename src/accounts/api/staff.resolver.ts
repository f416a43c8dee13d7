import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker, type AskContext } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { DeviceMark } from '../device-mark.js';
import { accountPolicy } from '../domain/account.policy.js';
import { SessionCookie } from '../session-cookie.js';
import { RecoverStaff } from '../use-cases/recover-staff.js';
import { SetUpStaff } from '../use-cases/set-up-staff.js';
import { SignInStaff } from '../use-cases/sign-in-staff.js';
import { MeModel } from './account.model.js';
import { MeReader } from './me-reader.js';
import { SignInResult } from './sign-in-result.js';
import {
  ApproveStaffRecoveryInput,
  FinishStaffSetUpInput,
  RequestStaffRecoveryInput,
  SignInStaffInput,
  StaffReadyModel,
  StaffRecoveryAskedModel,
  StaffRecoveryCodeModel,
  StaffRecoveryModel,
  StaffSetUpModel,
} from './staff.model.js';

const StaffSetUpResult = orRefused('StaffSetUpResult', StaffSetUpModel, 'Khóa mới.');
const StaffReadyResult = orRefused('StaffReadyResult', StaffReadyModel, 'Đã lập.');
const StaffRecoveryAskedResult = orRefused(
  'StaffRecoveryAskedResult',
  StaffRecoveryAskedModel,
  'Đã đề nghị.',
);
const StaffRecoveryCodeResult = orRefused(
  'StaffRecoveryCodeResult',
  StaffRecoveryCodeModel,
  'Đã đồng ý.',
);

@Resolver()
export class StaffResolver {
  constructor(
    private readonly signingIn: SignInStaff,
    private readonly settingUp: SetUpStaff,
    private readonly recovering: RecoverStaff,
    private readonly cookie: SessionCookie,
    private readonly reader: MeReader,
    private readonly mark: DeviceMark,
  ) {}

  @Can(accountPolicy.signInStaff)
  @Mutation(() => SignInResult, {
    name: 'signInStaff',
    description:
      'Cán bộ đăng nhập bằng mật khẩu và mã thứ hai. / Signs one of the staff in; the session is a cookie.',
  })
  async signInStaff(
    @Args('input', { description: 'Số, mật khẩu, mã. / Phone, password, code.' })
    input: SignInStaffInput,
    @Context() context: AskContext,
  ): Promise<MeModel | Refusal> {
    const signedIn = await this.signingIn.run(input, this.mark.give(context));
    if (isRefusal(signedIn)) return signedIn;
    return this.reader.of(await this.cookie.give(context, signedIn.token));
  }

  @Can(accountPolicy.setUpStaff)
  @Mutation(() => StaffSetUpResult, {
    name: 'startStaffSetUp',
    description:
      'Bắt đầu lập đăng nhập cán bộ; mỗi lần một khóa mới. / Begins the set-up; every start makes a new secret.',
  })
  startStaffSetUp(@Asker() actor: Actor): Promise<StaffSetUpModel | Refusal> {
    return this.settingUp.start(actor);
  }

  @Can(accountPolicy.setUpStaff)
  @Mutation(() => StaffReadyResult, {
    name: 'finishStaffSetUp',
    description: 'Lập xong mật khẩu và mã thứ hai. / Finishes the set-up.',
  })
  finishStaffSetUp(
    @Asker() actor: Actor,
    @Args('input', { description: 'Mật khẩu và mã. / Password and code.' })
    input: FinishStaffSetUpInput,
  ): Promise<StaffReadyModel | Refusal> {
    return this.settingUp.finish(actor, input);
  }

  @Can(accountPolicy.recoverStaff)
  @Query(() => [StaffRecoveryModel], {
    name: 'staffRecoveries',
    description: 'Các đề nghị cấp lại đang chờ. / Recoveries that wait for a second person.',
  })
  staffRecoveries(@Asker() actor: Actor): Promise<StaffRecoveryModel[]> {
    return this.recovering.waiting(actor);
  }

  @Can(accountPolicy.recoverStaff)
  @Mutation(() => StaffRecoveryAskedResult, {
    name: 'requestStaffRecovery',
    description: 'Đề nghị cấp lại cho đồng nghiệp. / Asks to let a colleague set up anew.',
  })
  requestStaffRecovery(
    @Asker() actor: Actor,
    @Args('input', { description: 'Cho ai và vì sao. / For whom and why.' })
    input: RequestStaffRecoveryInput,
  ): Promise<StaffRecoveryAskedModel | Refusal> {
    return this.recovering.request(actor, input);
  }

  @Can(accountPolicy.recoverStaff)
  @Mutation(() => StaffRecoveryCodeResult, {
    name: 'approveStaffRecovery',
    description:
      'Người thứ hai đồng ý; mọi phiên của đồng nghiệp kết thúc. / The second person agrees; every session of the colleague ends.',
  })
  approveStaffRecovery(
    @Asker() actor: Actor,
    @Args('input', { description: 'Đề nghị nào. / Which recovery.' })
    input: ApproveStaffRecoveryInput,
  ): Promise<StaffRecoveryCodeModel | Refusal> {
    return this.recovering.approve(actor, input);
  }
}
