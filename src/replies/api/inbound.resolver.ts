import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SignedWords } from '../../messages/index.js';
import { Can } from '../../platform/access/can.js';
import { unauthenticated } from '../../platform/graphql/faults.js';
import { repliesPolicy } from '../domain/replies.policy.js';
import { InboundSms } from '../use-cases/inbound-sms.js';
import { InboundSmsInput } from './call.model.js';

@Resolver()
export class InboundResolver {
  constructor(
    private readonly signed: SignedWords,
    private readonly inbound: InboundSms,
  ) {}

  @Can(repliesPolicy.inbound)
  @Mutation(() => Boolean, {
    name: 'inboundSms',
    description:
      'Nhà mạng chuyển một tin trả lời; chữ ký sai thì không nhận. / The gateway hands on a reply; taken once, and only when signed.',
  })
  async inboundSms(
    @Args('input', { description: 'Tin nhắn và chữ ký. / The message and its signature.' })
    { from, text, ...signature }: InboundSmsInput,
  ): Promise<boolean> {
    if (!this.signed.isGenuine(signature, JSON.stringify({ from, text }))) throw unauthenticated();
    await this.inbound.run({ id: signature.id, from, text });
    return true;
  }
}
