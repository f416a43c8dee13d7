import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { Permits } from '../permits/index.js';
import { Can } from '../platform/access/can.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/configured.js';
import { Counters } from '../platform/limits/counters.js';
import { Sealer } from '../platform/secrets/sealer.js';
import { frameOf } from './page-frame.js';
import { pagePolicy } from './page.policy.js';
import { Templates } from './templates.js';

// Whoever holds a paper looks once or twice; somebody who tries codes needs thousands.
const LOOKS = 60;
const LOOKS_MINUTES = 10;

/** What an officer would see of a permit, for whoever holds it: a paper that was bought from a tout shows here. */
@Controller('p')
export class PermitController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly templates: Templates,
    private readonly permits: Permits,
    private readonly counters: Counters,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  @Can(pagePolicy.read)
  @Get(':code')
  async selfCheck(
    @Param('code') typed: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const frame = frameOf(request, reply, this.config.publicUrl, this.clock.now());
    const pages = await this.templates.get();
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (
      (await this.counters.count(
        `permit-look:${this.sealer.hash('ip', request.ip)}`,
        LOOKS_MINUTES,
      )) > LOOKS
    ) {
      await reply.code(429).send(pages.renderNotFound({ frame }));
      return;
    }
    const { code, verdict, reason, permit } = await this.permits.selfCheck(
      typed.slice(0, 20),
      frame.locale,
    );
    await reply.code(verdict === 'UNKNOWN' ? 404 : 200).send(
      pages.renderPermit({
        frame,
        code,
        verdict,
        reason,
        permit: permit && {
          ...permit,
          validFrom: permit.validFrom.toISOString(),
          validTo: permit.validTo.toISOString(),
        },
      }),
    );
  }
}
