import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { frameOf, sendPage } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { Templates } from './templates.js';

/** An address nobody knows: a page for people, a short answer for programs. */
@Controller()
export class NotFoundController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  @Can(pagePolicy.read)
  @Get('*')
  async nothing(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!request.headers.accept?.includes('text/html')) {
      await reply.code(404).send({ code: 'NOT_FOUND', message: 'Không có địa chỉ này.' });
      return;
    }
    const frame = frameOf(request, reply, this.config.publicUrl, this.clock.now());
    const pages = await this.templates.get();
    await sendPage(request, reply, pages.renderNotFound({ frame }), 404);
  }
}
