import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { Can } from '../../platform/access/can.js';
import { Asker } from '../../platform/graphql/ask-context.js';
import { orRefused } from '../../platform/graphql/refused.js';
import { accountPolicy } from '../domain/account.policy.js';
import { IssueSignInCode } from '../use-cases/issue-sign-in-code.js';
import { IssueSignInCodeInput, SignInCodeModel } from './sign-in-code.model.js';

const SignInCodeResult = orRefused('SignInCodeResult', SignInCodeModel, 'Mã vào chợ.');

@Resolver()
export class SignInCodesResolver {
  constructor(private readonly issuing: IssueSignInCode) {}

  @Can(accountPolicy.vouch)
  @Mutation(() => SignInCodeResult, {
    name: 'issueSignInCode',
    description:
      'Cấp mã vào chợ cho bà con đứng trước mặt, khi tin nhắn không tới hoặc số lâu không dùng. / Lets in somebody who was seen, when no message arrives or a number has slept.',
  })
  issueSignInCode(
    @Asker() actor: Actor,
    @Args('input', { description: 'Cho số nào, vì sao. / For which number and why.' })
    input: IssueSignInCodeInput,
  ): Promise<SignInCodeModel | Refusal> {
    return this.issuing.run(actor, input);
  }
}
