import { Controller, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { SignedWords, signatureOf } from '../../messages/index.js';
import { Can } from '../../platform/access/can.js';
import { badRequest, unauthenticated } from '../../platform/graphql/faults.js';
import { repliesPolicy } from '../domain/replies.policy.js';
import { InboundSms } from '../use-cases/inbound-sms.js';

const REPLY = z.object({ from: z.string().max(20), text: z.string().max(500) });

/** The same as `inboundSms`, for gateways that post plain JSON. */
@Controller('webhooks/messages')
export class RepliesController {
  constructor(
    private readonly signed: SignedWords,
    private readonly inbound: InboundSms,
  ) {}

  @Can(repliesPolicy.inbound)
  @Post('reply')
  @HttpCode(204)
  async reply(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    const signature = signatureOf(request);
    if (!this.signed.isGenuine(signature, request.rawBody ?? '')) throw unauthenticated();
    const reply = REPLY.safeParse(request.body);
    if (!reply.success) throw badRequest('from, text: thiếu hoặc sai.');
    await this.inbound.run({ id: signature.id, ...reply.data });
  }
}
