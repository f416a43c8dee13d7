import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { ROLES } from '../access/actor.js';
import { Can } from '../access/can.js';
import { rule } from '../access/policy.js';
import { Readiness } from './readiness.js';
import { version } from './version.js';

const health = rule('platform.health', { who: 'anyone; no data of people', roles: ROLES });

const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

/** For whoever watches the process: alive, ready, which version, how it feels. */
@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly readiness: Readiness,
  ) {}

  @Can(health)
  @Get('livez')
  @HttpCode(200)
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Can(health)
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const isReady = !this.readiness.isStopping && (await this.databaseAnswers());
    if (isReady) return { status: 'ok' };
    void reply.code(503).header('retry-after', '3');
    return { status: this.readiness.isStopping ? 'stopping' : 'database unavailable' };
  }

  @Can(health)
  @Get('version')
  version(): { version: string; node: string } {
    return { version, node: process.version };
  }

  @Can(health)
  @Get('metrics')
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  metrics(): Promise<string> {
    return metrics.metrics();
  }

  private async databaseAnswers(): Promise<boolean> {
    let tooLate: NodeJS.Timeout | undefined;
    const oneSecond = new Promise<false>((resolve) => {
      tooLate = setTimeout(() => resolve(false), 1_000);
    });
    const asked = this.dataSource.query('select 1').then(
      () => true,
      () => false,
    );
    const answered = await Promise.race([asked, oneSecond]);
    clearTimeout(tooLate);
    return answered;
  }
}
