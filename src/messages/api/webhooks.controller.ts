import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Can } from '../../platform/access/can.js';
import { badRequest, unauthenticated } from '../../platform/graphql/faults.js';
import { messagePolicy } from '../domain/message.policy.js';
import { SignedWords, type Signed } from '../signed-words.js';
import { TakeReport } from '../use-cases/take-report.js';

/** Where gateways report what became of a message. */
@Controller('webhooks/messages')
export class WebhooksController {
  constructor(
    private readonly signed: SignedWords,
    private readonly reports: TakeReport,
  ) {}

  @Can(messagePolicy.webhook)
  @Post('delivery')
  @HttpCode(204)
  async delivery(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    const signature = signatureOf(request);
    if (!this.signed.isGenuine(signature, request.rawBody ?? '')) throw unauthenticated();
    if (!(await this.reports.run(signature.id, request.body)))
      throw badRequest('reference, state: thiếu hoặc sai.');
  }
}

/** The headers of Standard Webhooks; what is missing is empty, and no signature fits it. */
export function signatureOf({ headers }: FastifyRequest): Signed {
  const header = (name: string): string => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    id: header('webhook-id'),
    timestamp: header('webhook-timestamp'),
    signature: header('webhook-signature'),
  };
}
